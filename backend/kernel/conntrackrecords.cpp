// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/conntrackrecords.h"

#include <algorithm>
#include <cstring>

namespace Trackhand {

namespace {

// The kernel cuts the time left to whole seconds, so a fresh one of 300 s reads 299.
std::uint32_t timeoutOf(const ExpectationInfo &expectation, EventAction action, const ExpectationPolicy *policy)
{
    const auto left = expectation.timeoutSeconds;
    return action == EventAction::New && policy && left + 1 == policy->timeoutSeconds ? policy->timeoutSeconds : left;
}

void setClass(EventRecord &record, const ExpectationInfo &expectation, const ExpectationPolicy *policy)
{
    auto &detail = record.expectation;
    detail.classIndex = static_cast<std::uint8_t>(std::min<std::uint32_t>(expectation.classIndex, 255));
    if (policy) {
        std::copy_n(policy->name.begin(), std::min(policy->name.size(), sizeof detail.className - 1), detail.className);
    }
}

void setCounts(EventRecord &record, const FlowCounts &counts)
{
    record.expectation.bytesOriginal = counts.bytesOriginal;
    record.expectation.bytesReply = counts.bytesReply;
    record.expectation.packetsOriginal = counts.packetsOriginal;
    record.expectation.packetsReply = counts.packetsReply;
}

} // namespace

EventRecord expectationRecord(const ExpectationInfo &expectation, EventAction action, const ExpectationPolicy *policy,
    bool ours, std::uint64_t timeNs)
{
    auto record = emptyEvent(EventKind::Expectation);
    record.timeNs = timeNs;
    record.outcome = static_cast<std::uint8_t>(action);
    record.setHelper(expectation.helper);
    auto tuple = expectation.tuple;
    tuple.sourcePort = expectation.sourcePortMask ? tuple.sourcePort : 0;
    record.setTuple(tuple);
    record.setMasterTuple(expectation.master);
    record.timeoutSeconds = timeoutOf(expectation, action, policy);
    setClass(record, expectation, policy);
    record.expectation.id = expectation.id;
    record.flags = static_cast<std::uint8_t>((expectation.nat ? EventFlag::Nat : 0)
        | (expectation.sourceMask.isUnspecified() ? EventFlag::AnySource : 0)
        | (expectation.permanent() ? EventFlag::Permanent : 0) | (ours ? 0 : EventFlag::Foreign));
    return record;
}

EventRecord flowRecord(const FlowInfo &flow, EventAction action, bool ours, std::uint64_t timeNs)
{
    auto record = emptyEvent(EventKind::Flow);
    record.timeNs = timeNs;
    record.outcome = static_cast<std::uint8_t>(action);
    record.setHelper(flow.helper);
    record.setTuple(flow.original);
    record.setReplyTuple(flow.reply);
    if (flow.master) {
        record.setMasterTuple(*flow.master);
    }
    record.timeoutSeconds = flow.timeoutSeconds;
    record.expectation.status = flow.status;
    record.expectation.mark = flow.mark;
    record.expectation.id = flow.id;
    setCounts(record, flow.counts.value_or(FlowCounts {}));
    record.flags = static_cast<std::uint8_t>((ours ? 0 : EventFlag::Foreign) | (flow.counts ? EventFlag::Counted : 0));
    return record;
}

} // namespace Trackhand
