// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackmessages.h"
#include "backend/settings/helpersettings.h"
#include "wire/ring/event.h"

namespace Trackhand {

/// The event of an expectation. @p policy of its class, nullptr when nobody knows it; @p ours is false for a helper
/// that Trackhand did not register. @p timeNs is CLOCK_REALTIME.
EventRecord expectationRecord(const ExpectationInfo &expectation, EventAction action, const ExpectationPolicy *policy,
    bool ours, std::uint64_t timeNs);

/// The event of a connection. Its helper field is the connection's own helper or, when it has a master, the master's:
/// the master tuple tells the two apart.
EventRecord flowRecord(const FlowInfo &flow, EventAction action, bool ours, std::uint64_t timeNs);

} // namespace Trackhand
