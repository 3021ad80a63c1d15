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

    static QProcess *run(QObject *parent, const QStringList &arguments)
    {
        auto *process = new QProcess(parent);
        process->start(Program, arguments);
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

    void withoutAChannelItRefusesToRun()
    {
        QProcess *process = run(this, {QStringLiteral("--helper"), QStringLiteral("observer")});
        QVERIFY(process->exitCode() != 0);
        QVERIFY(!process->readAllStandardError().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHelperdProgram)
#include "tst_helperdprogram.moc"
