// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"
#include "helpers/script/api.h"
#include "scripted.h"

#include <QFile>
#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using namespace std::string_view_literals;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

/// What a helper written in Lua sees and does.
class TestScript : public QObject {
    Q_OBJECT

private slots:
    void bytesAreReadInPlace_data();
    void bytesAreReadInPlace();
    void theConnectionIsSeenBeforeAndAfterTranslation();
    void directionAndFlagsAreThePackets();
    void theTableOfAConnectionIsItsOwn();
    void aNewConnectionInTheSamePlaceHasAnEmptyTable();
    void theKernelKeepsData();
    void aPortIsExpected();
    void anAnswerIsExpected();
    void anExpectationHasItsClassAndRights();
    void whatMustNotBeExpectedIsNot_data();
    void whatMustNotBeExpectedIsNot();
    void whatWasSaidOfATranslatedPortIsRewritten();
    void bytesAreRewritten();
    void aPacketIsDropped();
    void linesAreWholeHoweverTheyAreCut();
    void linesLeftUnreadAreNotReadLater();
    void theStreamComesInOrder();
    void whatALineLedToIsRepeatedWithIt();
    void optionsHaveTheirValues();
    void addressesAreComparable();
    void stringsHaveTheirFunctions();
    void theReferenceIsOfToday();
    void everythingThatIsThereIsExplained();
};

void TestScript::bytesAreReadInPlace_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *expression, const char *value) {
        QTest::addRow("%s", expression) << QString::fromLatin1(expression) << QString::fromLatin1(value);
    };
    row("#b", "20");
    row("b:u8(0)", "1");
    row("b:u8(19)", "255");
    row("b:u16(0)", "258");
    row("b:u16le(0)", "513");
    row("b:u32(0)", "16909060");
    row("b:u32le(0)", "67305985");
    row("b:u64(0)", "72623859790382856");
    row("b:bits(0, 7, 1)", "1");
    row("b:bits(0, 0, 8)", "1");
    row("b:bits(0, 4, 8)", "16");
    row("b:bits(3, 3, 32)", "539504696"); // over five bytes
    row("b:ipv4(0)", "1.2.3.4");
    row("b:ipv6(0)", "102:304:506:708:4142:4344:6162:6364");
    row("b:text(8, 4)", "ABCD");
    row("b:text(8):sub(1, 2)", "AB");
    row("b:range(8, 8):text()", "ABCDabcd");
    row("b:range(8):range(4):text(0, 2)", "ab");
    row("#b:range(20)", "0");
    row("b:find('ABCD')", "8");
    row("b:find('abcd', 9)", "12");
    row("b:find('ABCD', 9)", "nil");
    row("b:find('ABCD', 9999)", "nil");
    row("b:match('%u+')", "ABCD");
    row("b:match('%u()')", "9");
    row("b:match('x')", "nil");
    row("select('#', b:match('(%u)(%u)'))", "2");
    row("type(b)", "userdata");
}

void TestScript::bytesAreReadInPlace()
{
    QFETCH(QString, expression);
    QFETCH(QString, value);
    Conversation talk(
        scripted("local b = packet:payload()\npacket:note(tostring((" + expression.toStdString() + ")))"));
    talk.client("\1\2\3\4\5\6\7\10ABCDabcd\0\0\0\xff"sv);
    QCOMPARE(text(talk.note()), value);
}

void TestScript::theConnectionIsSeenBeforeAndAfterTranslation()
{
    Conversation talk(scripted("packet:note(table.concat({ connection:original() }, ' '))\n"
                               "packet:note(table.concat({ connection:reply() }, ' '))\n"
                               "packet:note(tostring(connection:has_nat()), ' ', connection:sender(), ' ',\n"
                               "  tostring(connection:is_sender('10.0.2.1')), ' ',\n"
                               "  connection:family(), ' ', connection:protocol(), ' ', connection:id())"));
    talk.masquerade();
    talk.client("x");
    QCOMPARE(text(talk.note()),
        text("10.0.1.2 40000 10.0.2.2 7000; 10.0.2.2 7000 10.0.2.1 40000; true 10.0.1.2 true ipv4 tcp 77"));
    talk.server("x");
    QVERIFY2(talk.note().ends_with("true 10.0.2.2 false ipv4 tcp 77"), talk.note().c_str());
}

void TestScript::directionAndFlagsAreThePackets()
{
    Conversation talk(scripted("packet:note(packet:direction(), packet:flags(), tostring(packet:is_truncated()))", "empty_segments = true"));
    talk.open();
    QCOMPARE(text(talk.note()), text("original16false"));
    talk.server("x");
    QCOMPARE(text(talk.note()), text("reply16false"));
}

