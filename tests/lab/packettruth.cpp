// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/net/headers.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <map>
#include <pcap/pcap.h>
#include <set>
#include <vector>

using namespace Trackhand;

namespace {

constexpr std::size_t EthernetHeader = 14;
constexpr int PostRouting = 4;

// A capture's clock has microseconds, cut off; so much either way is no contradiction.
constexpr qint64 ClockSlackNs = 2000;
// From the moment a packet left to the moment its event was stamped: the rest of the same system call, unless somebody
// else had the processor meanwhile.
constexpr qint64 AfterwardsNs = 250 * 1000 * 1000;

/// One packet as tcpdump saw it on one of the router's interfaces.
struct Captured {
    qint64 timeNs = 0;
    int length = 0; ///< from the IP header on
    Tuple tuple;
    QByteArray carried; ///< from the transport's header on, which routing leaves alone
};

/// One packet as an event told of it.
struct Told {
    qint64 timeNs = 0;
    qint64 latencyNs = 0;
    QJsonObject json;
};

/// A conversation one way: what came in at one interface, left at the other, and was told.
struct Way {
    std::vector<Captured> in;
    std::vector<Captured> out;
    std::vector<Told> told;
    int inDevice = 0;
    int outDevice = 0;
};

int failures = 0;

void differs(const QString &what)
{
    if (++failures <= 20) {
        std::printf("%s\n", qPrintable(what));
    }
}

template <typename T>
void compare(const QString &which, const char *field, const T &told, const T &seen)
{
    if (told != seen) {
        differs(
            QStringLiteral("%1: %2 is told as %3, but was %4").arg(which, QLatin1String(field)).arg(told).arg(seen));
    }
}

QString text(const IpAddress &address)
{
    return QString::fromStdString(address.toString());
}

std::vector<Captured> readCapture(const char *path)
{
    char problem[PCAP_ERRBUF_SIZE] = {};
    std::vector<Captured> packets;
    pcap_t *capture = pcap_open_offline_with_tstamp_precision(path, PCAP_TSTAMP_PRECISION_NANO, problem);
    if (!capture) {
        differs(QString::fromLocal8Bit(problem));
        return packets;
    }
    pcap_pkthdr *header = nullptr;
    const u_char *bytes = nullptr;
    while (pcap_next_ex(capture, &header, &bytes) == 1) {
        const auto headers = parseHeaders({bytes + EthernetHeader, header->caplen - EthernetHeader});
        // The IP header's own length: Ethernet pads short frames.
        const bool six = bytes[EthernetHeader] >> 4 == 6;
        const u_char *field = bytes + EthernetHeader + (six ? 4 : 2);
        const int length = (six ? 40 : 0) + (field[0] << 8 | field[1]);
        if (headers) {
            const auto kept = std::min(length, static_cast<int>(header->caplen - EthernetHeader));
            const QByteArray packet(reinterpret_cast<const char *>(bytes) + EthernetHeader, kept);
            packets.push_back({header->ts.tv_sec * 1000000000LL + header->ts.tv_usec, length, headers->tuple,
                packet.mid(headers->l4Offset)});
        } else {
            differs(QStringLiteral("a captured packet that cannot be read"));
        }
    }
    pcap_close(capture);
    return packets;
}

/// "2026-01-31T12:00:00.123456789Z"
qint64 nanoseconds(const QString &rfc3339)
{
    const auto seconds = QDateTime::fromString(rfc3339.left(19) + QLatin1Char('Z'), Qt::ISODate).toSecsSinceEpoch();
    return seconds * 1000000000LL + rfc3339.mid(20, 9).toLongLong();
}

std::vector<Told> readEvents(const char *path, const QString &since)
{
    std::vector<Told> events;
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::ReadOnly)) {
        differs(file.errorString());
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        const QString time = json.value(u"time").toString();
        if (!json.isEmpty() && time >= since) {
            events.push_back({nanoseconds(time), qRound64(json.value(u"latency_us").toDouble() * 1000), json});
        }
    }
    return events;
}

