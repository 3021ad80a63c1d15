// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/hostaddress.h"
#include "wire/base/result.h"

#include <QString>
#include <QStringList>

namespace Trackhand {

/// What the command line of the desktop program says.
struct Options {
    HostAddress host;
    QString sshConfigFile;
    QString screenshotDirectory; ///< "" = show the window to a person
    bool help = false;
    bool version = false;

    static Result<Options> parse(const QStringList &arguments);
    static QString helpText();
};

} // namespace Trackhand
