// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/channel/packetchannel.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Trackhand;

namespace {

const QString Program = QStringLiteral(TRACKHAND_PROGRAMS "/trackhand-helperd");

} // namespace

/// The program as a person or trackhandd meets it from outside.
class TestHelperdProgram : public QObject {
    Q_OBJECT

    static QProcess *run(QObject *parent, const QStringList &arguments, const QByteArray &input = {})
    {
        auto *process = new QProcess(parent);
        process->start(Program, arguments);
        process->write(input);
        process->closeWriteChannel();
        process->waitForFinished();
        return process;
    }

private slots:
    void listsItsProtocolsAsJsonLines()
    {
        QProcess *process = run(this, {QStringLiteral("--list")});
        QCOMPARE(process->exitCode(), 0);
        QStringList names;
        for (const QByteArray &line : process->readAllStandardOutput().trimmed().split('\n')) {
            const QJsonDocument document = QJsonDocument::fromJson(line);
            QVERIFY2(document.isObject(), line.constData());
            names += document.object().value(u"name").toString();
        }
        QVERIFY(names.contains(QStringLiteral("observer")));
        QVERIFY(names.contains(QStringLiteral("ftp")));
    }

    void wrongUsageIsOneLineAndStatusTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList {};
        QTest::newRow("unknown helper") << QStringList {
            QStringLiteral("--helper"), QStringLiteral("gopher"), QStringLiteral("--option"), QStringLiteral("x")};
        QTest::newRow("stray word") << QStringList {QStringLiteral("--list"), QStringLiteral("now")};
        QTest::newRow("a script that is no descriptor")
            << QStringList {QStringLiteral("--list"), QStringLiteral("--script"), QStringLiteral("/etc/passwd")};
        QTest::newRow("option without value") << QStringList {
            QStringLiteral("--helper"), QStringLiteral("ftp"), QStringLiteral("--option"), QStringLiteral("loose")};
    }
    void wrongUsageIsOneLineAndStatusTwo()
    {
        QFETCH(QStringList, arguments);
        QProcess *process = run(this, arguments);
        QCOMPARE(process->exitCode(), 2);
        QVERIFY(process->readAllStandardOutput().isEmpty());
        const QByteArray complaint = process->readAllStandardError();
        QVERIFY(complaint.contains("trackhand-helperd: "));
    }

    void tellsWhatAScriptIs()
    {
        QFile script(QStringLiteral(TRACKHAND_SOURCE "/examples/scripts/ftp.lua"));
        QVERIFY(script.open(QIODevice::ReadOnly));
        const QStringList command {QStringLiteral("--list"), QStringLiteral("--script"), QStringLiteral("0")};
        QProcess *process = run(this, command, script.readAll());
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
        const QJsonObject object = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
        QCOMPARE(object.value(u"name").toString(), QStringLiteral("ftp"));
        QCOMPARE(object.value(u"private_length").toInt(), 4);
    }

    void saysWhatIsWrongWithAScript_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("good") << QByteArray("return { name = 'x', transports = { 'tcp' }, on_packet = function() end }")
                              << QByteArray();
        QTest::newRow("another name") << QByteArray(
            "return { name = 'y', transports = { 'tcp' }, on_packet = function() end }")
                                      << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray("x.lua: the script returns no table");
        QTest::newRow("no Lua") << QByteArray("\n{") << QByteArray("x.lua:2: ");
        QTest::newRow("without end") << QByteArray("while true do end")
                                     << QByteArray("x.lua:1: more than 5000000 instr");
        QTest::newRow("too long") << QByteArray(1 << 20, ' ') << QByteArray("x.lua: a script has at most 256 KiB");
        QTest::newRow("reaching out") << QByteArray("io.open('/etc/passwd')")
                                      << QByteArray("x.lua:1: attempt to index a nil value (global 'io')");
    }
    void saysWhatIsWrongWithAScript()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, said);
        QProcess *process = run(this,
            {QStringLiteral("--check"), QStringLiteral("--helper"), QStringLiteral("x"), QStringLiteral("--script"),
                QStringLiteral("0")},
            text);
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), said.isEmpty() ? 0 : 2);
        const QByteArray complaint = process->readAllStandardError();
        QVERIFY2(complaint.startsWith(said.isEmpty() ? said : "trackhand-helperd: " + said), complaint.constData());
        QCOMPARE(complaint.count('\n'), said.isEmpty() ? 0 : 1);
    }

    void withoutAChannelItRefusesToRun()
    {
        QProcess *process = run(this, {QStringLiteral("--helper"), QStringLiteral("observer")});
        QVERIFY(process->exitCode() != 0);
        QVERIFY(!process->readAllStandardError().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHelperdProgram)
#include "tst_helperdprogram.moc"
