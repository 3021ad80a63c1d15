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

} // namespace Trackhand::Samples
