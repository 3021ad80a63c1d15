// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <memory>
#include <optional>
#include <vector>

namespace Trackhand {

/// One line of the tree of connections: a connection, or the expectation that lets another one in.
struct FlowNode {
    EventRecord record = emptyEvent(EventKind::Flow); ///< as last reported; what a report leaves out stays
    std::uint64_t sinceNs = 0; ///< its beginning, or when it was first seen
    std::uint64_t endNs = 0; ///< 0 while it lasts
    std::uint64_t listedNs = 0; ///< when the backend last had it in a list; 0 for never
    std::uint64_t report = 0; ///< number of the last report about it
    std::uint64_t serial = 0; ///< grows from each sibling to the next
    bool known = true; ///< false: nothing but its tuple is, from what names it as its master
    bool begun = false; ///< sinceNs is its beginning
    bool inEvents = false; ///< events told of it, not only lists
    bool over = false;
    bool announced = false; ///< views know its row
    bool doomed = false; ///< about to be removed
    FlowNode *parent = nullptr;
    std::vector<std::unique_ptr<FlowNode>> children; ///< oldest first
    std::vector<std::unique_ptr<FlowNode>> coming; ///< younger ones, whose rows no view knows yet

    bool isExpectation() const { return record.kind == EventKind::Expectation; }
    bool isCounted() const { return (record.flags & EventFlag::Counted) != 0; }
    bool isFinished() const; ///< it and all below it are over
    std::uint64_t finishedNs() const; ///< when the last of them ended
    std::size_t size() const; ///< it and all below it
    bool isWithin(const FlowNode *other) const; ///< below @p other, or the same

    // The youngest child has row 0.
    FlowNode *childAt(int row) const { return children[children.size() - 1 - std::size_t(row)].get(); }
    int rowOfSerial(std::uint64_t serial) const; ///< of the first child that is not older
    int row() const { return parent->rowOfSerial(serial); }

    /// Takes over what @p event says, and keeps counts, master and helper where it has none.
    void update(const EventRecord &event);
};

bool hasMaster(const EventRecord &event);

/// Whether the connection @p flow is the one that @p expectation lets in.
bool expects(const EventRecord &expectation, const EventRecord &flow);

/// The expectation below @p master that let @p flow in; nullptr when none is known.
FlowNode *expectationOf(const FlowNode &master, const EventRecord &flow);

} // namespace Trackhand