void TestScript::theTableOfAConnectionIsItsOwn()
{
    Conversation talk(scripted("local flow = connection:flow()\n"
                               "flow.count = (flow.count or 0) + 1\nflow[7] = true\npacket:note(flow.count)"));
    talk.client("x");
    talk.client("x");
    QCOMPARE(text(talk.note()), text("2"));
    talk.original.sourcePort = 40001;
    talk.reply = talk.original.inverted();
    talk.client("x");
    QCOMPARE(text(talk.note()), text("1"));
    talk.original.sourcePort = 40000;
    talk.reply = talk.original.inverted();
    talk.client("x");
    QCOMPARE(text(talk.note()), text("3"));
}

void TestScript::aNewConnectionInTheSamePlaceHasAnEmptyTable()
{
    Conversation talk(
        scripted("local flow = connection:flow()\nflow.count = (flow.count or 0) + 1\npacket:note(flow.count)"));
    talk.client("x");
    talk.client("x");
    talk.connectionId = 78;
    talk.client("x");
    QCOMPARE(text(talk.note()), text("1"));
}

void TestScript::theKernelKeepsData()
{
    const auto body = "local data = connection:data()\npacket:note(#data, ' ', data:byte(1))\n"
                      "connection:set_data(string.char(data:byte(1) + 1))";
    Conversation talk(scripted(body, "private_length = 4"));
    talk.client("x");
    QCOMPARE(text(talk.note()), text("4 0"));
    QVERIFY(talk.proposal().helperDataChanged);
    talk.client("x");
    QCOMPARE(text(talk.note()), text("4 1"));
    QCOMPARE(talk.kernelData[0], std::uint8_t {2});
}

void TestScript::aPortIsExpected()
{
    Conversation talk(scripted("local port = packet:payload():u16(0)\npacket:note(connection:expect { port = port })"));
    talk.client("\xc3\x50");
    QCOMPARE(text(talk.expectations()), text("10.0.2.2:0 > 10.0.1.2:50000"));
    QCOMPARE(text(talk.note()), text("10.0.1.250000"));
    QVERIFY(talk.proposal().expectations[0].tuple.l4 == L4Protocol::Tcp);
    talk.server("\xc3\x50");
    QCOMPARE(text(talk.expectations()), text("10.0.1.2:0 > 10.0.2.2:50000"));
}

void TestScript::anAnswerIsExpected()
{
    Conversation talk(scripted("connection:expect { answer = true, source_port = 9 }", "ports = { 69 }"));
    talk.original.l4 = talk.reply.l4 = L4Protocol::Udp;
    talk.client("x");
    QCOMPARE(text(talk.expectations()), text("10.0.2.2:9 > 10.0.1.2:40000"));
}

void TestScript::anExpectationHasItsClassAndRights()
{
    Conversation talk(
        scripted("connection:expect { port = 50000, protocol = 'udp', class = 'media', any_source = true,\n"
                 "permanent = true, helper = true }",
            "classes = { { name = 'control' }, { name = 'media', max = 8, timeout = 60 } },\n"
            "rights = { 'loose-source', 'permanent', 'same-helper' }"));
    talk.client("x");
    const auto &expectation = talk.proposal().expectations[0];
    QCOMPARE(talk.proposal().expectationCount, std::uint8_t {1});
    QCOMPARE(expectation.classIndex, std::uint8_t {1});
    QVERIFY(expectation.tuple.l4 == L4Protocol::Udp);
    QVERIFY(expectation.fromAnywhere());
    QCOMPARE(expectation.flags, Wire::ExpectationFlag::Permanent);
    QCOMPARE(text(expectation.childHelper.data()), text("test"));
}

void TestScript::whatMustNotBeExpectedIsNot_data()
{
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *settings, const char *said) {
        QTest::addRow("%s", settings) << QString::fromLatin1(settings) << QString::fromLatin1(said);
    };
    row("port = 80", "the port is below 1024");
    row("port = 5000, address = '10.0.1.9'", "the address is not the sender's own");
    row("port = 5000, address = '10.0.2.2'", "the address is not the sender's own");
    row("port = 5000, address = 'fd00::1'", "the address is of the other IP version");
    row("port = 5000, address = 'here'", "test.lua:4: expect: the address is none");
    row("port = 0", "test.lua:4: expect: port is a number from 1 to 65535");
    row("port = 65536", "test.lua:4: expect: port is a number from 1 to 65535");
    row("port = 'x'", "test.lua:4: expect: port is a number from 1 to 65535");
    row("", "test.lua:4: expect: either port or answer is needed");
    row("port = 5000, answer = true", "test.lua:4: expect: either port or answer is needed");
    row("port = 5000, prot = 'udp'", "test.lua:4: expect has no field \"prot\"");
    row("port = 5000, protocol = 'icmp'", "test.lua:4: expect: there is no protocol of this name");
    row("port = 5000, class = 'x'", "test.lua:4: expect: the script has no class of this name");
    row("port = 5000, permanent = true",
        "test.lua:4: expect: permanent needs rights = { \"permanent\" } in the script's table");
    row("port = 5000, any_source = true",
        "test.lua:4: expect: any_source needs rights = { \"loose-source\" } in the script's table");
    row("port = 5000, where = 'x'", "test.lua:4: bad argument");
}

