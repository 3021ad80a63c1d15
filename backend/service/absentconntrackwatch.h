// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"

namespace Trackhand {

/// Stands where conntrack cannot be watched: everything asked of it fails with the reason why.
class AbsentConntrackWatch : public ConntrackWatch {
public:
    explicit AbsentConntrackWatch(Error reason)
        : m_reason(std::move(reason))
    {
    }

    Status start() override { return m_reason; }
    int ringFd() const override { return -1; }
    Result<std::vector<EventRecord>> expectations() override { return m_reason; }
    Result<std::vector<EventRecord>> flows() override { return m_reason; }
    Counts counts(const std::string &) const override { return {}; }

private:
    Error m_reason;
};

} // namespace Trackhand
