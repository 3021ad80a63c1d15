// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/eventfilter.h"
#include "ctl/eventprinter.h"
#include "wire/base/result.h"

#include <QString>
#include <cstdint>
#include <limits>

namespace Trackhand {

class Arguments;

/// The options of `watch`, checked.
struct WatchOptions {
    QString kind;
    QString helper;
    EventFilter filter;
    EventFormat format = EventFormat::Text;
    std::uint64_t count = std::numeric_limits<std::uint64_t>::max();
    QString pcapng;
    bool binary = false;
    bool payload = false;
    bool backlog = false;

    /// InvalidArgument for what is wrong or does not go together.
    static Result<WatchOptions> from(const Arguments &arguments, bool json);

    bool wants(const EventRecord &event) const;
    /// The name of the ring that has these events.
    QString ring() const;
};

} // namespace Trackhand