void TestScript::whatMustNotBeExpectedIsNot()
{
    QFETCH(QString, settings);
    QFETCH(QString, said);
    Conversation talk(scripted("local where, reason = connection:expect { " + settings.toStdString()
        + " }\npacket:note(tostring(where), reason or '')"));
    talk.client("x");
    QCOMPARE(text(talk.expectations()), QString());
    const QString note = text(talk.note());
    QVERIFY2(note.startsWith(said.startsWith(QLatin1String("test.lua")) ? said : QLatin1String("nil") + said),
        qPrintable(note));
}

void TestScript::whatWasSaidOfATranslatedPortIsRewritten()
{
    Conversation talk(scripted("for line in packet:lines() do\n"
                               "local from, address, port, to = line:match('^AT ()(%S+) (%d+)()')\n"
                               "connection:expect { port = tonumber(port), address = address,\n"
                               "where = line:range(from, to - from),\n"
                               "write = function(host, number) return host .. ' ' .. number end }\nend",
        "view = 'lines'"));
    talk.masquerade();
    talk.ports.taken = {50000};
    talk.open();
    const std::uint32_t at = talk.sequence[0];
    talk.client("AT 10.0.1.2 50000!\r\n");
    QCOMPARE(text(talk.rewritten()), text("AT 10.0.2.1 50001!\r\n"));
    QCOMPARE(text(talk.expectations()), text("10.0.2.2:0 > 10.0.2.1:50001"));
    QCOMPARE(talk.proposal().expectations[0].natPort, std::uint16_t {50000});
    talk.segment(0, at, "AT 10.0.1.2 50000!\r\n");
    QCOMPARE(text(talk.rewritten()), text("AT 10.0.2.1 50001!\r\n"));
    QCOMPARE(talk.ports.requests.size(), std::size_t {1});
}

void TestScript::bytesAreRewritten()
{
    Conversation talk(scripted("local payload = packet:payload()\n"
                               "packet:note(tostring(packet:rewrite(payload:range(1, 2), 'XY')))\n"
                               "local done, why = packet:rewrite(payload:range(3, 1), 'longer')\n"
                               "packet:note(tostring(done), why or '')"));
    talk.client("abcd");
    QCOMPARE(text(talk.rewritten()), text("aXYd"));
    QCOMPARE(text(talk.note()), text("true; nilLinux resizes TCP only where IPv4 addresses are translated"));
    talk.masquerade();
    talk.client("abcd");
    QCOMPARE(text(talk.rewritten()), text("aXYlonger"));
}

void TestScript::aPacketIsDropped()
{
    Conversation talk(scripted("if packet:payload():u8(0) == 120 then packet:drop() end"));
    QCOMPARE(talk.client("x").verdict, Verdict::Drop);
    QCOMPARE(talk.client("y").verdict, Verdict::Accept);
}

void TestScript::linesAreWholeHoweverTheyAreCut()
{
    Conversation talk(
        scripted("for line, gap, cut in packet:lines() do packet:note(line, ':', tostring(gap), tostring(cut)) end",
            "view = 'lines'"));
    talk.open();
    talk.client("HEL");
    QCOMPARE(text(talk.note()), QString());
    talk.client("O\r\nWORLD\nx");
    QCOMPARE(text(talk.note()), text("HELO:falsefalse; WORLD:falsefalse"));
    talk.server("yes\r\n");
    QCOMPARE(text(talk.note()), text("yes:falsefalse"));
}

void TestScript::linesLeftUnreadAreNotReadLater()
{
    Conversation talk(scripted("for line in packet:lines() do packet:note(line) break end", "view = 'lines'"));
    talk.open();
    talk.client("one\r\ntwo\r\nth");
    QCOMPARE(text(talk.note()), text("one"));
    talk.client("ree\r\nfour\r\n");
    QCOMPARE(text(talk.note()), text("three"));
}

void TestScript::theStreamComesInOrder()
{
    Conversation talk(scripted("for bytes in packet:stream() do packet:note(bytes) end", "view = 'stream'"));
    talk.open();
    const std::uint32_t at = talk.sequence[0];
    talk.segment(0, at + 3, "def");
    QCOMPARE(text(talk.note()), QString());
    talk.segment(0, at, "abc");
    QCOMPARE(text(talk.note()), text("abc; def"));
}

