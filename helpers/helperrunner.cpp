// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/helperrunner.h"

#include "helpers/packet/expectations.h"

#include <algorithm>

namespace Trackhand {

HelperRunner::HelperRunner(std::unique_ptr<Helper> helper, std::size_t flows)
    : m_helper(std::move(helper))
    , m_flows(*m_helper, flows)
{
}

void HelperRunner::judge(
    const Wire::PacketRecord &record, std::span<const std::uint8_t> bytes, Wire::Proposal &out) noexcept
{
    out.reset(record.packetId);
    ++m_counters.packets;
    const auto packet = Packet::parse(record, bytes);
    if (!packet) {
        ++m_counters.malformed;
        out.setNote("malformed: shorter than its headers claim");
        return;
    }
    if (record.ctInfo == CtInfo::Absent) {
        ++m_counters.withoutConntrack;
        out.setNote("not tracked by conntrack");
        return;
    }
    // A SYN that conntrack calls new opens a connection, whatever was there under the same tuple before.
    Connection &connection = m_flows.find(record, packet->isSyn() && record.ctInfo == CtInfo::New);
    Expectations expectations(out, m_authority);
    m_rewrite.begin(*packet, connection.hasNat() && record.original.source.family == L3Protocol::Ipv4);
    const Judgement judgement = m_helper->onPacket(*packet, connection, expectations, m_rewrite);
    out.verdict = judgement == Judgement::Drop ? Verdict::Drop : Verdict::Accept;
    if (judgement == Judgement::Accept && !m_rewrite.empty()) {
        out.mangled = true;
        out.payloadLength = static_cast<std::uint32_t>(m_rewrite.write(*packet, out.payload));
    }
    if (connection.privateDataChanged()) {
        out.helperDataChanged = true;
        out.helperData.fill(0);
        std::ranges::copy(connection.privateData(), out.helperData.begin());
    }
    out.setNote(connection.note().text());
}

HelperRunner::Counters HelperRunner::counters() const
{
    Counters counters = m_counters;
    counters.flowsEvicted = m_flows.evicted();
    return counters;
}

} // namespace Trackhand
