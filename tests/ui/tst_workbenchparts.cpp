// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "repeatedcapture.h"

#include "helpers/script/api.h"
#include "ui/workbench/examples.h"
#include "ui/workbench/rundifference.h"
#include "ui/workbench/scriptcheck.h"
#include "ui/workbench/scriptcompletion.h"
#include "ui/workbench/scriptindent.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Trackhand;

namespace {

const QString Captures = QStringLiteral(TRACKHAND_SOURCE "/examples/scripts/");

QString changesText(const RunDifferences &differences)
{
    QStringList rows;
    for (const RunDifference &row : differences.rows) {
        rows.append(
            QStringLiteral("%1 %2:%3 %4>%5").arg(row.frame).arg(int(row.kind)).arg(row.line).arg(row.before, row.now));
    }
    return rows.join(QLatin1Char('\n'));
}

ScriptRun ran(const QString &text, const QString &capture = QStringLiteral("ftp.pcap"))
{
    return runScript({"ftp.lua", text.toStdString()}, Captures + capture);
}

int lineOf(const QString &text, const QString &what)
{
    return int(text.left(text.indexOf(what)).count(QLatin1Char('\n'))) + 1;
}

} // namespace

/// What the workbench knows without a window: what may be written, what a run did, and what changed.
class TestWorkbenchParts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void everythingOfTheApiIsOfferedAndExplained()
    {
        QVERIFY(!Script::apiEntries().empty());
        for (const Script::ApiEntry &entry : Script::apiEntries()) {
            const QString owner = QString::fromLatin1(entry.owner);
            const QString name = QString::fromLatin1(entry.name);
            const QString before = owner.isEmpty() ? QString() : owner + QLatin1Char(':');
            QVERIFY2(scriptOffers(before + name.left(2)).names.contains(name), entry.signature);
            const QString hint = scriptHint(before + name + QLatin1Char('('));
            QVERIFY2(hint.startsWith(QString::fromUtf8(entry.signature)), qPrintable(hint));
            QVERIFY2(hint.contains(QString::fromUtf8(entry.summary)), qPrintable(hint));
            const QString details = QString::fromUtf8(entry.details).simplified();
            QVERIFY2(QString(hint).simplified().contains(details), qPrintable(hint));
        }
    }

    void everyFieldOfTheTableIsOfferedAndExplained()
    {
        QVERIFY(!Script::fieldEntries().empty());
        for (const Script::FieldEntry &field : Script::fieldEntries()) {
            const QString name = QString::fromLatin1(field.name);
            QVERIFY2(scriptOffers(QStringLiteral("    ") + name.left(1)).names.contains(name), field.name);
            const QString hint = scriptHint(QStringLiteral("    ") + name + QStringLiteral(" ="));
            QVERIFY2(hint.contains(QString::fromUtf8(field.summary)), field.name);
        }
    }

    void everyFunctionOfTheLanguageIsOffered()
    {
        QVERIFY(!Script::languageFunctions().empty());
        for (const char *const function : Script::languageFunctions()) {
            const QString whole = QString::fromLatin1(function);
            const QString member = whole.section(QLatin1Char('.'), -1);
            const QString before = whole.chopped(member.size()) + member.left(1);
            QVERIFY2(scriptOffers(QStringLiteral("x = ") + before).names.contains(member), function);
        }
    }

    void whatIsNotThereIsNotOffered_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addRow("of nobody") << "io.";
        QTest::addRow("no function of the language") << "os.ex";
        QTest::addRow("another object's") << "connection:payl";
        QTest::addRow("in a comment") << "x = 1 -- pack";
        QTest::addRow("in a text") << "x = \"pack";
        QTest::addRow("in a text with a quote in it") << "x = 'it\\'s pack";
    }

    void whatIsNotThereIsNotOffered()
    {
        QFETCH(QString, before);
        QCOMPARE(scriptOffers(before).names, QStringList());
    }

    void anObjectOfAnotherNameMayBeAnything()
    {
        QCOMPARE(scriptOffers("  local port = bytes:u1").names, (QStringList {"u16", "u16le"}));
        QCOMPARE(scriptOffers("  local port = bytes:u1").typed, 2);
        QVERIFY(scriptHint("packet:note(bytes:u16(").startsWith("buffer:u16"));
        QVERIFY(scriptHint("packet:note(bytes:u16(0), ").startsWith("packet:note"));
        QCOMPARE(scriptHint("nothing("), QString());
    }

    void blocksAreMovedIn_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("columns");
        QTest::addRow("function") << "local function onPacket(packet, connection)" << 8;
        QTest::addRow("then") << "if port then -- there is one" << 8;
        QTest::addRow("do") << "for line in packet:lines() do" << 8;
        QTest::addRow("table") << "return {" << 8;
        QTest::addRow("call") << "connection:expect {" << 8;
        QTest::addRow("statement") << "packet:note(\"x\")" << 4;
        QTest::addRow("whole function") << "local f = function() return 1 end" << 4;
        QTest::addRow("a word that ends like one") << "local redo" << 4;
        QTest::addRow("nothing") << "" << 4;
    }

    void blocksAreMovedIn()
    {
        QFETCH(QString, line);
        QFETCH(int, columns);
        QCOMPARE(indentAfter(line, 4), columns);
    }

    void whatEndsABlockIsKnown()
    {
        QVERIFY(endsBlock("    end") && endsBlock("}") && endsBlock("  else"));
        QVERIFY(!endsBlock("x = end") && !endsBlock("ending") && !endsBlock(""));
    }

    void aScriptThatIsWrongIsWrongInALine()
    {
        const ScriptFacts facts = ScriptCheck::factsOf({"a.lua", "local x = 1\nlocal = 2\n"});
        QVERIFY(!facts.descriptor);
        QCOMPARE(facts.line, 2);
        QVERIFY(!facts.problem.contains("a.lua"));
        const ScriptFacts good = ScriptCheck::factsOf({"a.lua", Examples::newScript("quux").toStdString()});
        QVERIFY(good.descriptor && good.problem.isEmpty());
        QCOMPARE(QString::fromStdString(good.descriptor->name), QString("quux"));
    }

    void everyExampleRunsOverItsCapture()
    {
        QVERIFY(Examples::names().size() >= 6);
        for (const QString &name : Examples::names()) {
            const auto capture = Examples::captureOf(name);
            QVERIFY(capture.ok());
            const ScriptRun run =
                runScript({name.toStdString() + ".lua", Examples::scriptOf(name).toStdString()}, *capture);
            QCOMPARE(run.scriptProblem + run.captureProblem, QString());
            QVERIFY2(!run.packets.empty(), qPrintable(name));
            for (const ScriptRun::Made &made : run.made) {
                QVERIFY2(made.line > 0, qPrintable(name));
            }
        }
    }

    void eachNoteAndExpectationHasItsLine()
    {
        const QString text = Examples::scriptOf("rsh");
        const ScriptRun run = ran(text, QStringLiteral("rsh.pcap"));
        QVERIFY(!run.made.empty());
        const int expects = lineOf(text, QStringLiteral("connection:expect"));
        QCOMPARE(run.made.front().line, expects);
        const std::vector<int> lines = run.linesOf(run.made.front().frame);
        QVERIFY(std::find(lines.begin(), lines.end(), expects) != lines.end());
        for (const EventRecord &packet : run.packets) {
            QVERIFY2(packet.noteLength == 0 || !run.linesOf(packet.sequence).empty(), "a note without a line");
        }
        QCOMPARE(run.linesOf(999'999).size(), std::size_t(0));
    }

    void theBytesAreThoseThatTheScriptSaw()
    {
        const ScriptRun run = ran(Examples::scriptOf("ftp"));
        for (const EventRecord &packet : run.packets) {
            const auto bytes = run.bytes->of(packet.sequence);
            QVERIFY(bytes);
            QCOMPARE(quint32(bytes->bytes.size()), packet.payloadLength);
        }
    }

    void anErrorEndsOnlyItsPacket()
    {
        const ScriptRun run = ran("return { name = 'ftp', transports = { 'tcp' }, ports = { 21 },\n"
                                  "on_packet = function(packet)\n    local x = nil + 1\nend }\n");
        QVERIFY(run.errors > 1);
        QCOMPARE(run.troubles.front().line, 3);
        QVERIFY(run.troubles.front().isError);
        QVERIFY(run.troubleOf(run.troubles.front().frame));
        QVERIFY(!run.troubleOf(999'999));
    }

    void whatCannotRunSaysWhy()
    {
        QVERIFY(ran("return 1").scriptProblem.contains("table"));
        QVERIFY(ran(Examples::scriptOf("ftp"), "missing.pcap").captureProblem.contains("missing.pcap"));
        QVERIFY(!ran(Examples::scriptOf("ftp"), "ftp.lua").captureProblem.isEmpty());
        QVERIFY(!ran(Examples::scriptOf("ftp"), ".").captureProblem.isEmpty());
    }

    void theSameScriptMakesNoDifference()
    {
        const ScriptRun run = ran(Examples::scriptOf("ftp"));
        QCOMPARE(differencesBetween(run, ran(Examples::scriptOf("ftp"))).count(), quint64(0));
        QCOMPARE(differencesBetween(run, ran(Examples::scriptOf("ftp") + "\n-- nothing")).count(), quint64(0));
    }

    void anotherNoteIsADifferenceOfItsPacket()
    {
        const QString before = Examples::scriptOf("rsh");
        const QString now = QString(before).replace("packet:note(", "packet:note(\"so: \", ");
        QVERIFY(now != before);
        const RunDifferences changes = differencesBetween(ran(before, "rsh.pcap"), ran(now, "rsh.pcap"));
        QVERIFY(changes.count() > 0);
        for (const RunDifference &change : changes.rows) {
            QVERIFY2(change.kind == RunDifference::Kind::Note, qPrintable(changesText(changes)));
            QVERIFY(change.now.contains("so: ") && change.line > 0 && change.frame > 0);
        }
    }

    void whatIsNotExpectedAnyMoreIsGoneAndComesBack()
    {
        const QString before = Examples::scriptOf("ftp");
        const QString silent = "return { name = 'ftp', transports = { 'tcp' }, ports = { 21 },\n"
                               "on_packet = function(packet) packet:drop() end }\n";
        const ScriptRun with = ran(before);
        const ScriptRun without = ran(silent);
        const auto count = [](const RunDifferences &changes, RunDifference::Kind kind) {
            return std::size_t(std::count_if(changes.rows.begin(), changes.rows.end(),
                [kind](const RunDifference &change) { return change.kind == kind; }));
        };
        const RunDifferences gone = differencesBetween(with, without);
        QCOMPARE(count(gone, RunDifference::Kind::ExpectationGone), with.made.size());
        QVERIFY(count(gone, RunDifference::Kind::Verdict) > 0);
        const RunDifferences back = differencesBetween(without, with);
        QCOMPARE(count(back, RunDifference::Kind::ExpectationNew), with.made.size());
        QCOMPARE(back.count(), gone.count());
        QVERIFY(std::is_sorted(back.rows.begin(), back.rows.end(),
            [](const RunDifference &one, const RunDifference &other) { return one.frame < other.frame; }));
    }

    void otherPortsAreOtherPackets()
    {
        const QString text = Examples::scriptOf("ftp");
        const ScriptRun none = ran(QString(text).replace("ports = { 21 }", "ports = { 2121 }"));
        QVERIFY(none.packets.empty());
        const RunDifferences changes = differencesBetween(none, ran(text));
        QVERIFY(changes.rows.front().kind == RunDifference::Kind::PacketNew);
    }

    void aRunEndsWhenNobodyWantsIt()
    {
        QTemporaryDir folder;
        const QString large = folder.filePath("large.pcap");
        QVERIFY(Captured::repeat(Captures + "ftp.pcap", 100, large));
        const ScriptSource source {"ftp.lua", Examples::scriptOf("ftp").toStdString()};
        const quint64 all = runScript(source, large).summary.frames;
        QVERIFY(all > 1000);
        const ScriptRun run = runScript(source, large, [](int) { return false; });
        QVERIFY(run.summary.frames < all);
        QVERIFY(!run.captureProblem.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWorkbenchParts)
#include "tst_workbenchparts.moc"
