// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

namespace Trackhand {

/// What trackhandd would answer to "why is it not working?", from what a FakeBackend knows: up to and with the first
/// broken link. @p rules are those of all helpers.
VariantMapList playedDiagnosis(const HelperInfo &helper, const QList<RuleInfo> &rules);

} // namespace Trackhand
