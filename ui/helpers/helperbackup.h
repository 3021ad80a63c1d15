// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/base/result.h"

#include <functional>

class QObject;

namespace Trackhand {

class BackendLink;
class RuleStore;

/// A helper with its rules, as they are before it is deleted: all that bringing it back takes.
struct HelperBackup {
    HelperInfo helper;
    QList<RuleArguments> rules;

    static HelperBackup of(const HelperInfo &helper, const RuleStore &rules);
};

/// Adds the helper and its rules and enables it unless it was disabled, one call after the other. @p done gets the
/// first error; a rule that fails does not keep the others away.
void restoreHelper(
    BackendLink *link, const HelperBackup &backup, QObject *context, const std::function<void(Status)> &done);

} // namespace Trackhand