void TestScript::whatALineLedToIsRepeatedWithIt()
{
    Conversation talk(scripted("for line in packet:lines() do connection:expect { port = tonumber(line:text()) } end",
        "view = 'lines', classes = { { name = 'data', max = 4 } }"));
    talk.open();
    const std::uint32_t at = talk.sequence[0];
    talk.client("5000\r\n");
    QCOMPARE(text(talk.expectations()), text("10.0.2.2:0 > 10.0.1.2:5000"));
    talk.segment(0, at, "5000\r\n");
    QCOMPARE(text(talk.expectations()), text("10.0.2.2:0 > 10.0.1.2:5000"));
    QVERIFY(talk.note().starts_with("retransmission"));
}

void TestScript::optionsHaveTheirValues()
{
    const auto body = "packet:note(tostring(option('loose')), option('limit'), option('word'))\noption('none')";
    const auto fields = "options = { { name = 'loose', kind = 'bool', grants = 'foreign-addresses' },\n"
                        "{ name = 'limit', kind = 'int', default = 5, min = 1, max = 9 },\n"
                        "{ name = 'word', kind = 'string', default = 'a' } }";
    Conversation talk(scripted(body, fields));
    talk.client("x");
    QCOMPARE(text(talk.note()), text("false5a; test.lua:5: the script has no option of this name"));
    Conversation other(scripted(body, fields, {}, {{"loose", "yes"}, {"limit", "7"}}));
    other.client("x");
    QVERIFY(other.note().starts_with("true7a"));
    const auto wrong = ScriptHelper::create({"test.lua", scriptText(body, fields)}, {{"limit", "10"}});
    QVERIFY(!wrong.ok());
    QCOMPARE(text(wrong.error().text), text("option \"limit\" takes a number from 1 to 9"));
    Conversation loose(
        scripted("connection:expect { port = 5000, address = '10.0.1.9' }", fields, {}, {{"loose", "1"}}));
    loose.client("x");
    QCOMPARE(text(loose.expectations()), text("10.0.2.2:0 > 10.0.1.9:5000"));
}

void TestScript::addressesAreComparable()
{
    Conversation talk(scripted("packet:note(table.concat({ address('fd00:0:0::0002') }, ' '))\n"
                               "packet:note(table.concat({ address('10.0.0.1') }, ' '))\n"
                               "packet:note(tostring(address('10.0.0.256')))"));
    talk.client("x");
    QCOMPARE(text(talk.note()), text("fd00::2 ipv6; 10.0.0.1 ipv4; nil"));
}

void TestScript::stringsHaveTheirFunctions()
{
    Conversation talk(
        scripted("packet:note(('abc'):upper(), ('ab'):rep(2, '-'), string.format('%02x', 10))\n"
                 "packet:note(('key=value'):match('(%w+)=(%w+)'))\n"
                 "packet:note(('a.b'):find('.', 1, true), ' ', ('abc'):find('c', -1), ' ', #('x'):rep(-1))\n"
                 "packet:note(string.unpack('>I2', string.pack('>I2', 513)))\n"
                 "local sum = 0 for _, value in pairs { 1, 2, x = 3 } do sum = sum + value end\n"
                 "local list = { 3, 4 } table.insert(list, 1, 2) table.remove(list)\n"
                 "packet:note(sum, table.concat(list, ','), (table.unpack(list)))"));
    talk.client("x");
    QCOMPARE(text(talk.note()), text("ABCab-ab0a; keyvalue; 2 3 0; 5133; 62,32"));
}

void TestScript::theReferenceIsOfToday()
{
    QFile file(QStringLiteral(TRACKHAND_SOURCE "/docs/script-api.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(file.readAll() == QByteArray::fromStdString(Script::apiReference()),
        "docs/script-api.md is stale: cmake --build --preset dev --target update_script_reference");
}

void TestScript::everythingThatIsThereIsExplained()
{
    for (const Script::ApiEntry &entry : Script::apiEntries()) {
        const std::string_view owner = entry.owner;
        const std::string call = owner.empty() ? entry.name : std::string(owner) + ":" + entry.name;
        QVERIFY2(std::string_view(entry.signature).find(call) != std::string_view::npos, entry.signature);
        QVERIFY2(*entry.summary != '\0', entry.name);
        if (owner.empty() || owner == "buffer") {
            continue;
        }
        Conversation talk(scripted("assert(" + std::string(owner) + "." + entry.name + ")"));
        talk.client("x");
        QCOMPARE(text(talk.note()), QString());
    }
    for (const char *const name : Script::languageFunctions()) {
        QCOMPARE(text(complaintAbout(scriptText("", "", std::string("assert(") + name + ")"))), QString());
    }
}

QTEST_APPLESS_MAIN(TestScript)
#include "tst_script.moc"
