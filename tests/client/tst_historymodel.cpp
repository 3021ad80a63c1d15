// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/historycsv.h"
#include "client/models/historymodel.h"
#include "client/models/historytext.h"
#include "client/stores/helperstore.h"
#include "client/stores/historystore.h"
#include "tests/client/modeltext.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace Trackhand;

namespace {

const QList<int> Figures {HistoryModel::HelperColumn, HistoryModel::PacketsColumn, HistoryModel::ExpectationsColumn,
    HistoryModel::P50Column, HistoryModel::DepthColumn, HistoryModel::DropsColumn};

} // namespace

class TestHistoryModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void init()
    {
        m_helpers = std::make_unique<HelperStore>();
        m_history = std::make_unique<HistoryStore>(m_helpers.get(), [this] { return m_second * 1000; });
        m_model = std::make_unique<HistoryModel>(m_history.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_second = 1000;
        count("ftp", 0);
    }

    void cleanup() { m_tester.reset(); }

    void newestStepsComeFirstAllTogetherBeforeEach()
    {
        count("sip", 0);
        second();
        m_model->setSubject({}, HistorySpan::TenMinutes);
        next();
        count("ftp", 100, 40'000);
        count("sip", 20, 40'000);
        second();
        m_model->refresh();
        QCOMPARE(modelText(*m_model, Figures),
            QStringList({"all together | 120 | 0 | 41 µs | 4 | 0", "ftp | 100 | 0 | 41 µs | 2 | 0",
                "sip | 20 | 0 | 41 µs | 2 | 0", "all together | 0 | 0 | – | 4 | 0", "ftp | 0 | 0 | – | 2 | 0",
                "sip | 0 | 0 | – | 2 | 0"}));
    }

    void oneHelperAloneHasOnlyItsRows()
    {
        count("sip", 0);
        second();
        m_model->setSubject(QStringLiteral("sip"), HistorySpan::TenMinutes);
        QCOMPARE(modelText(*m_model, {HistoryModel::HelperColumn}), QStringList {"sip"});
        m_model->setSubject(QStringLiteral("nobody"), HistorySpan::TenMinutes);
        QCOMPARE(m_model->rowCount(), 0);
    }

    void rowsThatStayKeepTheirPlace()
    {
        second();
        m_model->setSubject(QStringLiteral("ftp"), HistorySpan::TenMinutes);
        const QPersistentModelIndex first = m_model->index(0, 0);
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        for (int i = 1; i <= 5; ++i) {
            next();
            second();
            m_model->refresh();
        }
        QCOMPARE(m_model->rowCount(), 6);
        QCOMPARE(first.row(), 5);
        QCOMPARE(reset.size(), 0);
    }

    void aStepThatGrowsChangesItsRow()
    {
        second();
        m_model->setSubject(QStringLiteral("ftp"), HistorySpan::OneHour);
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        next();
        count("ftp", 100);
        second();
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_model->index(0, HistoryModel::PacketsColumn).data().toString(), QString("50"));
    }

    void whatIsTooOldGoesAndGapsHaveNoRows()
    {
        second();
        next();
        second();
        m_model->setSubject(QStringLiteral("ftp"), HistorySpan::TenMinutes);
        QCOMPARE(m_model->rowCount(), 2);
        m_second += 599;
        second();
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 2); // the first went, one came, and nothing lies between
    }

    void aHelperThatComesGetsItsRows()
    {
        second();
        m_model->setSubject({}, HistorySpan::TenMinutes);
        next();
        count("sip", 0);
        second();
        m_model->refresh();
        QCOMPARE(m_model->rowCount(), 5);
    }

    void csvHasPlainNumbersAndEmptyCellsForTheUnknown()
    {
        second();
        next();
        count("ftp", 1500, 40'000);
        second();
        m_model->setSubject(QStringLiteral("ftp"), HistorySpan::TenMinutes);
        const QList<QByteArray> lines = historyCsv(*m_model).split('\n');
        QCOMPARE(lines.at(0),
            QByteArray("time,helper,packets_per_s,expectations_per_s,latency_p50_ns,latency_p90_ns,latency_p99_ns,"
                       "queue_depth,drops_per_s\r"));
        QVERIFY(lines.at(1).endsWith("Z,ftp,1500,0,40960,40960,40960,2,0\r"));
        QVERIFY(lines.at(2).endsWith("Z,ftp,0,0,,,,2,0\r"));
        QCOMPARE(lines.size(), 4); // and nothing after the last
    }

    void csvOfAllNamesThemInAWayThatNoHelperCanHave()
    {
        second();
        m_model->setSubject({}, HistorySpan::TenMinutes);
        QVERIFY(historyCsv(*m_model).contains(",(all),"));
    }

    void figuresReadAsPeopleWriteThem()
    {
        QCOMPARE(rateText(0), QString("0"));
        QCOMPARE(rateText(0.24), QString("0.2"));
        QCOMPARE(rateText(9), QString("9"));
        QCOMPARE(rateText(3.5), QString("3.5"));
        QCOMPARE(rateText(0.02), QString("0"));
        QCOMPARE(rateText(9.96), QString("10"));
        QCOMPARE(rateText(std::nan("")), QString("–"));
        QCOMPARE(latencyPointText(1'200'000), QString("1.2 ms"));
        QCOMPARE(agoText(-5), QString("now")); // another machine's clock
        QCOMPARE(agoText(59), QString("59 s ago"));
        QCOMPARE(agoText(7200), QString("2 h ago"));
        QCOMPARE(agoText(3 * 86400), QString("3 d ago"));
    }

private:
    void count(const char *name, qulonglong packets, std::uint64_t latencyNs = 0)
    {
        HelperInfo info;
        info.name = QString::fromLatin1(name);
        info.path = QLatin1Char('/') + info.name;
        info.owner = QStringLiteral("trackhand");
        info.state = QStringLiteral("running");
        info.counters = {{QStringLiteral("packets"), packets}, {QStringLiteral("queue_depth"), 2}};
        if (latencyNs != 0) {
            info.latencies[Wire::latencyBucket(latencyNs)] = packets;
        }
        m_helpers->put(info);
    }
    void next() { ++m_second; }
    void second() { m_history->sample(); }

    std::unique_ptr<HelperStore> m_helpers;
    std::unique_ptr<HistoryStore> m_history;
    std::unique_ptr<HistoryModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    qint64 m_second = 0;
};

QTEST_GUILESS_MAIN(TestHistoryModel)
#include "tst_historymodel.moc"
