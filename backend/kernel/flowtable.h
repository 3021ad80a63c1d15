// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackmessages.h"

#include <map>
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

    void prime(const std::vector<FlowInfo> &existing);
    /// True when the flow was not known before.
    bool seen(const FlowInfo &flow, Changes &out);
    void destroyed(const FlowInfo &flow, Changes &out);
    void resync(const std::vector<FlowInfo> &existing, Changes &out);

    /// The flow's own helper, or its master's: whose connection this is.
    std::string helperOf(const FlowInfo &flow) const;

private:
    void insert(const FlowInfo &flow);

    std::map<std::uint32_t, FlowInfo> m_flows; // by the kernel's id
    std::map<Tuple, std::string> m_helpers; // of the flows with a helper of their own, by original tuple
};

} // namespace Trackhand
