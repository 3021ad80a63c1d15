// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"
#include "scripted.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;

namespace {

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

constexpr const char *Instructions = "more than 100000 instructions for one packet";
constexpr const char *Memory = "more memory than a script may use";

} // namespace

/// Scripts that mean harm, or that somebody got wrong: each is stopped, says where, and the packet goes on.
class TestScriptLimits : public QObject {
    Q_OBJECT

private slots:
    void aHostileScriptIsStopped_data();
    void aHostileScriptIsStopped();
    void whatReachesOutIsNotThere_data();
    void whatReachesOutIsNotThere();
    void aScriptThatCannotBeLoadedSaysWhere_data();
    void aScriptThatCannotBeLoadedSaysWhere();
    void anErrorAcceptsThePacketAndTheNextOneIsJudged();
    void aDropBeforeAnErrorDoesNotCount();
    void aShortPacketIsNoErrorOfTheScript();
    void aBufferEndsWithItsPacket();
    void aLineEndsWithTheNext();
    void thePacketOfAnEarlierCallIsThePresentOne();
    void tooManyErrorsDisableTheScript();
    void someErrorsAmongManyPacketsDoNot();
    void theTableOfAConnectionIsBounded();
    void whatAScriptKeepsIsBounded();
    void aScriptThatUsedUpItsMemoryWorksAgainOnceItLetsGo();
};

void TestScriptLimits::aHostileScriptIsStopped_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *body, const char *said) {
        QTest::addRow("%s", name) << QString::fromLatin1(body) << QString::fromLatin1(said);
    };
    row("a loop without end", "while true do end", Instructions);
    row("a loop by goto", "::again:: goto again", Instructions);
    row("a recursion without end", "local function f() return 1 + f() end f()", Memory);
    row("tail calls without end", "local function f() return f() end f()", Instructions);
    row("a string that doubles", "local s = 'xxxxxxxx' while true do s = s .. s end", Memory);
    row("long strings again and again", "local s = ('x'):rep(60000) while true do local t = s .. 'y' end", Memory);
    row("tables without end", "local t = {} while true do t = { t } end", "more ");
    row("a list without end", "local t = {} for i = 1, 1e9 do t[i] = i end", Memory);
    row("garbage without end", "for i = 1, 1e9 do local t = { 1, 2, 3, 4, 5, 6, 7, 8 } end", "more ");
    row("a repetition of 2^40 bytes", "local s = ('x'):rep(1 << 40)", "the result would be longer than 64 KiB");
    row("a repetition of nothing", "local s = (''):rep(1 << 40) error('done')", "done");
    row("a pattern that tries without end",
        "local s = ('a'):rep(60000) while true do local x = s:match('a-a-a-a-a-a-b') end", Instructions);
    row("the same on bytes", "local b = packet:payload() while true do local x = b:match('.-.-.-.-.-.-b') end",
        Instructions);
    row("a pattern nested deep", "('x'):match(('(x?'):rep(15) .. (')'):rep(16))", "closes a capture that is not open");
    row("a pattern of many parts", "('x'):match(('x?'):rep(120))", "too deep");
    row("a pattern too long", "('x'):match(('x'):rep(300))", "longer than 256 bytes");
    row("a search for much in much",
        "local s = ('a'):rep(60000) while true do s:find(('a'):rep(30000) .. 'b', 1, true) end", Instructions);
    row("a number of many blanks", "local s = (' '):rep(60000) while true do tonumber(s) end", Instructions);
    row("a format without end",
        "local f = ('%99d'):rep(500) local t = {}\n"
        "while true do string.format(f, table.unpack(t, 1, 200)) end",
        "bad argument");
    row("unpacking a million", "table.unpack({}, 1, 1000000)", "more than 200 values to unpack");
    row("unpacking all numbers", "table.unpack({}, math.mininteger, math.maxinteger)",
        "more than 200 values to unpack");
    row("inserting at the front",
        "local t = {} for i = 1, 5000 do t[i] = i end\n"
        "while true do table.insert(t, 1, 0) table.remove(t) end",
        Instructions);
    row("joining much",
        "local t = {} for i = 1, 5000 do t[i] = 'xxxxxxxxxxxx' end\n"
        "while true do table.concat(t) end",
        "more ");
    row("stepping over what was removed",
        "local t = {} for i = 1, 9000 do t[i + 0.5] = i end\n"
        "for k in pairs(t) do t[k] = nil end while true do next(t) end",
        Instructions);
    row("packing a large hole", "while true do string.pack('c60000', '') end", Memory);
    row("packing a giant hole", "string.pack('c2000000000', '')", Memory);
    row("an error that is a table", "error({})", "an error that is no text");
    row("an error that is nothing", "error()", "an error that is no text");
    row("an error of many lines", "error('a\\nb')", "a b");
    row("a call of nothing", "nothing()", "attempt to call a nil value (global 'nothing')");
    row("a method of nothing", "packet:nothing()", "attempt to call a nil value (method 'nothing')");
    row("a method of something else", "packet.note('x')", "packet expected");
    row("writing to the packet", "packet.x = 1", "attempt to index a packet value");
    row("a buffer as a packet", "packet.payload(packet:payload())", "packet expected");
    row("an offset below 0", "packet:payload():u8(-1)", "it counts from 0");
    row("an offset beyond all", "packet:payload():u8(math.maxinteger)", "the packet ends before byte");
    row("a range of a giant length", "packet:payload():range(1, math.maxinteger)", "the packet ends before byte");
    row("bits beyond all", "packet:payload():bits(0, math.maxinteger, 1)", "no packet has so many bits");
    row("bits of no number", "packet:payload():bits(0, 0, 0)", "1 to 32 bits");
    row("a closing value", "local x <close> = {}", "variable 'x' got a non-closable value");
    row("its own packet function inside", "packet:lines()", "needs view = \"lines\"");
    row("data beyond the length", "connection:set_data('x')", "private_length is 0");
    row("a table in a connection's", "connection:flow().x = {}", "keeps strings, numbers and booleans");
    row("a function in a connection's", "connection:flow().x = print or next", "keeps strings, numbers and booleans");
    row("a key that is a table", "connection:flow()[{}] = 1", "keeps strings, numbers and booleans");
    row("a key that is no number", "connection:flow()[0 / 0] = 1", "keeps strings, numbers and booleans");
    row("a note that is a table", "packet:note({})", "string expected, got table");
    row("notes without end", "while true do packet:note('x') end", Instructions);
    row("expectations without end", "while true do connection:expect { port = 5000 } end", "more ");
    row("strings compared without end",
        "local a, b = ('x'):rep(60000) .. 'a', ('x'):rep(60000) .. 'b'\n"
        "while true do local c = a == b end",
        Instructions);
}

