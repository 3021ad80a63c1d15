// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "h323signalling.h"
#include "helpers/helperrunner.h"
#include "helpers/registry.h"
#include "helpers/script/scripthelper.h"
#include "packetbuilder.h"
#include "tests/shared/allocationcount.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

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

    const IpAddress &host(int which) const { return which == 0 ? m_tuple.source : m_tuple.destination; }

    std::vector<Judged> packets;

private:
    Tuple m_tuple;
    std::array<std::uint32_t, 2> m_sequence {1000, 5000};
};

/// A literal with zeros in it.
template <std::size_t Size>
constexpr std::string_view raw(const char (&bytes)[Size])
{
    return {bytes, Size - 1};
}

void sayFtp(Recording &recording)
{
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
}

void sayRpc(Recording &recording)
{
    recording.say(0, raw("\x80\0\0\x38\0\0\0\7\0\0\0\0\0\0\0\2\0\1\x86\xa0\0\0\0\2\0\0\0\3\0\0\0\0\0\0\0\0"));
    recording.say(0, raw("\0\0\0\0\0\0\0\0\0\1\x86\xa3\0\0\0\3\0\0\0\6\0\0\0\0"));
    recording.say(1, raw("\x80\0\0\x1c\0\0\0\7\0\0\0\1\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x08\1"));
    recording.say(0, {});
}

void saySane(Recording &recording)
{
    recording.say(0, raw("\0\0\0\7\0\0\0\0"));
    recording.say(1, raw("\0\0\0\0\0\0\xc3\x50\0\0\x12\x34\0\0\0\0"));
    recording.say(0, {});
}

void sayTns(Recording &recording)
{
    recording.say(0, raw("\0\x08\0\0\1\0\0\0"));
    recording.say(1, raw("\0\x37\0\0\5\0\0\0\0\x2d(ADDRESS=(PROTOCOL=tcp)(HOST=db)"));
    recording.say(1, raw("(PORT=1522)) "));
    recording.say(1, raw("\0\x08\0\0\2\0\0\0"));
}

/// A Connect of H.225.0 that names @p address.
std::string h323Connect(const IpAddress &address)
{
    const bool ipv6 = address.family == L3Protocol::Ipv6;
    const IpAddress before = *IpAddress::parse(ipv6 ? "fd00:2::2" : "10.0.2.2");
    std::string message = QByteArray::fromHex(ipv6 ? H323::Connect6 : H323::Connect).toStdString();
    const auto at = std::search(message.begin(), message.end(), before.bytes.begin(),
        before.bytes.begin() + static_cast<int>(before.size()),
        [](char left, std::uint8_t right) { return static_cast<std::uint8_t>(left) == right; });
    std::copy_n(address.bytes.begin(), address.size(), at);
    return message;
}

void sayH323(Recording &recording)
{
    const std::string connect = h323Connect(recording.host(1));
    recording.say(1, connect);
    recording.say(1, std::string_view(connect).substr(0, 50));
    recording.say(1, std::string_view(connect).substr(50));
}

void sayIrc(Recording &recording)
{
    const bool ipv6 = recording.host(0).family == L3Protocol::Ipv6;
    const std::string address = ipv6 ? recording.host(0).toString() : "167772418";
    recording.say(0, "PRIVMSG bob :\x01" + ("DCC CHAT chat " + address) + " 50003\x01\r\n");
}

void sayRtsp(Recording &recording)
{
    const std::string_view transport = "Transport: RTP/AVP;unicast;client_port=50004-50005";
    recording.say(0, "SETUP rtsp://cam/ RTSP/1.0\r\nCSeq: 3\r\n" + std::string(transport) + "\r\n\r\n");
    recording.say(1, "RTSP/1.0 200 OK\r\nCSeq: 3\r\n" + std::string(transport) + ";server_port=6000-6001\r\n\r\n");
}

