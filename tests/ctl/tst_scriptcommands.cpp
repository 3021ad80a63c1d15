// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString Program = QStringLiteral(TRACKHAND_PROGRAMS "/trackhandctl");
const QString Examples = QStringLiteral(TRACKHAND_SOURCE "/examples/scripts/");

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

} // namespace

/// Writing a helper in Lua with nothing but the program: no backend, no bus, no rights.
class TestScriptCommands : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aNewScriptIsAHelperThatWorks();
    void aNewScriptReplacesNothing();
    void aNameThatIsNoneIsRefused_data();
    void aNameThatIsNoneIsRefused();
    void checkSaysWhatAScriptIs();
    void checkSaysWhatIsWrong_data();
    void checkSaysWhatIsWrong();
    void runShowsNotesAndExpectations();
    void runTakesOptionsAndPorts();
    void anErrorOfTheScriptIsShownAndIsAFailure();
    void replayLetsAScriptStandInForAProtocol();
    void replayRunsAScriptBesideAProtocol();
    void testPassesWithWhatRunPrints();
    void testSaysWhatDiffers_data();
    void testSaysWhatDiffers();
    void wrongUsageIsToldApartFromFailure_data();
    void wrongUsageIsToldApartFromFailure();

private:
    Outcome run(const QStringList &arguments) const
    {
        QProcess program;
        program.setWorkingDirectory(m_folder->path());
        program.start(Program, arguments);
        program.waitForFinished();
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError())};
    }
    Outcome run(const QString &line) const { return run(line.split(u' ')); }
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestScriptCommands::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestScriptCommands::aNewScriptIsAHelperThatWorks()
{
    const Outcome made = run(QStringLiteral("script new quux"));
    QCOMPARE(made.status, 0);
    QCOMPARE(made.out, QStringLiteral("quux.lua written; try: trackhandctl script check quux.lua\n"));
    const Outcome checked = run(QStringLiteral("script check quux.lua"));
    QVERIFY2(checked.status == 0, qPrintable(checked.err));
    QCOMPARE(checked.out,
        QStringLiteral("quux.lua is a helper \"quux\" for tcp 7000; classes: data (4 at a time, 300 s)\n"));
}

void TestScriptCommands::aNewScriptReplacesNothing()
{
    write(QStringLiteral("quux.lua"), "precious");
    const Outcome outcome = run(QStringLiteral("script new quux"));
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err, QStringLiteral("trackhandctl: \"quux.lua\": there is one already\n"));
    QFile file(m_folder->filePath(QStringLiteral("quux.lua")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void TestScriptCommands::aNameThatIsNoneIsRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"Quux", "../quux", "a/b", "", "abcdefghijklmnop", "a\"b", "a b", "\xc3\xa4"}) {
        QTest::addRow("'%s'", name) << QString::fromUtf8(name);
    }
}

void TestScriptCommands::aNameThatIsNoneIsRefused()
{
    QFETCH(QString, name);
    const Outcome outcome = run({QStringLiteral("script"), QStringLiteral("new"), name});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.err.contains(QStringLiteral("cannot be a helper's name")), qPrintable(outcome.err));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void TestScriptCommands::checkSaysWhatAScriptIs()
{
    const Outcome outcome = run({QStringLiteral("script"), QStringLiteral("check"),
        Examples + QStringLiteral("ftp.lua"), QStringLiteral("--json")});
    QCOMPARE(outcome.status, 0);
    const QJsonObject object = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(object.value(u"name").toString(), QStringLiteral("ftp"));
    QVERIFY2(outcome.out.contains(QStringLiteral("\"l4\":[\"tcp\"],\"ports\":[21],"
                                                 "\"classes\":[{\"name\":\"ftp\",\"max\":4,\"timeout\":300}],"
                                                 "\"private_length\":4,\"options\":[\"loose\",\"allow_low_ports\"]}")),
        qPrintable(outcome.out));
}

