// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"
#include "helpers/registry.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString noteOf(const Bytes &bytes, CtInfo info = CtInfo::Established)
{
    HelperRunner runner(createHelper("observer").take(), 2);
    Wire::PacketRecord record;
    record.packetId = 9;
    record.ctInfo = info;
    record.originalLength = record.payloadLength = static_cast<std::uint32_t>(bytes.size());
    const auto proposal = std::make_unique<Wire::Proposal>();
    runner.judge(record, bytes, *proposal);
    const bool plain = proposal->packetId == 9 && proposal->verdict == Verdict::Accept && !proposal->mangled
        && proposal->expectationCount == 0 && !proposal->helperDataChanged;
    return plain ? text(proposal->noteText()) : QStringLiteral("not a plain accept");
}

const Tuple Some = tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21);

Tuple udp()
{
    Tuple tuple = Some;
    tuple.l4 = L4Protocol::Udp;
    return tuple;
}

} // namespace

/// The observer, and what the runner and the registry do around every helper.
class TestObserver : public QObject {
    Q_OBJECT

private slots:
    void saysWhatAPacketIs()
    {
        QCOMPARE(noteOf(tcpPacket(Some, {1, 0, Syn, {}}), CtInfo::New), text("tcp SYN"));
        QCOMPARE(noteOf(tcpPacket(Some, {1, 0, Syn | Ack, {}})), text("tcp SYN ACK"));
        QCOMPARE(noteOf(tcpPacket(Some, {1, 0, Ack, {}})), text("tcp ACK"));
        QCOMPARE(noteOf(tcpPacket(Some, {1, 0, Fin | Ack, {}})), text("tcp FIN"));
        QCOMPARE(noteOf(tcpPacket(Some, {1, 0, Ack, "x"})), text("tcp 1 byte"));
        QCOMPARE(noteOf(tcpPacket(Some, {1, 0, Ack, "hello"})), text("tcp 5 bytes"));
        QCOMPARE(noteOf(udpPacket(udp(), std::string(64, 'x'))), text("udp 64 bytes"));
        QCOMPARE(noteOf(udpPacket(udp(), "")), text("udp 0 bytes"));
    }

    void acceptsAndSaysWhyItCannotRead()
    {
        const Bytes whole = tcpPacket(Some, {1, 0, Ack, "hello"});
        for (std::size_t length = 0; length < 40; ++length) {
            QCOMPARE(noteOf(Bytes(whole.begin(), whole.begin() + length)),
                text("malformed: shorter than its headers claim"));
        }
        QCOMPARE(noteOf(whole, CtInfo::Absent), text("not tracked by conntrack"));
        Bytes fragment = udpPacket(udp(), "part");
        fragment[7] = 100;
        QCOMPARE(noteOf(fragment), text("protocol 17 fragment"));
    }

    void linkPaddingIsNoPayload()
    {
        Bytes padded = tcpPacket(Some, {1, 0, Ack, {}});
        padded.resize(46);
        QCOMPARE(noteOf(padded), text("tcp ACK"));
    }

    void countsWhatItCannotJudge()
    {
        HelperRunner runner(createHelper("observer").take(), 2);
        const auto proposal = std::make_unique<Wire::Proposal>();
        runner.judge({}, Bytes {0x45}, *proposal);
        runner.judge({}, tcpPacket(Some, {}), *proposal); // no conntrack in the record
        QCOMPARE(runner.counters().packets, std::uint64_t {2});
        QCOMPARE(runner.counters().malformed, std::uint64_t {1});
        QCOMPARE(runner.counters().withoutConntrack, std::uint64_t {1});
    }

    void aNoteIsPrintableAndBounded()
    {
        Note note;
        note.append(std::string_view("a\r\n\x1b[31m\xff\\\0z", 12));
        QCOMPARE(text(note.text()), text("a\\x0d\\x0a\\x1b[31m\\xff\\x5c\\x00z"));
        note.clear();
        for (int i = 0; i < 100; ++i) {
            note.append("\x01\x02").next();
        }
        QCOMPARE(note.text().size(), Wire::MaxNoteLength);
        QVERIFY(note.text().ends_with("..."));
    }

    void everyHelperIsDescribedWithinTheKernelsLimits()
    {
        QVERIFY(!availableHelpers().empty());
        for (const HelperDescriptor *each : availableHelpers()) {
            QVERIFY(!each->name.empty() && each->name.size() <= 15);
            QVERIFY(!each->summary.empty() && !each->advice.empty());
            QVERIFY(!each->l3.empty() && !each->l4.empty());
            QVERIFY(!each->classes.empty() && each->classes.size() <= 4);
            QVERIFY(each->privateDataLength <= Wire::HelperDataSize);
            for (const ExpectationClass &kind : each->classes) {
                QVERIFY(!kind.name.empty() && kind.name.size() <= 15 && kind.timeoutSeconds > 0);
                QVERIFY(kind.maximum >= 1 && kind.maximum <= 255);
            }
            QVERIFY(OptionValues::check(each->options, {}).ok());
            QVERIFY(createHelper(each->name).ok());
            QVERIFY(findHelper(each->name) == each);
        }
    }

    void whatDoesNotFitIsRefusedWithAReason()
    {
        QVERIFY(findHelper("nonsense") == nullptr);
        QVERIFY(createHelper("nonsense").error().code == ErrorCode::NoSuchHelper);
        const auto unknown = createHelper("ftp", {{"lose", "true"}});
        QVERIFY(unknown.error().code == ErrorCode::InvalidArgument);
        QCOMPARE(
            text(unknown.error().text), text("there is no option \"lose\"; this helper has loose, allow_low_ports"));
        QCOMPARE(
            text(createHelper("ftp", {{"loose", "maybe"}}).error().text), text("option \"loose\" takes true or false"));
    }

    void numbersAndTextsAreBounded()
    {
        const std::vector<OptionSpec> specs {
            {.name = "n", .kind = OptionKind::Integer, .defaultValue = "5", .text = {}, .minimum = 1, .maximum = 9},
            {.name = "t", .kind = OptionKind::Text, .defaultValue = "x", .text = {}, .minimum = 0, .maximum = 3}};
        QCOMPARE(OptionValues::check(specs, {})->integer("n"), std::int64_t {5});
        QCOMPARE(OptionValues::check(specs, {{"n", "9"}})->integer("n"), std::int64_t {9});
        for (const char *wrong : {"0", "10", "", "5x", "99999999999999999999"}) {
            QVERIFY(!OptionValues::check(specs, {{"n", wrong}}));
        }
        QVERIFY(OptionValues::check(specs, {{"t", "abc"}}));
        QVERIFY(!OptionValues::check(specs, {{"t", "abcd"}}));
    }
};

QTEST_APPLESS_MAIN(TestObserver)
#include "tst_observer.moc"
