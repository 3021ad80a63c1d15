// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackmessages.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace Trackhand {

/// The connections that have a helper or a master. Needed because the kernel's last event of a connection names
/// neither. Pure; not thread-safe.
class FlowTable {
public:
    struct Change {
        FlowInfo flow;
        EventAction action = EventAction::New;
    };
    using Changes = std::vector<Change>;

    FlowTable() = default;
    FlowTable(const FlowTable &) = delete; // it points into itself
    FlowTable &operator=(const FlowTable &) = delete;

    void prime(const std::vector<FlowInfo> &existing);
    /// True when the flow was not known before.
    bool seen(const FlowInfo &flow, Changes &out);
    void destroyed(const FlowInfo &flow, Changes &out);
    void resync(const std::vector<FlowInfo> &existing, Changes &out);

    /// The flow's own helper, or its master's: whose connection this is.
    std::string helperOf(const FlowInfo &flow) const;

private:
    /// What has to be remembered of a connection: there may be tens of thousands.
    struct Known {
        Tuple original;
        Tuple reply;
        std::optional<Tuple> master;
        const std::string *helper = nullptr; ///< in m_names
        std::uint32_t status = 0;
        std::uint32_t mark = 0;
    };

    void insert(const FlowInfo &flow);
    static FlowInfo flowOf(std::uint32_t id, const Known &known);

    std::set<std::string> m_names; // of helpers, which are few
    std::map<std::uint32_t, Known> m_flows; // by the kernel's id
    std::map<Tuple, const std::string *> m_helpers; // of the flows with a helper of their own, by original tuple
};

} // namespace Trackhand
