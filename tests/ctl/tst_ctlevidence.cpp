// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/evidence/evidencefile.h"
#include "playedprogram.h"
#include "queuebytes.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Trackhand;

namespace {

const auto Id = QStringLiteral("ftp-20260102T030405.006Z");

/// As trackhandd writes it: a control connection on which data is announced.
QByteArray capture()
{
    const Tuple flow = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);
    LastMoments moments;
    moments.inHand = true;
    LastMoments::Packet packet {emptyEvent(EventKind::Packet), QueueBytes::tcp4(flow, "PORT 10,0,1,2,200,1\r\n")};
    packet.event.timeNs = 1'767'323'045'006'000'000;
    packet.event.payloadLength = std::uint32_t(packet.bytes.size());
    packet.event.setHelper("ftp");
    packet.event.setNote("in hand when the helper process ended");
    moments.packets.push_back(packet);
    return QByteArray::fromStdString(evidenceFile("ftp", "ended by SEGV", moments));
}

} // namespace

/// What helper processes had before them when they died, from the command line.
class TestCtlEvidence : public PlayedProgram {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    Outcome evidence(const QStringList &words) { return run(QStringList {QStringLiteral("evidence")} + words); }
    void keepSome()
    {
        m_backend->addEvidence(
            {Id, QStringLiteral("ftp"), 1'767'323'045'006'000'000, QStringLiteral("ended by SEGV"), 1, 0, true},
            capture());
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        startBackend();
    }
    void cleanup() { end(); }

    void theListSaysWhoAndWhy()
    {
        keepSome();
        const Outcome outcome = evidence({QStringLiteral("list")});
        QCOMPARE(outcome.status, 0);
        for (const QString &part : {Id, QStringLiteral("ended by SEGV"), QString::number(capture().size())}) {
            QVERIFY2(outcome.out.contains(part), qPrintable(outcome.out));
        }
        const Outcome json = evidence({QStringLiteral("list"), QStringLiteral("--json")});
        const QJsonObject object = QJsonDocument::fromJson(json.out.toUtf8()).object();
        QCOMPARE(object.value(u"evidence").toString(), Id);
        QCOMPARE(object.value(u"helper").toString(), QStringLiteral("ftp"));
        QCOMPARE(object.value(u"time").toString(), QStringLiteral("2026-01-02T03:04:05.006000000Z"));
        QCOMPARE(object.value(u"reason").toString(), QStringLiteral("ended by SEGV"));
        QCOMPARE(object.value(u"packets").toInt(), 1);
        QCOMPARE(object.value(u"in_hand").toBool(), true);
        QCOMPARE(object.value(u"size").toInt(), int(capture().size()));
    }

    void withoutEvidenceTheListSaysSo()
    {
        const Outcome outcome = evidence({QStringLiteral("list")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.startsWith(QStringLiteral("no evidence")));
        QVERIFY(evidence({QStringLiteral("list"), QStringLiteral("--json")}).out.isEmpty());
    }

    void whatIsSavedCanBeReplayed()
    {
        keepSome();
        const QString file = path("crash.pcapng");
        const Outcome saved = evidence({QStringLiteral("save"), Id, file});
        QVERIFY2(saved.status == 0, qPrintable(saved.err));
        QCOMPARE(saved.out, QStringLiteral("saved %1; try: trackhandctl replay %1 --helper ftp\n").arg(file));
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(read.readAll(), capture());
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
        const Outcome replayed =
            run({QStringLiteral("replay"), file, QStringLiteral("--helper"), QStringLiteral("ftp")});
        QVERIFY2(replayed.status == 0, qPrintable(replayed.err));
        QVERIFY2(replayed.out.contains(QStringLiteral("PORT")), qPrintable(replayed.out));
        QVERIFY2(
            replayed.out.contains(QStringLiteral("51201")), qPrintable(replayed.out)); // what it announced is expected
    }

    void aDashIsStandardOutput()
    {
        keepSome();
        const Outcome outcome = evidence({QStringLiteral("save"), Id, QStringLiteral("-")});
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.contains(QStringLiteral("reason=ended by SEGV")));
    }

    void aFileThatIsThereStays()
    {
        keepSome();
        QFile file(path("precious"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("precious") == 8);
        file.close();
        const Outcome outcome = evidence({QStringLiteral("save"), Id, file.fileName()});
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("there is one already")), qPrintable(outcome.err));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("precious"));
    }

    void removingAsksTheBackend()
    {
        keepSome();
        QCOMPARE(evidence({QStringLiteral("remove"), Id}).out, QStringLiteral("removed %1\n").arg(Id));
        const Outcome again = evidence({QStringLiteral("remove"), Id});
        QCOMPARE(again.status, 1);
        QCOMPARE(again.err, QStringLiteral("trackhandctl: there is no such evidence\n"));
    }

    void aRefusalWritesNothing()
    {
        keepSome();
        m_backend->failNext(
            QStringLiteral("Read"), ErrorCode::NotAuthorized, QStringLiteral("you may not read packets"));
        const Outcome outcome = evidence({QStringLiteral("save"), Id, path("none")});
        QCOMPARE(outcome.status, 4);
        QVERIFY(!QFile::exists(path("none")));
    }

    void wrongUsageIsToldApart()
    {
        QCOMPARE(evidence({}).status, 2);
        QCOMPARE(evidence({QStringLiteral("save")}).status, 2);
        QCOMPARE(evidence({QStringLiteral("remove"), QStringLiteral("a"), QStringLiteral("b")}).status, 2);
    }
};

QTEST_GUILESS_MAIN(TestCtlEvidence)
#include "tst_ctlevidence.moc"
