// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "traffic.h"

#include <QElapsedTimer>
#include <string>

namespace Trackhand::Bench {

namespace {

constexpr std::uint64_t Connections = 2000;
constexpr std::uint64_t StartNs = 1'767'323'045'000'000'000;

std::string_view helperOf(std::uint64_t connection)
{
    return connection % 10 < 7 ? "ftp" : connection % 10 < 9 ? "sip" : "tftp";
}

std::string noteOf(std::uint64_t number)
{
    if (number % 10 == 1) {
        return "INVITE sip:somebody@example.net";
    }
    return "PORT 10,0,1," + std::to_string(number % 250) + "," + std::to_string(number / 256 % 256) + ","
        + std::to_string(number % 256);
}

} // namespace

EventRecord packet(std::uint64_t number)
{
    EventRecord event = emptyEvent(EventKind::Packet);
    const std::uint64_t connection = number * 7919 % Connections;
    event.sequence = number + 1;
    event.timeNs = StartNs + number * 10'000;
    event.outcome = std::uint8_t(number % 100 == 0 ? Verdict::Drop : Verdict::Accept);
    event.ctInfo = number % 2 == 0 ? CtInfo::EstablishedReply : CtInfo::Established;
    event.queue = std::uint16_t(connection % 3);
    event.hwProtocol = 0x0800;
    event.packetId = std::uint32_t(number);
    event.inDevice = 2;
    event.outDevice = 3;
    event.payloadLength = std::uint32_t(52 + number * 31 % 1400);
    event.latencyNs = std::uint32_t(8'000 + number * 2'654'435'761 % 90'000);
    event.l3 = L3Protocol::Ipv4;
    event.l4 = L4Protocol::Tcp;
    event.source[0] = event.destination[0] = 10;
    event.source[2] = 1;
    event.source[3] = std::uint8_t(connection % 250);
    event.destination[2] = 2;
    event.destination[3] = std::uint8_t(connection % 7);
    event.sourcePort = std::uint16_t(40'000 + connection);
    event.destinationPort = std::uint16_t(connection % 10 < 7 ? 21 : 5060);
    event.setHelper(helperOf(connection));
    if (number % 2 == 1) {
        event.setNote(noteOf(number));
    }
    return event;
}

EventBatch packets(std::uint64_t first, std::size_t count)
{
    EventBatch batch;
    batch.events.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        batch.events.push_back(packet(first + i));
    }
    return batch;
}

Generator::Generator(int perSecond, std::uint64_t first, std::shared_ptr<EventQueue> queue)
    : m_queue(std::move(queue))
    , m_thread(QThread::create([this, perSecond, first] { run(perSecond, first); }))
{
}

Generator::~Generator()
{
    stop();
}

void Generator::stop()
{
    m_stopping = true;
    m_thread->wait();
}

void Generator::run(int perSecond, std::uint64_t first)
{
    EventBatch some = packets(0, 8192); // made beforehand: the generator must not be what is measured
    QElapsedTimer time;
    time.start();
    std::uint64_t due = 0;
    while (!m_stopping) {
        QThread::msleep(m_active ? 1 : 100);
        if (!m_active) {
            time.restart();
            due = 0;
            continue;
        }
        const auto now = std::uint64_t(time.nsecsElapsed()) * std::uint64_t(perSecond) / 1'000'000'000;
        while (due < now) {
            const std::size_t count = std::min<std::size_t>(now - due, some.events.size());
            for (std::size_t i = 0; i < count; ++i) {
                some.events[i].sequence = first + m_sent + i + 1;
            }
            m_queue->push({some.events.data(), count}, 0);
            m_sent += count;
            due += count;
        }
    }
}

} // namespace Trackhand::Bench