void saySip(Recording &recording)
{
    const bool ipv6 = recording.host(0).family == L3Protocol::Ipv6;
    const std::string own = recording.host(0).toString();
    const std::string host = ipv6 ? "[" + own + "]" : own;
    const std::string media = std::string("v=0\r\nc=IN ") + (ipv6 ? "IP6 " : "IP4 ") + own
        + "\r\nm=audio 6000 RTP/AVP 0\r\nm=video 6002 RTP/AVP 96\r\na=rtcp-mux\r\n";
    const std::string invite = "INVITE sip:bob@example.org SIP/2.0\r\nVia: SIP/2.0/TCP " + host
        + ":5060\r\nCall-ID: a call of no particular length\r\nCSeq: 1 INVITE\r\nContent-Type: application/sdp\r\n"
          "Content-Length: "
        + std::to_string(media.size()) + "\r\n\r\n" + media;
    const std::string contact = "CSeq: 2 REGISTER\r\nContact: <sip:alice@" + host + ":5070>;expires=60\r\n\r\n";
    recording.say(0, invite);
    recording.say(0, std::string_view(invite).substr(0, 100));
    recording.say(0, std::string_view(invite).substr(100));
    recording.say(1, "SIP/2.0 180 Ringing\r\nCSeq: 1 INVITE\r\n\r\n");
    recording.say(0, "REGISTER sip:example.org SIP/2.0\r\n" + contact);
    recording.say(1, "SIP/2.0 200 OK\r\n" + contact);
    recording.say(0, "\r\n\r\nBYE sip:bob@example.org SIP/2.0\r\nCSeq: 3 BYE\r\n\r\n");
}

struct Scene {
    const char *helper;
    std::uint16_t port;
    void (*say)(Recording &recording);
};
constexpr Scene Scenes[] {{"observer", 21, &sayFtp}, {"ftp", 21, &sayFtp}, {"h323", 1720, &sayH323},
    {"irc", 6667, &sayIrc}, {"rpc", 111, &sayRpc}, {"rtsp", 554, &sayRtsp}, {"sane", 6566, &saySane},
    {"sip", 5060, &saySip}, {"tns", 1521, &sayTns}};

Recording conversation(const Scene &scene, bool ipv6)
{
    Recording recording(ipv6 ? tcpTuple("fd00:1:2222:3333:4444:5555:6666:7777", 40000,
                            "fd00:2:2222:3333:4444:5555:6666:7777", scene.port)
                             : tcpTuple("10.0.1.2", 40000, "10.0.2.2", scene.port));
    recording.say(0, {}, Syn);
    scene.say(recording);
    return recording;
}

/// What each helper for discovery is asked most, to the group it is asked of.
struct Question {
    const char *helper;
    const char *group;
    std::string_view text;
};
using namespace std::string_view_literals;
constexpr Question Questions[] = {
    {"mdns", "224.0.0.251", "\0\0\0\0\0\1\0\0\0\0\0\0\5_http\4_tcp\5local\0\0\x0c\x80\1"sv},
    {"mdns", "ff02::fb", "\0\0\0\0\0\1\0\0\0\0\0\0\5_http\4_tcp\5local\0\0\x0c\x80\1"sv},
    {"ssdp", "239.255.255.250", "M-SEARCH * HTTP/1.1\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: ssdp:all\r\n\r\n"},
    {"ssdp", "ff02::c", "M-SEARCH * HTTP/1.1\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: ssdp:all\r\n\r\n"},
    {"netbios-ns", "10.0.1.255", "\x12\x34\1\x10\0\1\0\0\0\0\0\0 CKAAAA"sv},
    {"dhcpv6", "ff02::1:2", "\1xid"},
    {"slp", "239.255.255.253", "\2\1\0\0\x10\x20\0\0\0\0\x12\x34\0\2en"sv},
    {"slp", "ff02::116", "\2\1\0\0\x10\x20\0\0\0\0\x12\x34\0\2en"sv},
};

} // namespace

