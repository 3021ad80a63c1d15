// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"
#include "queuebytes.h"

#include "backend/gate/proposalvalidator.h"
#include "backend/gate/verdictwriter.h"

#include <algorithm>
#include <fcntl.h>
#include <memory>

using namespace Trackhand;

namespace {

constexpr std::uint16_t LowestPort = 1024;

/// A packet as the gate would have shown it, one of the kinds that the validator tells apart.
struct Shown {
    std::vector<std::uint8_t> bytes;
    Wire::PacketChannel::StoredPacket packet;

    explicit Shown(unsigned kind)
    {
        Tuple flow = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);
        const bool udp = (kind & 1) != 0;
        flow.l4 = udp ? L4Protocol::Udp : L4Protocol::Tcp;
        bytes = udp ? QueueBytes::udp4(flow, "a question") : QueueBytes::tcp4(flow, "PASV\r\n");
        packet.record.packetId = 1;
        packet.record.ctInfo = CtInfo::Established;
        packet.record.original = flow;
        packet.record.reply = flow.inverted();
        if ((kind & 2) != 0) {
            packet.record.reply.destination = *IpAddress::parse("10.0.2.1"); // masquerade
        }
        packet.payload = bytes;
    }
};

bool isEnd(const IpAddress &address, const Wire::PacketRecord &packet)
{
    return address == packet.original.source || address == packet.original.destination || address == packet.reply.source
        || address == packet.reply.destination;
}

void checkMessage(const QueueBytes::VerdictSeen &seen, const Shown &shown, const GatePolicy &policy)
{
    Fuzz::check(seen.wellFormed, "a message that is not well-formed");
    Fuzz::check(seen.verdict <= 1, "a verdict other than drop and accept");
    if (seen.hasExpectation) {
        const auto &record = shown.packet.record;
        Fuzz::check(seen.hasConntrack && seen.hasTuple && seen.hasMask, "an expectation that would oops Linux 6.12");
        Fuzz::check(seen.expectationClass < policy.classCount, "a class that was not registered");
        Fuzz::check(isEnd(seen.expected.destination, record), "an expectation to a third host");
        Fuzz::check(policy.allowLooseSource || isEnd(seen.expected.source, record), "an expectation from a third host");
        Fuzz::check(seen.expected.destinationPort >= LowestPort, "an expectation to a low port");
    }
    if (!seen.payload.empty()) {
        const auto &after = seen.payload;
        Fuzz::check(after.size() >= 28 && after.size() <= 65531, "a replacement of impossible size");
        Fuzz::check(
            static_cast<std::size_t>(after[2] << 8 | after[3]) == after.size(), "a replacement of lying length");
        Fuzz::check(std::equal(&after[12], &after[24], &shown.bytes[12]), "a replacement of another connection");
        Fuzz::check(after[0] == 0x45 && after[9] == shown.bytes[9], "a replacement with another header");
    }
}

void checkRequest(const Wire::PortRequest &request, const Shown &shown, const GatePolicy &policy)
{
    if (refusalOf(request, shown.packet, policy)) {
        return;
    }
    const auto &record = shown.packet.record;
    Fuzz::check(request.count >= 1 && request.count <= Wire::PortRequest::MaxCount, "a number of ports nobody needs");
    Fuzz::check(record.hasNat(), "a port of a flow without address translation");
    Fuzz::check(isEnd(request.first.tuple.destination, record), "a port of a third host");
    Fuzz::check(isEnd(request.first.natAddress, record), "a port that leads to a third host");
    Fuzz::check(request.first.natPort >= LowestPort, "a port that leads to a low one");
}

} // namespace

/// Any bytes as what a helper process writes into its area: what passes the gate's end of the channel and the validator
/// must be fit to be sent to a kernel.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static auto channel = Wire::PacketChannel::create().take();
    static const auto proposal = std::make_unique<Wire::Proposal>();
    static VerdictWriter writer(3, "ftp", 32);

    Fuzz::Input input(data, size);
    const auto choice = input.number<std::uint8_t>();
    const auto head = input.number<std::uint32_t>();
    const Shown shown(choice & 3);
    GatePolicy policy;
    policy.classCount = 2;
    policy.allowLooseSource = (choice & 4) != 0;
    policy.allowPermanent = (choice & 8) != 0;
    policy.dataLength = (choice & 16) != 0 ? 32 : 0;

    if (!channel.attachProcess(channel.position())) {
        return -1;
    }
    auto area = SharedMemory::mapWritable(Fd(::fcntl(channel.descriptors().proposals, F_DUPFD_CLOEXEC, 3))).take();
    const auto bytes = input.rest().first(std::min(input.rest().size(), Wire::ProposalsAreaSize));
    std::copy(bytes.begin(), bytes.end(), area.data() + sizeof(Wire::ProposalsHeader));
    reinterpret_cast<Wire::ProposalsHeader *>(area.data())->head = head;

    using What = Wire::PacketChannel::Taken::What;
    for (auto what = channel.take(*proposal).what; what != What::Nothing && what != What::Nonsense;
         what = channel.take(*proposal).what) {
        if (what == What::Ready) {
            continue;
        }
        if (what == What::PortRequest) {
            checkRequest(channel.portRequest(), shown, policy);
            continue;
        }
        sanitizeNote(*proposal);
        Fuzz::check(
            std::ranges::all_of(proposal->noteText(), [](char c) { return c >= ' ' && c <= '~'; }), "a note to print");
        Fuzz::check(
            proposal->expectationCount <= proposal->expectations.size(), "more expectations than there is room");
        Fuzz::check(proposal->payloadLength <= proposal->payload.size(), "a replacement larger than its buffer");
        if (refusalOf(*proposal, shown.packet, policy)) {
            continue;
        }
        writer.put(*proposal, nullptr);
        for (unsigned i = 0; i < proposal->expectationCount && !writer.needsFlush(); ++i) {
            writer.put(*proposal, &proposal->expectations[i]);
        }
        const auto messages = writer.messages();
        for (const auto &seen : QueueBytes::verdictsIn(messages.data(), messages.size())) {
            checkMessage(seen, shown, policy);
        }
        writer.sent();
    }
    channel.detachProcess();
    return 0;
}