void TestScriptLimits::aHostileScriptIsStopped()
{
    QFETCH(QString, body);
    QFETCH(QString, said);
    Conversation talk(scripted(body.toStdString()));
    for (int round = 0; round < 3; ++round) { // what it left behind does not help it the next time
        const auto &proposal = talk.client(std::string(1000, 'a'));
        QCOMPARE(proposal.verdict, Verdict::Accept);
        QVERIFY(!proposal.mangled);
        const QString note = text(talk.note());
        QVERIFY2(note.contains(QLatin1String("test.lua")) && note.contains(said), qPrintable(note));
    }
}

void TestScriptLimits::whatReachesOutIsNotThere_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"io", "os", "package", "debug", "coroutine", "utf8", "require", "load", "loadstring",
             "loadfile", "dofile", "collectgarbage", "pcall", "xpcall", "setmetatable", "getmetatable", "rawget",
             "rawset", "rawequal", "print", "warn", "_G", "string.dump", "string.gmatch", "string.gsub", "table.sort",
             "table.move", "math.random", "math.randomseed"}) {
        QTest::addRow("%s", name) << QString::fromLatin1(name);
    }
}

void TestScriptLimits::whatReachesOutIsNotThere()
{
    QFETCH(QString, name);
    const std::string expression = name.toStdString();
    QCOMPARE(text(complaintAbout(scriptText("", "", "assert(" + expression + " == nil)"))), QString());
    if (name.startsWith(QLatin1String("string."))) {
        const std::string method = expression.substr(7);
        QCOMPARE(text(complaintAbout(scriptText("", "", "assert((''). " + method + " == nil)"))), QString());
    }
}

void TestScriptLimits::aScriptThatCannotBeLoadedSaysWhere_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const std::string &source, const char *said) {
        QTest::addRow("%s", name) << text(source) << QString::fromLatin1(said);
    };
    row("nothing", "", "test.lua: the script returns no table");
    row("a mistake of grammar", "return {\nname = = 1 }", "test.lua:2: unexpected symbol near '='");
    row("no end", "return function()", "test.lua:1: 'end' expected near <eof>");
    row("a number", "return 1", "test.lua: the script returns no table");
    row("compiled code", "\x1bLua", "attempt to load a binary chunk");
    row("an error while it is loaded", "\n\nlocal x = nil + 1",
        "test.lua:3: attempt to perform arithmetic on a nil value");
    row("a loop while it is loaded", "while true do end",
        "test.lua:1: more than 5000000 instructions for the script to be loaded");
    row("memory while it is loaded", "local t = {}\nwhile true do t = { t } end",
        "test.lua:2: more memory than a script may use");
    row("a packet while it is loaded", "address(option('x'))", "test.lua:1: options have values only within on_packet");
    row("nested without end", "return " + std::string(10000, '('), "test.lua: C stack overflow");
    row("too much text", "--" + std::string(300000, ' '), "test.lua: a script has at most 256 KiB");
}

void TestScriptLimits::aScriptThatCannotBeLoadedSaysWhere()
{
    QFETCH(QString, source);
    QFETCH(QString, said);
    const QString complaint = text(complaintAbout(source.toStdString()));
    QVERIFY2(complaint.contains(said), qPrintable(complaint));
    QVERIFY(!complaint.contains(u'\n'));
}

