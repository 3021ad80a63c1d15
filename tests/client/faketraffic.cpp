// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/faketraffic.h"

#include "tests/client/fakebackend.h"
#include "tests/client/sampleevents.h"

#include <QDateTime>
#include <cmath>

namespace Trackhand {

namespace {

std::uint64_t nowNs()
{
    return std::uint64_t(QDateTime::currentMSecsSinceEpoch()) * 1'000'000;
}

ProtocolInfo protocol(const char *name, const char *summary, quint16 port, const char *l4 = "tcp")
{
    ProtocolInfo info;
    info.name = QString::fromLatin1(name);
    info.summary = QString::fromLatin1(summary);
    info.l3 = QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv6")};
    info.l4 = QStringList {QString::fromLatin1(l4)};
    if (port != 0) {
        info.ports = {port};
    }
    info.policies = {{info.name, 1, 300}};
    return info;
}

HelperInfo helper(const char *name, const char *state, const char *l4, uint queue)
{
    HelperInfo info;
    info.name = QString::fromLatin1(name);
    info.owner = QStringLiteral("trackhand");
    info.l3 = QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv6")};
    info.l4 = QStringList {QString::fromLatin1(l4)};
    info.queue = queue;
    info.queueLength = 1024;
    info.state = QString::fromLatin1(state);
    info.policies = {{info.name, 1, 300}};
    return info;
}

EventRecord live(EventRecord event, std::uint32_t latencyNs, std::uint32_t length)
{
    event.timeNs = nowNs();
    event.latencyNs = latencyNs;
    event.payloadLength = length;
    event.inDevice = 2;
    event.outDevice = 3;
    return event;
}

} // namespace

QList<ProtocolInfo> sampleProtocols()
{
    return {protocol("ftp", "File transfer: lets the data connections of FTP through", 21),
        protocol("tftp", "Trivial file transfer: lets the answer of a TFTP server through", 69, "udp"),
        protocol("sip", "Internet telephony: lets the media streams of a call through", 5060, "udp"),
        protocol("irc", "Chat: lets direct connections between clients (DCC) through", 6667),
        protocol("pptp", "Tunnels: lets the GRE stream of a PPTP tunnel through", 1723),
        protocol("h323", "Video conferences: lets the media streams of H.323 through", 1720),
        protocol("amanda", "Backup: lets the data connections of Amanda through", 10080, "udp"),
        protocol("observer", "Shows and accepts any traffic, and expects nothing", 0)};
}

FakeTraffic::FakeTraffic(FakeBackend *backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_flows(backend)
{
    m_bursts.setInterval(150);
    m_counts.setInterval(1000);
    connect(&m_bursts, &QTimer::timeout, this, &FakeTraffic::burst);
    connect(&m_counts, &QTimer::timeout, this, &FakeTraffic::count);
}

void FakeTraffic::setUp()
{
    m_backend->allowPayloads();
    m_flows.setUp();
    m_backend->setProtocols(sampleProtocols());
    m_backend->addHelper(helper("ftp", "running", "tcp", 0));
    m_backend->addHelper(helper("sip", "running", "udp", 1));
    m_backend->addHelper(helper("test", "disabled", "tcp", 2));
    HelperInfo irc = helper("irc", "failed", "tcp", 3);
    irc.problem = QStringLiteral("Its process died five times within a minute; the last packet is kept for a replay.");
    m_backend->addHelper(irc);
    HelperInfo foreign = helper("rpc", "running", "udp", 7);
    foreign.owner = QStringLiteral("foreign");
    m_backend->addHelper(foreign);
    const QStringList both {QStringLiteral("prerouting"), QStringLiteral("output")};
    m_backend->addRule({QStringLiteral("ftp"), QStringLiteral("tcp"), {{21, 21}}, {both.first()}, {},
        QStringLiteral("lan0"), {}, QStringLiteral("10.0.1.0/24"), QStringLiteral("10.0.2.2/32")});
    m_backend->addRule({QStringLiteral("ftp"), QStringLiteral("tcp"), {{2121, 2130}}, both, {}, {}, {}, {}, {}});
    m_backend->addRule({QStringLiteral("sip"), QStringLiteral("udp"), {{5060, 5060}}, both, {}, {}, {}, {}, {}});
    m_backend->addIncident({QStringLiteral("attention"), QStringLiteral("ftp"),
        QStringLiteral("ftp was restarted after SIGSEGV, 0 packets lost"), nowNs() - 300'000'000'000, false,
        QStringLiteral("ftp-20260102T030405.006Z")});
    m_backend->addIncident({QStringLiteral("failed"), QStringLiteral("irc"),
        QStringLiteral("irc keeps dying: disabled after 5 restarts"), nowNs() - 60'000'000'000});
}

void FakeTraffic::start()
{
    m_bursts.start();
    m_counts.start();
    burst();
    count();
}

void FakeTraffic::burst()
{
    m_flows.goOn();
    session(m_sessions++);
}

void FakeTraffic::session(int number)
{
    const auto clientPort = std::uint16_t(40000 + number % 20000);
    const auto dataPort = std::uint16_t(50000 + number % 10000);
    const std::string port = "PORT 10,0,1,2," + std::to_string(dataPort / 256) + ',' + std::to_string(dataPort % 256);
    const auto up = [&](std::string_view note, std::uint32_t length) {
        return live(Samples::packet("ftp", "10.0.1.2", clientPort, "10.0.2.2", 21, note),
            9'000 + std::uint32_t(number * 7919 % 9000), length);
    };
    EventRecord banner =
        live(Samples::packet("ftp", "10.0.2.2", 21, "10.0.1.2", clientPort, "220 (vsFTPd 3.0.3)"), 8'100, 72);
    banner.ctInfo = CtInfo::EstablishedReply;
    writeLine(banner);
    writeLine(up("USER anonymous", 68));
    writeLine(up(number % 9 == 4 ? "PASV" : port, 78));
    if (number % 23 == 7) {
        EventRecord dropped = up("PORT names a third machine: 10.0.9.9", 78);
        dropped.outcome = std::uint8_t(Verdict::Drop);
        m_backend->write(dropped);
    }
    m_flows.beginControl(clientPort);
    EventRecord expected = Samples::ftpExpectation(EventAction::New);
    expected.timeNs = nowNs();
    expected.destinationPort = dataPort;
    expected.expectation.masterSourcePort = clientPort;
    expected.expectation.id = std::uint64_t(number) + 1;
    m_backend->write(expected);
    if (number % 11 != 5) {
        expected.outcome = std::uint8_t(EventAction::Matched);
        m_backend->write(expected);
        m_flows.beginData(clientPort, dataPort);
    }
    if (number % 5 == 0) {
        writeLine(
            live(Samples::packet("sip", "fd00:1::2", 5060, "fd00:2::2", 5060, "INVITE, media on 10 ports from 40000"),
                21'500, 612));
    }
}

void FakeTraffic::writeLine(EventRecord event)
{
    const auto bytes = Samples::packetBytes(event, std::string(event.noteText()) + "\r\n");
    event.payloadLength = std::uint32_t(bytes.size());
    m_backend->write(event, bytes);
}

void FakeTraffic::count()
{
    m_ftpPackets += 900 + qulonglong(280 * std::sin(double(m_sessions) / 25));
    m_sipPackets += 88 + qulonglong(m_sessions) % 17;
    m_expectations += 9 + qulonglong(m_seconds % 7);
    ++m_seconds;
    const double busy = 1 + 0.3 * std::sin(m_seconds / 20.0);
    m_backend->changeHelper(
        QStringLiteral("ftp"), secondOf(QStringLiteral("ftp"), m_ftpPackets, m_expectations, 41'000 * busy));
    m_backend->changeHelper(QStringLiteral("sip"),
        secondOf(QStringLiteral("sip"), m_sipPackets, 37 + qulonglong(m_seconds), 38'000 * busy));
    m_backend->changeRule(
        1, {{QStringLiteral("Packets"), m_ftpPackets / 8}, {QStringLiteral("Bytes"), m_ftpPackets * 9}});
    m_backend->changeRule(3, {{QStringLiteral("Packets"), m_sipPackets / 2}, {QStringLiteral("Bytes"), m_sipPackets}});
}

QVariantMap FakeTraffic::secondOf(const QString &helper, qulonglong packets, qulonglong expectations, double latencyNs)
{
    LatencyMap &latencies = m_latencies[helper];
    const QList<std::pair<double, qulonglong>> spread {{0.8, 30}, {1, 40}, {1.5, 20}, {3, 8}, {4.5, 2}};
    for (const auto &[factor, count] : spread) {
        latencies[uint(Wire::latencyBucket(std::uint64_t(latencyNs * factor)))] += count;
    }
    const CounterMap counters {{QStringLiteral("packets"), packets}, {QStringLiteral("accepted"), packets - 3},
        {QStringLiteral("dropped"), 3}, {QStringLiteral("expectations"), expectations},
        {QStringLiteral("expectations_waiting"), expectations % 16},
        {QStringLiteral("latency_p50_ns"), qulonglong(latencyNs)},
        {QStringLiteral("latency_p99_ns"), qulonglong(latencyNs * 4.5)},
        {QStringLiteral("queue_depth"), qulonglong(2 + m_seconds % 5)},
        {QStringLiteral("kernel_dropped"), qulonglong(m_seconds / 30)}, {QStringLiteral("restarts"), 1}};
    return {{QStringLiteral("Counters"), QVariant::fromValue(counters)},
        {QStringLiteral("Latencies"), QVariant::fromValue(latencies)}};
}

} // namespace Trackhand
