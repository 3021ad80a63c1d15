// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/argumentmap.h"
#include "wire/net/address.h"

#include <vector>

/// Protocol names that helpers and rules both take.
namespace Trackhand {

/// One to two different of "ipv4" and "ipv6"; nothing when absent or refused.
std::optional<std::vector<L3Protocol>> l3Protocols(ArgumentMap &map);
/// One to four different of "tcp", "udp", "sctp" and "dccp".
std::optional<std::vector<L4Protocol>> l4Protocols(ArgumentMap &map);
std::optional<L4Protocol> l4Protocol(ArgumentMap &map);

} // namespace Trackhand
