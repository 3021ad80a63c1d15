// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/supervisor/helpermanager.h"

#include <QVariant>

/// What callers say about rules, checked before anything else sees it: typed, known keys only, bounded.
namespace Trackhand {

constexpr std::size_t MaxPortRanges = 64;
constexpr std::size_t MaxInterfaceNameLength = 15; // IFNAMSIZ less the NUL

/// The rule of Rules.Add and Rules.Preview (a{sv}). The only error is InvalidArgument, which names the key.
Result<RuleRequest> ruleRequest(const QVariant &rule);

} // namespace Trackhand
