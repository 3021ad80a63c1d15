// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversation.h"
#include "helpers/script/problem.h"
#include "scripted.h"

#include <QTest>

using namespace Trackhand;
using namespace Trackhand::Test;
using Script::Act;

namespace {

constexpr int FirstLine = 4; // of the statements that scriptText() gets

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Lines and what they did, as "4 note, 5 expect 50000".
QString said(const Script::Acts &acts)
{
    static constexpr const char *Names[] = {"note", "expect", "rewrite", "drop"};
    QStringList texts;
    for (const Act &act : acts.all()) {
        QString one = QStringLiteral("%1 %2").arg(act.line).arg(QLatin1String(Names[static_cast<int>(act.kind)]));
        if (act.kind == Act::Kind::Expectation) {
            one += QStringLiteral(" %1").arg(act.expected.destinationPort);
        }
        texts.append(one);
    }
    return texts.join(QStringLiteral(", "));
}

} // namespace

/// Which line of a script did what.
class TestScriptLines : public QObject {
    Q_OBJECT
private slots:
    void whatALineDidIsKnown_data();
    void whatALineDidIsKnown();
    void aFunctionThatSaysItForAnotherIsTheOneNamed();
    void eachPacketBeginsAnew();
    void thereIsRoomForTheFirstOnes();
    void anErrorIsToldFromAPacketThatIsTooShort();
    void aMessageIsTakenApart_data();
    void aMessageIsTakenApart();
};

void TestScriptLines::whatALineDidIsKnown_data()
{
    QTest::addColumn<QString>("statements");
    QTest::addColumn<QString>("acts");
    QTest::addRow("nothing") << "local x = 1"
                             << "";
    QTest::addRow("a note") << "\npacket:note('x')"
                            << "5 note";
    QTest::addRow("two") << "packet:note('x')\npacket:drop()"
                         << "4 note, 5 drop";
    QTest::addRow("expected") << "connection:expect {\n port = 5000 }"
                              << "4 expect 5000";
    QTest::addRow("refused") << "connection:expect { port = 500 }"
                             << "";
    QTest::addRow("rewritten") << "packet:rewrite(packet:payload():range(0, 1), 'y')"
                               << "4 rewrite";
}

void TestScriptLines::whatALineDidIsKnown()
{
    QFETCH(QString, statements);
    QFETCH(QString, acts);
    auto helper = scripted(statements.toStdString());
    Script::Acts seen;
    static_cast<ScriptHelper &>(*helper).setActs(&seen);
    Conversation talk(std::move(helper));
    talk.client("x");
    QCOMPARE(said(seen), acts);
}

void TestScriptLines::aFunctionThatSaysItForAnotherIsTheOneNamed()
{
    auto helper = scripted("say(packet)", "", "local function say(packet) packet:note('x') end");
    Script::Acts seen;
    static_cast<ScriptHelper &>(*helper).setActs(&seen);
    Conversation talk(std::move(helper));
    talk.client("x");
    QCOMPARE(said(seen), QStringLiteral("1 note"));
}

void TestScriptLines::eachPacketBeginsAnew()
{
    auto helper = scripted("if #packet:payload() == 1 then packet:note('x') end");
    Script::Acts seen;
    static_cast<ScriptHelper &>(*helper).setActs(&seen);
    Conversation talk(std::move(helper));
    talk.client("x");
    QCOMPARE(said(seen), QStringLiteral("%1 note").arg(FirstLine));
    talk.client("xy");
    QCOMPARE(said(seen), QString());
}

void TestScriptLines::thereIsRoomForTheFirstOnes()
{
    auto helper = scripted("for _ = 1, 100 do packet:note('x') end");
    Script::Acts seen;
    static_cast<ScriptHelper &>(*helper).setActs(&seen);
    Conversation talk(std::move(helper));
    talk.client("x");
    QCOMPARE(seen.all().size(), Script::Acts::Most);
}

void TestScriptLines::anErrorIsToldFromAPacketThatIsTooShort()
{
    auto helper = scripted("if packet:payload():u8(1) == 0 then error('wrong') end");
    Script::Acts seen;
    static_cast<ScriptHelper &>(*helper).setActs(&seen);
    Conversation talk(std::move(helper));
    talk.client("x");
    QVERIFY(!seen.isError());
    QCOMPARE(text(seen.problem()), QStringLiteral("test.lua:4: the packet ends before byte 2"));
    talk.client(std::string_view("\0\0", 2));
    QVERIFY(seen.isError());
    QCOMPARE(text(seen.problem()), QStringLiteral("test.lua:4: wrong"));
    talk.client("xx");
    QCOMPARE(text(seen.problem()), QString());
}

void TestScriptLines::aMessageIsTakenApart_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("rest");
    QTest::addRow("with a line") << "a.lua:12: no such thing" << 12 << "no such thing";
    QTest::addRow("behind other words") << "refused: a.lua:3: x" << 3 << "x";
    QTest::addRow("without a line") << "a.lua: no table" << 0 << "no table";
    QTest::addRow("of another script") << "b.lua:12: x" << 0 << "b.lua:12: x";
    QTest::addRow("a line that is none") << "a.lua:x: y" << 0 << "x: y";
    QTest::addRow("a line of the past") << "a.lua:-1: y" << 0 << "-1: y";
    QTest::addRow("more than a number holds") << "a.lua:99999999999: y" << 0 << "99999999999: y";
    QTest::addRow("the name alone") << "a.lua" << 0 << "a.lua";
    QTest::addRow("nothing") << "" << 0 << "";
}

void TestScriptLines::aMessageIsTakenApart()
{
    QFETCH(QString, message);
    QFETCH(int, line);
    QFETCH(QString, rest);
    const std::string whole = message.toStdString();
    const Script::Problem problem = Script::readProblem("a.lua", whole);
    QCOMPARE(problem.line, line);
    QCOMPARE(text(problem.text), rest);
}

QTEST_APPLESS_MAIN(TestScriptLines)
#include "tst_scriptlines.moc"