void compareOrder(const std::vector<Told> &events)
{
    std::map<int, std::pair<qint64, qint64>> last; // by queue: id and time
    for (const Told &event : events) {
        auto &[id, time] = last[event.json.value(u"queue").toInt()];
        const qint64 next = event.json.value(u"id").toInteger();
        if (next <= id) {
            differs(QStringLiteral("id %1 comes after %2").arg(next).arg(id));
        }
        if (event.timeNs < time) {
            differs(QStringLiteral("packet %1 is told with an earlier time than the one before").arg(next));
        }
        id = next;
        time = event.timeNs;
    }
}

/// A connection's first direction is "new" until an answer has been seen, in the order of the queue.
void compareConntrack(const std::vector<Told> &events, const QStringList &clients)
{
    std::set<QString> answered;
    for (const Told &event : events) {
        const auto value = [&](const char *name) {
            return event.json.value(QLatin1String(name)).toVariant().toString();
        };
        const bool original = clients.contains(value("src"));
        const QStringList ends = original
            ? QStringList {value("l4"), value("src"), value("sport"), value("dst"), value("dport")}
            : QStringList {value("l4"), value("dst"), value("dport"), value("src"), value("sport")};
        const QString connection = ends.join(QLatin1Char(' '));
        if (!original) {
            answered.insert(connection);
        }
        const QString which = QStringLiteral("packet %1").arg(value("id"));
        compare(
            which, "direction", value("direction"), original ? QStringLiteral("original") : QStringLiteral("reply"));
        compare(which, "ctinfo", value("ctinfo"),
            answered.contains(connection) ? QStringLiteral("established") : QStringLiteral("new"));
    }
}

void comparePacket(const Told &event, const Captured &in, const Captured &out, const Way &way)
{
    const QJsonObject &json = event.json;
    const QString which = QStringLiteral("packet %1").arg(json.value(u"id").toInteger());
    const bool six = out.tuple.source.family == L3Protocol::Ipv6;
    compare(which, "src", json.value(u"src").toString(), text(out.tuple.source));
    compare(which, "dst", json.value(u"dst").toString(), text(out.tuple.destination));
    compare(which, "sport", json.value(u"sport").toInt(), int {out.tuple.sourcePort});
    compare(which, "dport", json.value(u"dport").toInt(), int {out.tuple.destinationPort});
    compare(which, "l3", json.value(u"l3").toString(), six ? QStringLiteral("ipv6") : QStringLiteral("ipv4"));
    compare(which, "l4", json.value(u"l4").toString(), QString::fromStdString(std::string(toString(out.tuple.l4))));
    compare(which, "hw_protocol", json.value(u"hw_protocol").toString(),
        six ? QStringLiteral("0x86dd") : QStringLiteral("0x0800"));
    compare(which, "payload_len", json.value(u"payload_len").toInt(), out.length);
    compare(which, "payload_len at its arrival", json.value(u"payload_len").toInt(), in.length);
    compare(which, "indev", json.value(u"indev").toInt(), way.inDevice);
    compare(which, "outdev", json.value(u"outdev").toInt(), way.outDevice);
    compare(which, "hook", json.value(u"hook").toInt(), PostRouting);
    compare(which, "verdict", json.value(u"verdict").toString(), QStringLiteral("accept"));
    compare(which, "mangled", int {json.value(u"mangled").toBool(true)}, 0);
    compare(which, "fail_open", int {json.value(u"fail_open").toBool()}, 0);

    // It arrived, was read, was judged, left, and then its event was stamped.
    const qint64 readAt = event.timeNs - event.latencyNs;
    const auto demand = [&](bool so, const char *what, qint64 ns) {
        if (!so) {
            differs(QStringLiteral("%1: %2 (%3 us)").arg(which, QLatin1String(what)).arg(ns / 1000));
        }
    };
    demand(event.latencyNs > 0, "took no time", event.latencyNs);
    demand(readAt + ClockSlackNs >= in.timeNs, "was read before it arrived", in.timeNs - readAt);
    demand(event.timeNs + ClockSlackNs >= out.timeNs, "left after it was told", out.timeNs - event.timeNs);
    demand(event.timeNs - out.timeNs < AfterwardsNs, "was told long after it left", event.timeNs - out.timeNs);
    demand(event.latencyNs <= out.timeNs - in.timeNs + AfterwardsNs, "took longer than it was in the router",
        event.latencyNs - (out.timeNs - in.timeNs));
}

