// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/flownode.h"

#include <algorithm>

namespace Trackhand {

bool FlowNode::isFinished() const
{
    const auto finished = [](const std::unique_ptr<FlowNode> &child) {
        return child->isFinished();
    };
    return over && std::all_of(children.begin(), children.end(), finished)
        && std::all_of(coming.begin(), coming.end(), finished);
}

std::uint64_t FlowNode::finishedNs() const
{
    std::uint64_t last = endNs;
    for (const auto &child : children) {
        last = std::max(last, child->finishedNs());
    }
    return last;
}

std::size_t FlowNode::size() const
{
    std::size_t all = 1;
    for (const auto &child : children) {
        all += child->size();
    }
    return all;
}

bool FlowNode::isWithin(const FlowNode *other) const
{
    const FlowNode *node = this;
    while (node && node != other) {
        node = node->parent;
    }
    return node == other;
}

int FlowNode::rowOfSerial(std::uint64_t wanted) const
{
    const auto isOlder = [](const std::unique_ptr<FlowNode> &child, std::uint64_t limit) {
        return child->serial < limit;
    };
    const auto found = std::lower_bound(children.begin(), children.end(), wanted, isOlder);
    return std::max(0, int(children.end() - found) - 1);
}

void FlowNode::update(const EventRecord &event)
{
    const EventRecord before = record;
    record = event;
    auto &detail = record.expectation;
    const auto &old = before.expectation;
    if ((event.flags & EventFlag::Counted) == 0 && (before.flags & EventFlag::Counted) != 0) {
        record.flags |= EventFlag::Counted;
        detail.bytesOriginal = old.bytesOriginal;
        detail.bytesReply = old.bytesReply;
        detail.packetsOriginal = old.packetsOriginal;
        detail.packetsReply = old.packetsReply;
    }
    if (!hasMaster(event) && hasMaster(before)) {
        record.setMasterTuple(before.masterTuple());
    }
    if (event.replyTuple() == Tuple()) {
        record.setReplyTuple(before.replyTuple());
    }
    if (event.helperName().empty()) {
        record.setHelper(before.helperName());
    }
}

bool hasMaster(const EventRecord &event)
{
    return event.expectation.masterL4 != L4Protocol::Unspecified;
}

bool expects(const EventRecord &expectation, const EventRecord &flow)
{
    const Tuple wanted = expectation.tuple();
    const Tuple came = flow.tuple();
    const bool anySource = (expectation.flags & EventFlag::AnySource) != 0;
    return wanted.l4 == came.l4 && wanted.destination == came.destination
        && wanted.destinationPort == came.destinationPort && (anySource || wanted.source == came.source)
        && (wanted.sourcePort == 0 || wanted.sourcePort == came.sourcePort);
}

FlowNode *expectationOf(const FlowNode &master, const EventRecord &flow)
{
    FlowNode *waiting = nullptr;
    for (const auto *list : {&master.coming, &master.children}) {
        for (auto child = list->rbegin(); child != list->rend(); ++child) {
            FlowNode &node = **child;
            if (!node.isExpectation() || !expects(node.record, flow)) {
                continue;
            }
            const EventAction fate = node.record.action();
            const bool isFree = node.children.empty() && node.coming.empty();
            if (fate == EventAction::Matched && (isFree || !node.over)) {
                return &node; // the match is reported before the connection
            }
            if (!waiting && !node.over) {
                waiting = &node;
            }
        }
    }
    return waiting;
}

} // namespace Trackhand
