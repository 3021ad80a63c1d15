// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

struct nlattr;
struct nlmsghdr;

namespace Trackhand {

/// Writes @p tuple as a nest of @p type (uapi nfnetlink_conntrack.h, enum ctattr_tuple).
void putTuple(nlmsghdr *message, std::uint16_t type, const Tuple &tuple);

/// Reads such a nest; what is missing in it, or too short, stays unspecified.
Tuple tupleFrom(const nlattr *nest);

} // namespace Trackhand