void TestScriptCommands::checkSaysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("not Lua") << QByteArray("\nint main;\n") << QStringLiteral("x.lua:2: syntax error near 'main'");
    QTest::newRow("a field that is missing")
        << QByteArray("return { transports = { 'tcp' } }") << QStringLiteral("x.lua: name is needed: small letters");
    QTest::newRow("a class without bounds")
        << QByteArray("return { name = 'x', transports = { 'tcp' }, classes = { { name = 'a', max = 300 } } }")
        << QStringLiteral("x.lua: classes[1].max is a number from 1 to 255");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("x.lua: the script returns no table");
    QTest::newRow("huge") << QByteArray(1 << 20, ' ') << QStringLiteral("x.lua: a script has at most 256 KiB");
    QTest::newRow("binary") << QByteArray("\x1bLua\x54\0\x19\x93", 8)
                            << QStringLiteral("x.lua: attempt to load a binary chunk");
}

void TestScriptCommands::checkSaysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    write(QStringLiteral("x.lua"), text);
    const Outcome outcome = run(QStringLiteral("script check x.lua"));
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.startsWith(QStringLiteral("trackhandctl: ") + said), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
    QVERIFY(outcome.out.isEmpty());
}

void TestScriptCommands::runShowsNotesAndExpectations()
{
    const Outcome outcome = run({QStringLiteral("script"), QStringLiteral("run"), Examples + QStringLiteral("rsh.lua"),
        QStringLiteral("--capture"), Examples + QStringLiteral("rsh.pcap")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains(QStringLiteral("error output -> expects 10.0.1.2:1022")), qPrintable(outcome.out));
    QVERIFY2(outcome.out.contains(QStringLiteral("1 expectations (1 matched, 0 not)")), qPrintable(outcome.out));
}

void TestScriptCommands::runTakesOptionsAndPorts()
{
    const QStringList command {QStringLiteral("script"), QStringLiteral("run"), Examples + QStringLiteral("ftp.lua"),
        QStringLiteral("--capture"), Examples + QStringLiteral("ftp.pcap")};
    const Outcome loose = run(command + QStringList {QStringLiteral("--option"), QStringLiteral("loose=yes")});
    QVERIFY2(loose.out.contains(QStringLiteral("expects 10.0.9.9:50002")), qPrintable(loose.out));
    const Outcome elsewhere = run(command + QStringList {QStringLiteral("--dport"), QStringLiteral("2121")});
    QVERIFY2(elsewhere.out.contains(QStringLiteral("19 frames, 0 packets judged")), qPrintable(elsewhere.out));
    const Outcome wrong = run(command + QStringList {QStringLiteral("--option"), QStringLiteral("colour=red")});
    QCOMPARE(wrong.status, 2);
    QVERIFY2(wrong.err.contains(QStringLiteral("this helper has loose, allow_low_ports")), qPrintable(wrong.err));
}

void TestScriptCommands::anErrorOfTheScriptIsShownAndIsAFailure()
{
    write(QStringLiteral("x.lua"),
        "return { name = 'x', transports = { 'tcp' }, ports = { 21 },\non_packet = function(packet)\n"
        "local n = #packet:payload() > 0 and nil + 1\nend }");
    const Outcome outcome = run({QStringLiteral("script"), QStringLiteral("run"), QStringLiteral("x.lua"),
        QStringLiteral("--capture"), Examples + QStringLiteral("ftp.pcap")});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.err,
        QStringLiteral("trackhandctl: 14 packets ended with an error of the script; the first: x.lua:3: attempt to "
                       "perform arithmetic on a nil value\n"));
    QVERIFY2(outcome.out.contains(QStringLiteral("accept  x.lua:3: attempt to perform arithmetic on a nil value")),
        qPrintable(outcome.out));
}

