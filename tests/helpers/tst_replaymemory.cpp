// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/replay.h"

#include "capturefile.h"
#include "helpers/registry.h"

#include <QFile>
#include <QTest>

#include <pcap/dlt.h>
#include <thread>
#include <unistd.h>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

constexpr std::uint64_t MiB = 1024 * 1024;
constexpr std::uint64_t CaptureSize = 256 * MiB;
/// The full tables, of connections, of fragments and the helper's own, take 31 MiB, and 53 with the address sanitizer.
constexpr std::uint64_t MemoryBound = 96 * MiB;

/// A line of /proc/self/status that counts KiB, in bytes.
std::uint64_t memory(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':')) {
            return line.mid(name.size() + 1).simplified().split(' ').value(0).toULongLong() * 1024;
        }
    }
    return 0;
}

/// Transfers without end, each from another client, with what fills tables: segments out of order, fragments that never
/// become whole, data connections that never come, and bulk.
void writeTransfers(std::FILE *stream)
{
    CaptureFile capture(stream, DLT_RAW);
    const std::string bulk(4000, 'x');
    const std::string passive = "227 Entering Passive Mode (10,0,2,2,195,80).\r\n";
    for (std::uint32_t round = 0; capture.size() < CaptureSize; ++round) {
        const long second = 1000 + round / 1000;
        Tuple control = tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21);
        for (const unsigned byte : {1, 2, 3}) {
            control.source.bytes[byte] = static_cast<std::uint8_t>(round >> (24 - 8 * byte));
        }
        Tuple data = control;
        data.destinationPort = 50000;
        capture.frame(second, tcpPacket(control, {100, 0, Syn, {}}));
        capture.frame(second, tcpPacket(control.inverted(), {500, 101, Syn | Ack, {}}));
        capture.frame(second, tcpPacket(control, {111, 501, Ack, "EPSV\r\n"}));
        capture.frame(second, tcpPacket(control.inverted(), {501, 101, Ack, passive}));
        if (round % 2 == 0) {
            capture.frame(second, tcpPacket(data, {900, 0, Syn, {}}));
            capture.frame(second, tcpPacket(data.inverted(), {900, 901, Ack, bulk}));
        }
        Tuple media = data;
        media.l4 = L4Protocol::Udp;
        capture.frame(second, fragmentsOf(udpPacket(media, bulk), 1000, round)[round % 3 == 0 ? 1 : 0]);
    }
}

} // namespace

class TestReplayMemory : public QObject {
    Q_OBJECT

private slots:
    void aLargeCaptureTakesNoMoreMemoryThanTheTablesHold();
};

void TestReplayMemory::aLargeCaptureTakesNoMoreMemoryThanTheTablesHold()
{
    int ends[2] = {-1, -1};
    QVERIFY(::pipe(ends) == 0);
    std::thread writer([stream = ::fdopen(ends[1], "w")] { writeTransfers(stream); });
    const std::uint64_t before = memory("VmRSS");
    Replay replay;
    replay.attach(createHelper("ftp").take());
    const auto summary = replay.run("/dev/fd/" + std::to_string(ends[0]), [](const EventRecord &, std::uint64_t) {});
    const std::uint64_t peak = memory("VmHWM");
    ::close(ends[0]);
    writer.join();
    QVERIFY(summary);
    QCOMPARE(QByteArray::fromStdString(summary->problem), QByteArray());
    QVERIFY2(summary->frames > 400'000, qPrintable(QString::number(summary->frames)));
    QVERIFY(summary->expectations > ConntrackModel::MaxConnections);
    QVERIFY(summary->incomplete > FragmentReassembly::MaxDatagrams);
    qInfo("%llu frames, %llu MiB more memory at most", static_cast<unsigned long long>(summary->frames),
        static_cast<unsigned long long>((peak - before) / MiB));
    QVERIFY2(peak - before < MemoryBound, qPrintable(QStringLiteral("%1 MiB").arg((peak - before) / MiB)));
}

QTEST_GUILESS_MAIN(TestReplayMemory)
#include "tst_replaymemory.moc"
