// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/base/result.h"

namespace Trackhand {

/// One Helper{} section of conntrackd.conf: conntrackd has one for each network protocol, Trackhand one helper for
/// both.
struct ConntrackdHelper {
    QString name;
    HelperArguments settings;
};

struct ConntrackdConfig {
    QList<ConntrackdHelper> helpers;
    QStringList remarks; ///< what was left out, and why, for a person
};

/// Reads the Helper part of a conntrackd.conf (conntrack-tools 1.4.8, read_config_yy.y); everything else in the file is
/// somebody else's business and skipped.
Result<ConntrackdConfig> readConntrackdConfig(const QString &text);

} // namespace Trackhand