class TestHelperAllocations : public QObject {
    Q_OBJECT

private slots:
    void noPacketAllocates_data()
    {
        QTest::addColumn<std::size_t>("scene");
        QTest::addColumn<bool>("ipv6");
        for (std::size_t i = 0; i < std::size(Scenes); ++i) {
            QTest::addRow("%s, IPv4", Scenes[i].helper) << i << false;
            QTest::addRow("%s, IPv6", Scenes[i].helper) << i << true;
        }
    }
    void noPacketAllocates()
    {
        QFETCH(std::size_t, scene);
        QFETCH(bool, ipv6);
        const std::string_view helper = Scenes[scene].helper;
        HelperRunner runner(createHelper(helper, {}).take(), 64);
        auto recording = conversation(Scenes[scene], ipv6);
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
        QVERIFY(helper == "observer" || expectations >= 500); // it did look
        QVERIFY(notes > 0);
    }
    void noQuestionToAGroupAllocates_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(Questions)); ++i) {
            QTest::addRow("%s to %s", Questions[i].helper, Questions[i].group) << i;
        }
    }
    void noQuestionToAGroupAllocates()
    {
        QFETCH(int, index);
        const Question &question = Questions[index];
        HelperRunner runner(createHelper(question.helper, {}).take(), 8);
        Wire::PacketRecord record;
        record.ctInfo = CtInfo::New;
        record.original.destination = *IpAddress::parse(question.group);
        record.original.source = *IpAddress::parse(
            record.original.destination.family == L3Protocol::Ipv6 ? "fe80::1:2222:3333:4444" : "10.0.1.2");
        record.original.sourcePort = 40000;
        record.original.destinationPort = runner.descriptor().ports.front();
        record.original.l4 = L4Protocol::Udp;
        record.reply = record.original.inverted();
        const Bytes bytes = udpPacket(record.original, question.text);
        record.payloadLength = record.originalLength = static_cast<std::uint32_t>(bytes.size());
        const auto proposal = std::make_unique<Wire::Proposal>();
        countThisThread();
        std::uint64_t before = 0;
        for (std::uint32_t connection = 1; connection <= 100; ++connection) {
            if (connection == 17) { // every place of the table is in use
                before = allocations().here;
            }
            record.ctId = connection;
            runner.judge(record, bytes, *proposal);
            QCOMPARE(proposal->expectationCount, std::uint8_t {1});
        }
        QCOMPARE(allocations().here - before, std::uint64_t {0});
    }
    /// Once it has seen enough packets for its pools.
    void aScriptTakesNothingMoreFromTheSystem()
    {
        std::ifstream file(TRACKHAND_SOURCE "/examples/scripts/ftp.lua");
        const std::string text {std::istreambuf_iterator<char>(file), {}};
        HelperRunner runner(ScriptHelper::create({"ftp.lua", text}).take(), 64);
        Recording recording(tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21));
        recording.say(0, {}, Syn);
        sayFtp(recording);
        const auto proposal = std::make_unique<Wire::Proposal>();
        std::uint64_t expectations = 0;
        std::uint64_t before = 0;
        countThisThread();
        for (std::uint32_t connection = 1; connection <= 4000; ++connection) {
            if (connection == 2000) {
                before = allocations().here;
                expectations = 0;
            }
            for (Judged &packet : recording.packets) {
                packet.record.ctId = connection;
                packet.record.original.sourcePort = static_cast<std::uint16_t>(40000 + connection % 100);
                packet.record.reply = packet.record.original.inverted();
                packet.record.helperDataLength = runner.descriptor().privateDataLength;
                runner.judge(packet.record, packet.bytes, *proposal);
                expectations += proposal->expectationCount;
            }
        }
        QCOMPARE(allocations().here - before, std::uint64_t {0});
        QVERIFY(expectations >= 2000); // it did look
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