/// The router has two processors: what arrives on both at the same moment is captured in one order and queued in the
/// other. So each packet that left is given the one that arrived and carries the same.
void pairArrivals(Way &way)
{
    std::vector<Captured> paired;
    for (const Captured &left : way.out) {
        const auto same = std::find_if(way.in.begin(), way.in.end(),
            [&](const Captured &arrived) { return arrived.tuple == left.tuple && arrived.carried == left.carried; });
        if (same != way.in.end()) {
            paired.push_back(std::move(*same));
            way.in.erase(same);
        }
    }
    // What left and never arrived is missed by number, and what arrived and never left stays behind.
    paired.insert(paired.end(), way.in.begin(), way.in.end());
    way.in = std::move(paired);
}

void compareWay(const char *name, Way &way)
{
    pairArrivals(way);
    const auto count = static_cast<int>(way.told.size());
    compare(QLatin1String(name), "the number of packets", count, static_cast<int>(way.out.size()));
    compare(QLatin1String(name), "the number of packets that arrived", count, static_cast<int>(way.in.size()));
    std::vector<qint64> beforeReading;
    std::vector<qint64> afterLeaving;
    for (std::size_t i = 0; i < std::min({way.told.size(), way.out.size(), way.in.size()}); ++i) {
        comparePacket(way.told[i], way.in[i], way.out[i], way);
        beforeReading.push_back(way.told[i].timeNs - way.told[i].latencyNs - way.in[i].timeNs);
        afterLeaving.push_back(way.told[i].timeNs - way.out[i].timeNs);
    }
    const auto median = [](std::vector<qint64> &values) {
        std::sort(values.begin(), values.end());
        return values.empty() ? 0 : values[values.size() / 2] / 1000;
    };
    std::printf("%s: %d packets; median %lld us from arrival to reading, %lld us from leaving to the event's time\n",
        name, count, static_cast<long long>(median(beforeReading)), static_cast<long long>(median(afterLeaving)));
}

} // namespace

/// Compares what `trackhandctl watch packets --json` told of conversations through the router, packet by packet, with
/// captures of its two interfaces:  packettruth EVENTS SINCE CLIENT.pcap INDEX SERVER.pcap INDEX CLIENT-ADDRESS...
int main(int argc, char *argv[])
{
    if (argc < 8) {
        std::fprintf(stderr, "usage: packettruth EVENTS SINCE CLIENT.pcap INDEX SERVER.pcap INDEX CLIENT-ADDRESS...\n");
        return 2;
    }
    QStringList clients;
    for (int i = 7; i < argc; ++i) {
        clients += QString::fromLocal8Bit(argv[i]);
    }
    const auto events = readEvents(argv[1], QString::fromLocal8Bit(argv[2]));
    Way there;
    Way back;
    there.inDevice = back.outDevice = QByteArray(argv[4]).toInt();
    there.outDevice = back.inDevice = QByteArray(argv[6]).toInt();
    for (const Captured &packet : readCapture(argv[3])) {
        (clients.contains(text(packet.tuple.source)) ? there.in : back.out).push_back(packet);
    }
    for (const Captured &packet : readCapture(argv[5])) {
        (clients.contains(text(packet.tuple.source)) ? there.out : back.in).push_back(packet);
    }
    for (const Told &event : events) {
        (clients.contains(event.json.value(u"src").toString()) ? there : back).told.push_back(event);
    }
    compareOrder(events);
    compareConntrack(events, clients);
    compareWay("to the server", there);
    compareWay("to the client", back);
    if (events.empty()) {
        differs(QStringLiteral("nothing was told"));
    }
    std::printf("%d differences\n", failures);
    return failures == 0 ? 0 : 1;
}
