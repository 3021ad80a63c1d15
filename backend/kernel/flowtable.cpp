// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/flowtable.h"

namespace Trackhand {

void FlowTable::insert(const FlowInfo &flow)
{
    const std::string *helper = &*m_names.insert(flow.helper).first;
    m_flows[flow.id] = {flow.original, flow.reply, flow.master, helper, flow.status, flow.mark};
    if (!helper->empty()) {
        m_helpers[flow.original] = helper;
    }
}

FlowInfo FlowTable::flowOf(std::uint32_t id, const Known &known)
{
    FlowInfo flow;
    flow.original = known.original;
    flow.reply = known.reply;
    flow.master = known.master;
    flow.helper = *known.helper;
    flow.status = known.status;
    flow.mark = known.mark;
    flow.id = id;
    return flow;
}

void FlowTable::prime(const std::vector<FlowInfo> &existing)
{
    for (const auto &flow : existing) {
        insert(flow);
    }
}

bool FlowTable::seen(const FlowInfo &flow, Changes &out)
{
    const auto known = m_flows.find(flow.id);
    const bool isNew = known == m_flows.end();
    auto complete = flow;
    if (!isNew) { // only the first event of a connection names its master
        complete.master = flow.master ? flow.master : known->second.master;
        complete.helper = flow.helper.empty() ? *known->second.helper : flow.helper;
    }
    insert(complete);
    complete.helper = helperOf(complete);
    out.push_back({complete, isNew ? EventAction::New : EventAction::Updated});
    return isNew;
}

void FlowTable::destroyed(const FlowInfo &flow, Changes &out)
{
    const auto known = m_flows.find(flow.id);
    if (known == m_flows.end()) {
        return;
    }
    auto last = flow;
    last.master = known->second.master;
    last.helper = *known->second.helper;
    last.helper = helperOf(last);
    m_helpers.erase(known->second.original);
    m_flows.erase(known);
    out.push_back({last, EventAction::Removed});
}

void FlowTable::resync(const std::vector<FlowInfo> &existing, Changes &out)
{
    std::set<std::uint32_t> present;
    for (const auto &flow : existing) {
        present.insert(flow.id);
    }
    std::vector<FlowInfo> gone;
    for (const auto &[id, known] : m_flows) {
        if (!present.contains(id)) {
            gone.push_back(flowOf(id, known));
        }
    }
    for (const auto &flow : gone) {
        destroyed(flow, out);
    }
    for (const auto &flow : existing) {
        if (!m_flows.contains(flow.id)) {
            seen(flow, out);
        }
    }
}

std::string FlowTable::helperOf(const FlowInfo &flow) const
{
    if (!flow.helper.empty() || !flow.master) {
        return flow.helper;
    }
    const auto master = m_helpers.find(*flow.master);
    return master == m_helpers.end() ? std::string() : *master->second;
}

} // namespace Trackhand