void TestScriptCommands::replayLetsAScriptStandInForAProtocol()
{
    const QStringList command {QStringLiteral("replay"), Examples + QStringLiteral("ftp.pcap"),
        QStringLiteral("--json"), QStringLiteral("--helper"), QStringLiteral("ftp")};
    const Outcome builtIn = run(command);
    const Outcome script =
        run(command + QStringList {QStringLiteral("--script"), Examples + QStringLiteral("ftp.lua")});
    QCOMPARE(script.status, 0);
    const auto expectations = [](const Outcome &outcome) {
        return outcome.out.split(u'\n').filter(QStringLiteral("\"event\":\"expectation\""));
    };
    QCOMPARE(expectations(script).size(), 5);
    QCOMPARE(expectations(script), expectations(builtIn));
    write(QStringLiteral("ftp.lua"),
        "return { name = 'ftp', transports = { 'tcp' }, ports = { 21 },\n"
        "on_packet = function(packet) packet:note('mine') end }");
    const Outcome mine = run(command + QStringList {QStringLiteral("--script"), QStringLiteral("ftp.lua")});
    QCOMPARE(
        mine.out.count(QStringLiteral("\"note\":\"mine\"")), 14); // of 17: segments without payload it does not see
}

void TestScriptCommands::replayRunsAScriptBesideAProtocol()
{
    write(QStringLiteral("x.lua"),
        "return { name = 'x', transports = { 'tcp' }, ports = { 50000 },\n"
        "on_packet = function(packet) packet:note('data') end }");
    const Outcome outcome = run({QStringLiteral("replay"), Examples + QStringLiteral("ftp.pcap"),
        QStringLiteral("--json"), QStringLiteral("--script"), QStringLiteral("x.lua"), QStringLiteral("--script"),
        Examples + QStringLiteral("ftp.lua"), QStringLiteral("--option"), QStringLiteral("ftp:loose=true")});
    QCOMPARE(outcome.status, 0);
    QVERIFY2(outcome.out.contains(QStringLiteral("\"dst\":\"10.0.9.9\",\"dport\":50002")), qPrintable(outcome.out));
}

void TestScriptCommands::testPassesWithWhatRunPrints()
{
    const QStringList about {
        Examples + QStringLiteral("mgcp.lua"), QStringLiteral("--capture"), Examples + QStringLiteral("mgcp.pcap")};
    const Outcome printed = run(
        QStringList {QStringLiteral("script"), QStringLiteral("run")} + about + QStringList {QStringLiteral("--json")});
    write(QStringLiteral("e.json"), printed.out.toUtf8());
    const QStringList test = QStringList {QStringLiteral("script"), QStringLiteral("test")} + about
        + QStringList {QStringLiteral("--expect"), QStringLiteral("e.json")};
    const Outcome outcome = run(test);
    QVERIFY2(outcome.status == 0, qPrintable(outcome.out + outcome.err));
    QCOMPARE(outcome.out, QStringLiteral("mgcp.lua: 10 events as expected\n"));
    QCOMPARE(run(test + QStringList {QStringLiteral("--json")}).out,
        QStringLiteral(
            "{\"event\":\"test\",\"script\":\"mgcp.lua\",\"passed\":true,\"expected\":10,\"differences\":[]}\n"));
}

void TestScriptCommands::testSaysWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QString>("said");
    const QByteArray both = "[{\"event\":\"expectation\",\"dport\":30000},{\"event\":\"expectation\",\"dport\":30001}";
    QTest::newRow("another note") << both + ",{\"event\":\"packet\",\"frame\":8,\"note\":\"none\"}]"
                                  << QStringLiteral(
                                         "frame 8: missing: {\"event\":\"packet\",\"frame\":8,\"note\":\"none\"} "
                                         "instead of {\"note\":\"200 2\"}");
    QTest::newRow("an opening that is not named") << QByteArray("[{\"event\":\"expectation\",\"dport\":30000}]")
                                                  << QStringLiteral("frame 5: not expected: {\"action\":\"new\"");
    QTest::newRow("nothing named") << QByteArray("[]") << QStringLiteral("frame 5: not expected:");
    QTest::newRow("a member that is absent")
        << QByteArray("{\"event\":\"expectation\",\"dport\":30000,\"src\":\"10.0.1.2\"}\n")
        << QStringLiteral("missing");
    QTest::newRow("a frame that is not there")
        << both + ",{\"event\":\"packet\",\"frame\":99}]" << QStringLiteral("frame 99: missing");
    QTest::newRow("in another order") << QByteArray(
        "[{\"event\":\"packet\",\"frame\":8},{\"event\":\"packet\",\"frame\":1}]")
                                      << QStringLiteral("before another that is expected earlier");
}

