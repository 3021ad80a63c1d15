// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/helpertext.h"
#include "client/models/incidentmodel.h"
#include "client/models/modelroles.h"
#include "client/stores/incidentstore.h"
#include "tests/client/modeltext.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace Trackhand;

namespace {

IncidentInfo incident(const char *severity, const char *helper, const QString &text, qint64 secondsAgo = 0)
{
    return {QString::fromLatin1(severity), QString::fromLatin1(helper), text,
        quint64(QDateTime::currentSecsSinceEpoch() - secondsAgo) * 1'000'000'000};
}

} // namespace

class TestIncidentModel : public QObject {
    Q_OBJECT
private slots:
    void newestIsFirstAndReadsLikeTheTableOnScreen()
    {
        IncidentStore store;
        IncidentModel model(&store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        store.setItems({incident("attention", "ftp", QStringLiteral("restarted"), 7205),
            incident("info", "", QStringLiteral("rules put back"), 305)});
        store.add(incident("failed", "irc", QStringLiteral("keeps dying")));
        QCOMPARE(modelText(model),
            QStringList({"now | failed | irc | keeps dying", "5 min ago | note |  | rules put back",
                "2 h ago | attention | ftp | restarted"}));
        QCOMPARE(model.index(0, IncidentModel::SeverityColumn).data(StateKindRole).toInt(), int(StateKind::Failed));
        QVERIFY(!model.index(0, IncidentModel::TextColumn).data(StateKindRole).isValid());
    }

    void theExactTimeIsTheToolTip()
    {
        IncidentStore store;
        IncidentModel model(&store);
        IncidentInfo at = incident("failed", "irc", QStringLiteral("keeps dying"));
        at.timeNs = 1'790'000'000'123'456'789ULL;
        store.add(at);
        const QString tip = model.index(0, IncidentModel::TimeColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral(".123456789")), qPrintable(tip));
    }

    void oneThatComesIsARowThatIsInserted()
    {
        IncidentStore store;
        IncidentModel model(&store);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < IncidentStore::Capacity + 3; ++i) {
            store.add(incident("info", "ftp", QString::number(i)));
        }
        QCOMPARE(inserted.size(), IncidentStore::Capacity + 3);
        QCOMPARE(model.rowCount(), IncidentStore::Capacity);
        QCOMPARE(model.incident(0).text, QString::number(IncidentStore::Capacity + 2));
        QCOMPARE(model.incident(IncidentStore::Capacity - 1).text, QString::number(3));
        store.setItems({});
        QCOMPARE(model.rowCount(), 0);
        store.setItems({});
        QCOMPARE(model.rowCount(), 0);
    }

    void timesAreRefreshedWithoutAReset()
    {
        IncidentStore store;
        IncidentModel model(&store);
        model.refreshTimes(); // nothing to refresh
        store.add(incident("info", "ftp", QStringLiteral("x"), 3));
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.refreshTimes();
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestIncidentModel)
#include "tst_incidentmodel.moc"
