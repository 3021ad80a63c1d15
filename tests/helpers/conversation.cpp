// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"

#include "helpers/registry.h"
#include "helpers/script/scripthelper.h"
#include "wire/net/headers.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace Trackhand::Test {

namespace {

Tuple tupleFor(const HelperDescriptor &helper, bool ipv6)
{
    const std::uint16_t port = helper.ports.empty() ? 21 : helper.ports.front();
    Tuple tuple =
        ipv6 ? tcpTuple("fd00:1::2", 40000, "fd00:2::2", port) : tcpTuple("10.0.1.2", 40000, "10.0.2.2", port);
    tuple.l4 = helper.l4.front();
    return tuple;
}

std::unique_ptr<Helper> builtInOrScript(std::string_view name, const HelperOptions &options)
{
    const char *const file = std::getenv("TRACKHAND_PLAYED_BY");
    if (!file) {
        return createHelper(name, options).take();
    }
    std::ifstream stream(file);
    const std::string text {std::istreambuf_iterator<char>(stream), {}};
    return ScriptHelper::create({std::string(name) + ".lua", text}, options).take();
}

} // namespace

std::optional<std::uint16_t> TestPorts::request(const Wire::PortRequest &request)
{
    requests.push_back(request);
    for (unsigned port = request.first.tuple.destinationPort; port + request.count <= 65536; port += request.count) {
        bool free = true;
        for (unsigned i = 0; i < request.count; ++i) {
            free = free && !taken.contains(static_cast<std::uint16_t>(port + i));
        }
        if (free) {
            return static_cast<std::uint16_t>(port);
        }
    }
    return std::nullopt;
}

Conversation::Conversation(std::string_view helper, bool ipv6, const HelperOptions &options)
    : Conversation(builtInOrScript(helper, options), ipv6)
{
}

Conversation::Conversation(std::unique_ptr<Helper> helper, bool ipv6)
    : original(tupleFor(helper->descriptor(), ipv6))
    , reply(original.inverted())
    , m_runner(std::make_unique<HelperRunner>(std::move(helper), 4))
{
    m_runner->setPortAuthority(&ports);
}

void Conversation::open()
{
    judge(0, tcpPacket(onWire(0), {sequence[0] - 1, 0, Syn, {}}), CtInfo::New);
    judge(1, tcpPacket(onWire(1), {sequence[1] - 1, sequence[0], Syn | Ack, {}}), CtInfo::EstablishedReply);
    judge(0, tcpPacket(onWire(0), {sequence[0], sequence[1], Ack, {}}), CtInfo::Established);
}

void Conversation::masquerade(std::string_view address)
{
    reply.destination = *IpAddress::parse(address);
}

void Conversation::forwardPort(std::string_view address)
{
    original.destination = *IpAddress::parse(address);
}

const Wire::Proposal &Conversation::segment(
    int from, std::uint32_t at, std::string_view text, std::uint32_t acknowledges)
{
    const std::uint32_t acknowledgement = acknowledges ? acknowledges : sequence[1 - from];
    return judge(from, tcpPacket(onWire(from), {at, acknowledgement, Ack, text}),
        from == 0 ? CtInfo::Established : CtInfo::EstablishedReply);
}

const Wire::Proposal &Conversation::say(int from, std::string_view text)
{
    if (original.l4 == L4Protocol::Udp) {
        m_replied = m_replied || from == 1;
        return judge(from, udpPacket(onWire(from), text),
            from == 1       ? CtInfo::EstablishedReply
                : m_replied ? CtInfo::Established
                            : beginsAs);
    }
    const std::uint32_t at = sequence[from];
    sequence[from] += static_cast<std::uint32_t>(text.size());
    return segment(from, at, text);
}

/// Behind any address translation, where helpers see packets: from the client as the server sees it, and the other way
/// round.
Tuple Conversation::onWire(int from) const
{
    return from == 0 ? reply.inverted() : original.inverted();
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
    record.acknowledgedShift = shifts[static_cast<std::size_t>(1 - from)];
    return record;
}

const Wire::Proposal &Conversation::judge(int from, const Bytes &bytes, CtInfo info)
{
    ++m_packetId;
    Wire::PacketRecord packet = record(from);
    packet.ctInfo = info;
    packet.payloadLength = packet.originalLength = static_cast<std::uint32_t>(bytes.size());
    m_runner->judge(packet, bytes, *m_proposal);
    if (m_proposal->helperDataChanged) {
        kernelData = m_proposal->helperData;
    }
    return *m_proposal;
}

std::string Conversation::rewritten() const
{
    if (!m_proposal->mangled) {
        return {};
    }
    const auto packet = m_proposal->replacement();
    const auto headers = parseHeaders(packet);
    const auto payload = packet.subspan(headers ? headers->payloadOffset : 0);
    return {payload.begin(), payload.end()};
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
