// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/helperrunner.h"
#include "helpers/registry.h"
#include "packetbuilder.h"
#include "tests/shared/allocationcount.h"

#include <QTest>

#include <array>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

struct Judged {
    Wire::PacketRecord record;
    Bytes bytes;
};

/// The packets of one control connection, ready to be judged again and again.
class Recording {
public:
    explicit Recording(const Tuple &tuple)
        : m_tuple(tuple)
    {
    }

    void say(int from, std::string_view text, std::uint8_t flags = Ack)
    {
        const Tuple tuple = from == 0 ? m_tuple : m_tuple.inverted();
        Judged judged;
        judged.bytes = tcpPacket(tuple, {m_sequence[from], m_sequence[1 - from], flags, text});
        judged.record.ctInfo = flags == Syn ? CtInfo::New : from == 0 ? CtInfo::Established : CtInfo::EstablishedReply;
        judged.record.original = m_tuple;
        judged.record.reply = m_tuple.inverted();
        judged.record.payloadLength = judged.record.originalLength = static_cast<std::uint32_t>(judged.bytes.size());
        m_sequence[from] += static_cast<std::uint32_t>(text.size()) + (flags == Syn ? 1 : 0);
        packets.push_back(std::move(judged));
    }

    std::vector<Judged> packets;

private:
    Tuple m_tuple;
    std::array<std::uint32_t, 2> m_sequence {1000, 5000};
};

Recording conversation(bool ipv6)
{
    Recording recording(ipv6
            ? tcpTuple("fd00:1:2222:3333:4444:5555:6666:7777", 40000, "fd00:2:2222:3333:4444:5555:6666:7777", 21)
            : tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21));
    recording.say(0, {}, Syn);
    recording.say(1, "220 (vsFTPd 3.0.3)\r\n");
    recording.say(0, "USER anonymous\r\n");
    recording.say(1, "331 Please specify the pass");
    recording.say(1, "word.\r\n");
    recording.say(0, {});
    recording.say(1, "211-Features:\r\n EPRT\r\n EPSV\r\n211 End\r\n");
    recording.say(0, "EPSV ALL\r\n");
    recording.say(1, "200 EPSV ALL ok.\r\n");
    recording.say(0, "EPSV\r\n");
    recording.say(1, "229 Entering Extended Passive Mode (|||50001|)\r\n");
    recording.say(0, "PASV\r\n");
    recording.say(1, "227 Entering Passive Mode (10,0,2,2,195,80).\r\n");
    recording.say(0, "EPRT |2|fd00:1:2222:3333:4444:5555:6666:7777|50002|\r\n");
    recording.say(0, "PORT 10,0,1,2,195,82\r\n");
    recording.say(0,
        "\xff\xf4\xff\xf2"
        "ABOR\r\n");
    return recording;
}

} // namespace

class TestHelperAllocations : public QObject {
    Q_OBJECT

private slots:
    void noPacketAllocates_data()
    {
        QTest::addColumn<QString>("helper");
        QTest::addColumn<bool>("ipv6");
        for (const char *helper : {"observer", "ftp"}) {
            QTest::addRow("%s, IPv4", helper) << QString::fromLatin1(helper) << false;
            QTest::addRow("%s, IPv6", helper) << QString::fromLatin1(helper) << true;
        }
    }
    void noPacketAllocates()
    {
        QFETCH(QString, helper);
        QFETCH(bool, ipv6);
        HelperRunner runner(createHelper(helper.toStdString(), {}).take(), 64);
        auto recording = conversation(ipv6);
        const auto proposal = std::make_unique<Wire::Proposal>();
        std::uint64_t expectations = 0;
        std::uint64_t notes = 0;
        std::uint64_t before = 0;
        countThisThread();
        for (std::uint32_t connection = 1; connection <= 600; ++connection) {
            if (connection == 101) { // every place of the table is in use
                before = allocations().here;
            }
            for (Judged &packet : recording.packets) {
                packet.record.ctId = connection;
                packet.record.original.sourcePort = static_cast<std::uint16_t>(40000 + connection % 100);
                packet.record.reply = packet.record.original.inverted();
                packet.record.helperDataLength = runner.descriptor().privateDataLength;
                runner.judge(packet.record, packet.bytes, *proposal);
                expectations += proposal->expectationCount;
                notes += proposal->noteLength;
            }
        }
        QCOMPARE(allocations().here - before, std::uint64_t {0});
        QCOMPARE(runner.counters().malformed, std::uint64_t {0});
        QVERIFY(helper == QLatin1String("observer") || expectations >= 500); // it did look
        QVERIFY(notes > 0);
    }
    void anAllocationWouldBeCounted()
    {
        countThisThread();
        const std::uint64_t before = allocations().here;
        const auto one = std::make_unique<int>(1);
        QCOMPARE(allocations().here, before + 1);
    }
};

QTEST_APPLESS_MAIN(TestHelperAllocations)
#include "tst_helperallocations.moc"
