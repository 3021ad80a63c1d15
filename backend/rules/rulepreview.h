// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/rules/ruletable.h"

#include <string>

/// Rules as text, for people; never fed to a program of ours.
namespace Trackhand::RulePreview {

/// The lines of the rule alone, one a line, in nftables' words.
std::string lines(const RuleSettings &rule);

/// A whole table that `nft -f` takes.
std::string nftables(const RuleSettings &rule);

/// Commands that say the same with iptables and ip6tables.
std::string iptables(const RuleSettings &rule);

} // namespace Trackhand::RulePreview