void TestScriptCommands::testSaysWhatDiffers()
{
    QFETCH(QByteArray, expected);
    QFETCH(QString, said);
    write(QStringLiteral("e.json"), expected);
    const Outcome outcome = run({QStringLiteral("script"), QStringLiteral("test"),
        Examples + QStringLiteral("mgcp.lua"), QStringLiteral("--capture"), Examples + QStringLiteral("mgcp.pcap"),
        QStringLiteral("--expect"), QStringLiteral("e.json")});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.out.contains(said), qPrintable(outcome.out));
    QVERIFY2(
        outcome.err.startsWith(QStringLiteral("trackhandctl: mgcp.lua does not do what is expected; differences: ")),
        qPrintable(outcome.err));
}

void TestScriptCommands::wrongUsageIsToldApartFromFailure_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    const QString script = Examples + QStringLiteral("wsd.lua");
    const QString capture = Examples + QStringLiteral("wsd.pcap");
    const auto row = [](const char *name, const QString &line, int status, const QString &said) {
        QTest::newRow(name) << line << status << said;
    };
    row("no command", QStringLiteral("script"), 2, QStringLiteral("new, check, run, test"));
    row("no file", QStringLiteral("script check"), 2, QString());
    row("no such file", QStringLiteral("script check nowhere.lua"), 1, QStringLiteral("\"nowhere.lua\": No such file"));
    row("a folder", QStringLiteral("script check ."), 1, QStringLiteral("\".\": "));
    row("no capture", QStringLiteral("script run %1").arg(script), 2, QStringLiteral("--capture FILE is needed"));
    row("no such capture", QStringLiteral("script run %1 --capture no.pcap").arg(script), 1, QStringLiteral("no.pcap"));
    row("no expectations", QStringLiteral("script test %1 --capture %2").arg(script, capture), 2,
        QStringLiteral("--expect FILE is needed"));
    row("no such expectations", QStringLiteral("script test %1 --capture %2 --expect no.json").arg(script, capture), 1,
        QStringLiteral("\"no.json\": No such file"));
    row("expectations that are no JSON", QStringLiteral("script test %1 --capture %2 --expect %1").arg(script, capture),
        1, QStringLiteral("line 1: "));
    row("replay of nothing", QStringLiteral("replay %1").arg(capture), 2,
        QStringLiteral("needs --helper NAME, --script FILE.lua or --module FILE.so"));
    row("replay without the module", QStringLiteral("replay %1 --module no.so").arg(capture), 1,
        QStringLiteral("\"no.so\": No such file"));
    row("a script as a module", QStringLiteral("replay %1 --module %2").arg(capture, script), 1,
        QStringLiteral("wsd.lua cannot be loaded: "));
    row("replay without the script", QStringLiteral("replay %1 --script no.lua").arg(capture), 1,
        QStringLiteral("\"no.lua\": No such file"));
    row("the same script twice", QStringLiteral("replay %1 --script %2 --script %2").arg(capture, script), 2,
        QStringLiteral("two scripts are called \"wsd\""));
}

void TestScriptCommands::wrongUsageIsToldApartFromFailure()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QString, said);
    const Outcome outcome = run(line);
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
}

QTEST_GUILESS_MAIN(TestScriptCommands)
#include "tst_scriptcommands.moc"
