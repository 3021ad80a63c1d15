// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/base/result.h"

#include <functional>

class QObject;

namespace Trackhand {

class BackendLink;

/// What shall become of a registered helper: other settings, another state, or both.
struct HelperChange {
    QString helper;
    HelperArguments settings; ///< what is not set stays
    bool runs = true; ///< it is enabled before
    bool shallRun = true; ///< and after
    bool hasRules = false;

    bool changesSettings() const { return !settings.toMap().isEmpty(); }
    bool isNothing() const { return !changesSettings() && runs == shallRun; }
};

/// Whether the backend has a process for it, or is about to.
bool isRunning(const HelperInfo &helper);

/// What takes @p change back, for the helper as it was before. Options that had no value get @p protocol's defaults.
HelperChange reverseOf(const HelperChange &change, const HelperInfo &before, const ProtocolInfo &protocol);

/// One call after the other, in the order in which the backend takes them: a disabled helper with rules takes no
/// settings.
/// @p done gets the error, and whether something was done before it.
void carryOut(BackendLink *link, const HelperChange &change, QObject *context,
    const std::function<void(const Status &status, bool partly)> &done);

} // namespace Trackhand
