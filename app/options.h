// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktop/place.h"
#include "client/link/hostaddress.h"
#include "wire/base/result.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace Trackhand {

/// What the command line of the desktop program says.
struct Options {
    HostAddress host;
    QString sshConfigFile;
    QString screenshotDirectory; ///< "" = show the window to a person
    std::optional<Place> place; ///< where the window opens
    bool help = false;
    bool version = false;

    /// Whether a window of this session that is open already will do.
    bool anyWindowWillDo() const { return host.isLocal() && sshConfigFile.isEmpty() && screenshotDirectory.isEmpty(); }

    static Result<Options> parse(const QStringList &arguments);
    static QString helpText();
};

} // namespace Trackhand
