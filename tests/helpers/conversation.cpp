// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"

#include "helpers/registry.h"

namespace Trackhand::Test {

Conversation::Conversation(std::string_view helper, bool ipv6, const HelperOptions &options)
    : original(ipv6 ? tcpTuple("fd00:1::2", 40000, "fd00:2::2", 21) : tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21))
    , reply(original.inverted())
    , m_runner(std::make_unique<HelperRunner>(createHelper(helper, options).take(), 4))
{
}

void Conversation::open()
{
    judge(0, {sequence[0] - 1, 0, Syn, {}}, CtInfo::New);
    judge(1, {sequence[1] - 1, sequence[0], Syn | Ack, {}}, CtInfo::EstablishedReply);
    judge(0, {sequence[0], sequence[1], Ack, {}}, CtInfo::Established);
}

const Wire::Proposal &Conversation::segment(
    int from, std::uint32_t at, std::string_view text, std::uint32_t acknowledges)
{
    const std::uint32_t acknowledgement = acknowledges ? acknowledges : sequence[1 - from];
    return judge(from, {at, acknowledgement, Ack, text}, from == 0 ? CtInfo::Established : CtInfo::EstablishedReply);
}

const Wire::Proposal &Conversation::say(int from, std::string_view text)
{
    const std::uint32_t at = sequence[from];
    sequence[from] += static_cast<std::uint32_t>(text.size());
    return segment(from, at, text);
}

Wire::PacketRecord Conversation::record(int from) const
{
    Wire::PacketRecord record;
    record.packetId = m_packetId;
    record.ctInfo = from == 0 ? CtInfo::Established : CtInfo::EstablishedReply;
    record.ctId = connectionId;
    record.original = original;
    record.reply = reply;
    record.helperDataLength = m_runner->descriptor().privateDataLength;
    record.helperData = kernelData;
    return record;
}

const Wire::Proposal &Conversation::judge(int from, const Segment &segment, CtInfo info)
{
    ++m_packetId;
    // On the wire behind any address translation: from the client as the server sees it, and the other way round.
    const Bytes bytes = tcpPacket(from == 0 ? reply.inverted() : original.inverted(), segment);
    Wire::PacketRecord packet = record(from);
    packet.ctInfo = info;
    packet.payloadLength = packet.originalLength = static_cast<std::uint32_t>(bytes.size());
    m_runner->judge(packet, bytes, *m_proposal);
    if (m_proposal->helperDataChanged) {
        kernelData = m_proposal->helperData;
    }
    return *m_proposal;
}

std::string Conversation::expectations() const
{
    std::string all;
    for (int i = 0; i < m_proposal->expectationCount; ++i) {
        const Tuple &tuple = m_proposal->expectations[i].tuple;
        all += (all.empty() ? "" : ", ") + tuple.source.toString() + ":" + std::to_string(tuple.sourcePort) + " > "
            + tuple.destination.toString() + ":" + std::to_string(tuple.destinationPort);
    }
    return all;
}

} // namespace Trackhand::Test
