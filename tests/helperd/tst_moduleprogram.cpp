// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <unistd.h>

/// The helper program with modules beside its built-in protocols, as trackhandd asks it.
class TestModuleProgram : public QObject {
    Q_OBJECT

    static QProcess *run(QObject *parent, const QStringList &arguments)
    {
        auto *process = new QProcess(parent);
        process->start(QStringLiteral(TRACKHAND_HELPERD_WITH_MODULES), arguments);
        process->waitForFinished();
        return process;
    }

private slots:
    void initTestCase()
    {
        if (::geteuid() != 0) {
            QSKIP("NOTHING IS TESTED: modules are loaded from a folder of root's, so the build and this test must be "
                  "root's");
        }
    }

    void namesModulesWithoutLoadingAny()
    {
        QProcess *process = run(this, {QStringLiteral("--modules")});
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
        const QByteArrayList names = process->readAllStandardOutput().trimmed().split('\n');
        QVERIFY(names.contains("hello"));
        QVERIFY(names.contains("at-load")); // which nobody survives loading
        QVERIFY(!names.contains("observer"));
    }

    void theBuiltInProtocolsAreListedWithoutThem()
    {
        QProcess *process = run(this, {QStringLiteral("--list")});
        QCOMPARE(process->exitCode(), 0);
        const QByteArray list = process->readAllStandardOutput();
        QVERIFY(list.contains("\"name\":\"ftp\"") && !list.contains("\"name\":\"hello\""));
    }

    void tellsWhatAModuleIs()
    {
        QProcess *process = run(this, {QStringLiteral("--list"), QStringLiteral("--helper"), QStringLiteral("hello")});
        QCOMPARE(process->exitStatus(), QProcess::NormalExit);
        QCOMPARE(process->exitCode(), 0);
        const QJsonObject object = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
        QCOMPARE(object.value(u"name").toString(), QStringLiteral("hello"));
        QCOMPARE(object.value(u"options").toArray().size(), 1);
    }

    void aModuleJudgesItsOptions()
    {
        QStringList command {QStringLiteral("--check"), QStringLiteral("--helper"), QStringLiteral("hello"),
            QStringLiteral("--option"), QStringLiteral("limit=4")};
        QCOMPARE(run(this, command)->exitCode(), 0);
        command.last() = QStringLiteral("limit=many");
        QProcess *process = run(this, command);
        QCOMPARE(process->exitCode(), 2);
        QCOMPARE(process->readAllStandardError(),
            QByteArray("trackhand-helperd: option \"limit\" takes a number from 1 to 9\n"));
    }

    void saysInOneLineWhyAModuleIsRefused_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("otherabi") << QByteArray("trackhand-helperd: otherabi.so was built for Trackhand 9.9.9");
        QTest::newRow("nosymbol") << QByteArray("trackhand-helperd: nosymbol.so is no helper module");
        QTest::newRow("text") << QByteArray("trackhand-helperd: text.so cannot be loaded: ");
        QTest::newRow("boundless") << QByteArray("trackhand-helperd: boundless.so describes itself out of bounds");
        QTest::newRow("misnamed") << QByteArray("trackhand-helperd: misnamed.so calls itself somebody");
    }
    void saysInOneLineWhyAModuleIsRefused()
    {
        QFETCH(QByteArray, said);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        for (const char *task : {"--list", "--check"}) {
            QProcess *process = run(this, {QString::fromLatin1(task), QStringLiteral("--helper"), name});
            QCOMPARE(process->exitStatus(), QProcess::NormalExit);
            QCOMPARE(process->exitCode(), 2);
            const QByteArray complaint = process->readAllStandardError();
            QVERIFY2(complaint.startsWith(said), complaint.constData());
            QCOMPARE(complaint.count('\n'), 1);
        }
    }

    void aBuiltInProtocolIsNotReplaced()
    {
        QProcess *process = run(this, {QStringLiteral("--list"), QStringLiteral("--helper"), QStringLiteral("ftp")});
        QCOMPARE(process->exitCode(), 0);
        QVERIFY(!process->readAllStandardOutput().contains("A module of the tests"));
    }

    void aModuleIsAskedInsideTheSandbox()
    {
        QProcess *process =
            run(this, {QStringLiteral("--list"), QStringLiteral("--helper"), QStringLiteral("reaching")});
        QCOMPARE(process->exitStatus(), QProcess::CrashExit);
        QCOMPARE(process->exitCode(), SIGSYS);
    }
};

QTEST_GUILESS_MAIN(TestModuleProgram)
#include "tst_moduleprogram.moc"
