// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/sampleevents.h"

#include <cstring>

namespace Trackhand::Samples {

namespace {

constexpr std::uint64_t SomeTimeNs = 1'767'323'045'000'000'006ULL; // 2026-01-02T03:04:05.000000006Z

Tuple tuple(std::string_view source, std::uint16_t sourcePort, std::string_view destination, std::uint16_t port)
{
    return {*IpAddress::parse(source), *IpAddress::parse(destination), sourcePort, port, L4Protocol::Tcp};
}

void append16(std::vector<std::uint8_t> &bytes, std::size_t number)
{
    bytes.push_back(std::uint8_t(number >> 8));
    bytes.push_back(std::uint8_t(number));
}

void appendAddress(std::vector<std::uint8_t> &bytes, const IpAddress &address)
{
    bytes.insert(bytes.end(), address.bytes.begin(), address.bytes.begin() + std::ptrdiff_t(address.size()));
}

std::vector<std::uint8_t> ipHeader(const Tuple &tuple, std::size_t behind)
{
    std::vector<std::uint8_t> bytes;
    if (tuple.source.family == L3Protocol::Ipv6) {
        bytes = {0x60, 0, 0, 0};
        append16(bytes, behind);
        bytes.insert(bytes.end(), {6, 64});
    } else {
        bytes = {0x45, 0};
        append16(bytes, 20 + behind);
        bytes.insert(bytes.end(), {0x1d, 0x2c, 0x40, 0, 63, 6, 0, 0});
    }
    appendAddress(bytes, tuple.source);
    appendAddress(bytes, tuple.destination);
    return bytes;
}

} // namespace

EventRecord ftpPacket()
{
    EventRecord event = packet("ftp", "10.0.1.2", 40000, "10.0.2.2", 21, "PORT 10,0,1,2,195,80");
    event.packetId = 4;
    event.hook = 4;
    event.inDevice = 2;
    event.outDevice = 3;
    event.payloadLength = 60;
    event.latencyNs = 11200;
    return event;
}

EventRecord packet(std::string_view helper, std::string_view source, std::uint16_t sourcePort,
    std::string_view destination, std::uint16_t destinationPort, std::string_view note)
{
    EventRecord event = emptyEvent(EventKind::Packet);
    event.timeNs = SomeTimeNs;
    event.outcome = static_cast<std::uint8_t>(Verdict::Accept);
    event.ctInfo = CtInfo::Established;
    event.hwProtocol = 0x0800;
    event.setHelper(helper);
    event.setTuple(tuple(source, sourcePort, destination, destinationPort));
    event.setNote(note);
    return event;
}

std::vector<std::uint8_t> packetBytes(const EventRecord &event, std::string_view data)
{
    constexpr std::size_t TcpHeader = 20;
    std::vector<std::uint8_t> bytes = ipHeader(event.tuple(), TcpHeader + data.size());
    append16(bytes, event.sourcePort);
    append16(bytes, event.destinationPort);
    bytes.insert(bytes.end(), {0, 0, 0x10, 0x01, 0, 0, 0x20, 0x02, 0x50, 0x18, 0x01, 0xf5, 0, 0, 0, 0});
    bytes.insert(bytes.end(), data.begin(), data.end());
    return bytes;
}

EventRecord ftpExpectation(EventAction action)
{
    EventRecord event = emptyEvent(EventKind::Expectation);
    event.timeNs = SomeTimeNs;
    event.outcome = static_cast<std::uint8_t>(action);
    event.setHelper("ftp");
    event.setTuple(tuple("10.0.2.2", 0, "10.0.1.2", 50000));
    event.timeoutSeconds = 300;
    event.setMasterTuple(tuple("10.0.1.2", 40000, "10.0.2.2", 21));
    std::memcpy(event.expectation.className, "ftp", 4);
    event.expectation.id = 7;
    return event;
}

EventRecord ftpFlow(EventAction action)
{
    EventRecord event = emptyEvent(EventKind::Flow);
    event.timeNs = SomeTimeNs;
    event.outcome = static_cast<std::uint8_t>(action);
    event.setHelper("ftp");
    event.setTuple(tuple("10.0.1.2", 40000, "10.0.2.2", 21));
    event.setReplyTuple(event.tuple().inverted());
    event.timeoutSeconds = 300;
    event.expectation.id = 1001;
    event.expectation.status = FlowStatus::SeenReply | FlowStatus::Assured;
    return event;
}

EventRecord ftpDataFlow(EventAction action)
{
    EventRecord event = ftpFlow(action);
    event.setMasterTuple(event.tuple());
    event.setTuple(tuple("10.0.2.2", 20, "10.0.1.2", 50000));
    event.setReplyTuple(event.tuple().inverted());
    event.expectation.id = 1002;
    return event;
}

EventRecord counted(EventRecord flow, std::uint64_t bytesOriginal, std::uint64_t bytesReply,
    std::uint64_t packetsOriginal, std::uint64_t packetsReply)
{
    flow.flags |= EventFlag::Counted;
    flow.expectation.bytesOriginal = bytesOriginal;
    flow.expectation.bytesReply = bytesReply;
    flow.expectation.packetsOriginal = packetsOriginal;
    flow.expectation.packetsReply = packetsReply;
    return flow;
}

} // namespace Trackhand::Samples