void TestScriptLimits::anErrorAcceptsThePacketAndTheNextOneIsJudged()
{
    Conversation talk(scripted("if packet:payload():text() == 'bad' then error('no') end packet:note('fine')"));
    QCOMPARE(talk.client("bad").verdict, Verdict::Accept);
    QCOMPARE(text(talk.note()), text("test.lua:4: no"));
    talk.client("good");
    QCOMPARE(text(talk.note()), text("fine"));
}

void TestScriptLimits::aDropBeforeAnErrorDoesNotCount()
{
    Conversation talk(scripted("packet:drop() error('after all')"));
    QCOMPARE(talk.client("x").verdict, Verdict::Accept);
}

void TestScriptLimits::aShortPacketIsNoErrorOfTheScript()
{
    Conversation talk(scripted("packet:note(packet:payload():u32(2))"));
    for (int i = 0; i < 200; ++i) {
        talk.client("abcde");
        QCOMPARE(text(talk.note()), text("test.lua:4: the packet ends before byte 6"));
    }
    talk.client("abcdef");
    QCOMPARE(text(talk.note()), text("1667523942"));
}

void TestScriptLimits::aBufferEndsWithItsPacket()
{
    Conversation talk(scripted("if kept then packet:note(kept:text()) end kept = packet:payload():range(0, 1)"));
    talk.client("x");
    QCOMPARE(text(talk.note()), QString());
    talk.client("y");
    QVERIFY2(talk.note().find("this buffer is of an earlier packet or line") != std::string::npos, talk.note().c_str());
}

void TestScriptLimits::aLineEndsWithTheNext()
{
    Conversation talk(scripted(
        "local kept\nfor line in packet:lines() do kept = kept or line packet:note(kept) end", "view = 'lines'"));
    talk.open();
    talk.client("one\r\n");
    QCOMPARE(text(talk.note()), text("one"));
    talk.client("two\r\nthree\r\n");
    QVERIFY2(talk.note().starts_with("two; test.lua:5: bad argument"), talk.note().c_str());
}

void TestScriptLimits::thePacketOfAnEarlierCallIsThePresentOne()
{
    Conversation talk(scripted("kept = kept or packet packet:note(kept:payload():text())"));
    talk.client("x");
    talk.client("y");
    QCOMPARE(text(talk.note()), text("y"));
}

void TestScriptLimits::tooManyErrorsDisableTheScript()
{
    Conversation talk(scripted("if packet:payload():text() == 'good' then packet:note('fine') else error('no') end"));
    for (int i = 0; i < 20; ++i) {
        talk.client("bad");
        QCOMPARE(text(talk.note()), text("test.lua:4: no"));
    }
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(talk.client("good").verdict, Verdict::Accept);
        QCOMPARE(text(talk.note()), text("script disabled after too many errors, the last: test.lua:4: no"));
    }
}

void TestScriptLimits::someErrorsAmongManyPacketsDoNot()
{
    Conversation talk(scripted("if packet:payload():text() == 'bad' then error('no') end"));
    for (int i = 0; i < 1000; ++i) {
        talk.client(i % 10 == 0 ? "bad" : "good");
        QVERIFY2(talk.note().find("disabled") == std::string::npos, talk.note().c_str());
    }
}

void TestScriptLimits::theTableOfAConnectionIsBounded()
{
    Conversation talk(scripted("local flow = connection:flow()\nfor i = 1, 100 do flow[i] = i flow[i] = nil end\n"
                               "flow.text = ('x'):rep(2000) flow.text = ('y'):rep(2000)\nflow.more = 1"));
    talk.client("x");
    QCOMPARE(text(talk.note()), text("test.lua:7: the table of this connection would be larger than 2048 bytes"));
}

void TestScriptLimits::whatAScriptKeepsIsBounded()
{
    Conversation talk(scripted("kept = { kept, ('x'):rep(50000) }"));
    bool refused = false;
    for (int i = 0; i < 1000 && !refused; ++i) {
        talk.client("x");
        refused = talk.note() == "test.lua:4: more memory than a script may use";
    }
    QVERIFY(refused);
}

void TestScriptLimits::aScriptThatUsedUpItsMemoryWorksAgainOnceItLetsGo()
{
    Conversation talk(scripted("if packet:payload():text() == 'x' then kept = { kept, ('x'):rep(50000) }\n"
                               "else kept = nil packet:note('free') end"));
    for (int i = 0; i < 1000 && talk.note().empty(); ++i) {
        talk.client("x");
    }
    QVERIFY(!talk.note().empty());
    talk.client("y");
    QCOMPARE(text(talk.note()), text("free"));
    talk.client("x");
    QCOMPARE(text(talk.note()), QString());
}

QTEST_APPLESS_MAIN(TestScriptLimits)
#include "tst_scriptlimits.moc"
