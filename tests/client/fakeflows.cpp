// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakeflows.h"

#include "client/models/flownode.h"
#include "tests/client/fakebackend.h"
#include "tests/client/sampleevents.h"

#include <QDateTime>

namespace Trackhand {

namespace {

constexpr int ControlRounds = 130;
constexpr int DataRounds = 40;

std::uint64_t nowNs()
{
    return std::uint64_t(QDateTime::currentMSecsSinceEpoch()) * 1'000'000;
}

void setEnds(EventRecord &flow, const char *source, std::uint16_t sourcePort, const char *destination,
    std::uint16_t port, L4Protocol l4)
{
    flow.setTuple({*IpAddress::parse(source), *IpAddress::parse(destination), sourcePort, port, l4});
    flow.setReplyTuple(flow.tuple().inverted());
}

EventRecord call()
{
    EventRecord flow = Samples::ftpFlow(EventAction::New);
    flow.setHelper("sip");
    setEnds(flow, "fd00:1::2", 5060, "fd00:2::2", 5060, L4Protocol::Udp);
    return Samples::counted(flow, 48'210, 51'007, 112, 118);
}

EventRecord mediaStream(std::uint16_t port)
{
    EventRecord flow = call();
    flow.setMasterTuple(call().tuple());
    setEnds(flow, "fd00:2::2", port, "fd00:1::2", port, L4Protocol::Udp);
    return Samples::counted(flow, 6'004'720, 6'011'300, 34'912, 34'950);
}

} // namespace

FakeFlows::FakeFlows(FakeBackend *backend)
    : m_backend(backend)
{
}

void FakeFlows::setUp()
{
    EventRecord uncounted = Samples::ftpFlow(EventAction::New);
    setEnds(uncounted, "10.0.1.9", 39'000, "10.0.2.2", 21, L4Protocol::Tcp);
    for (EventRecord flow : {uncounted, call(), mediaStream(40'000), mediaStream(40'002)}) {
        flow.expectation.id = m_nextId++;
        m_playing.push_back({flow, -1});
    }
    tellList();
}

void FakeFlows::beginControl(std::uint16_t clientPort)
{
    EventRecord flow = Samples::ftpFlow(EventAction::New);
    setEnds(flow, "10.0.1.2", clientPort, "10.0.2.2", 21, L4Protocol::Tcp);
    begin(flow, ControlRounds);
}

void FakeFlows::beginData(std::uint16_t clientPort, std::uint16_t dataPort)
{
    EventRecord flow = Samples::ftpDataFlow(EventAction::New);
    setEnds(flow, "10.0.2.2", 20, "10.0.1.2", dataPort, L4Protocol::Tcp);
    flow.setMasterTuple(
        {*IpAddress::parse("10.0.1.2"), *IpAddress::parse("10.0.2.2"), clientPort, 21, L4Protocol::Tcp});
    begin(flow, DataRounds);
}

void FakeFlows::begin(EventRecord flow, int rounds)
{
    flow.timeNs = nowNs();
    flow.expectation.id = m_nextId++;
    m_backend->write(flow);
    m_playing.push_back({Samples::counted(flow, 60, 60, 1, 1), rounds});
    tellList();
}

void FakeFlows::goOn()
{
    for (Playing &playing : m_playing) {
        auto &counts = playing.flow.expectation;
        const std::uint64_t packets = 1 + counts.id % 7;
        counts.packetsOriginal += packets;
        counts.bytesOriginal += packets * (hasMaster(playing.flow) ? 1500 : 78);
        counts.packetsReply += packets / 2;
        counts.bytesReply += packets / 2 * 52;
        playing.flow.timeNs = nowNs();
        if (--playing.rounds == 0) {
            EventRecord last = playing.flow;
            last.outcome = std::uint8_t(EventAction::Removed);
            m_backend->write(last);
        }
    }
    std::erase_if(m_playing, [](const Playing &playing) { return playing.rounds == 0; });
    tellList();
}

void FakeFlows::tellList()
{
    QList<EventRecord> list;
    for (const Playing &playing : m_playing) {
        list.append(playing.flow);
        list.last().timeNs = nowNs();
    }
    m_backend->setFlows(list);
}

} // namespace Trackhand
