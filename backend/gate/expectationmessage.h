// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/proposal.h"

struct nlmsghdr;

namespace Trackhand {

/// Writes CTA_EXPECT_TUPLE, _MASK, _CLASS, _FLAGS, _HELP_NAME, _NAT and _FN (uapi nfnetlink_conntrack.h) for
/// one validated expectation; the mask always. Used inside NFQA_EXP and in a ctnetlink message of its own.
void putExpectation(nlmsghdr *message, const Wire::ExpectationProposal &expectation);

} // namespace Trackhand
