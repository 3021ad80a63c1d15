// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/rulesettings.h"
#include "wire/base/result.h"

#include <string>
#include <string_view>

namespace Trackhand {

/// "10.0.0.0/24", "fd00::/64", or an address alone (the whole prefix). Host bits are refused, with the network that was
/// probably meant in the text. Error: InvalidRule.
Result<Network> parseNetwork(std::string_view text);

/// "21" or "2000-2100". Error: InvalidRule.
Result<PortRange> parsePortRange(std::string_view text);

/// "21" or "2000-2100".
std::string toString(const PortRange &range);

/// The families a rule applies to: its l3, less those that its addresses exclude.
std::vector<L3Protocol> effectiveFamilies(const RuleSettings &rule);

} // namespace Trackhand
