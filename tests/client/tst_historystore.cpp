// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/helperstore.h"
#include "client/stores/historystore.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <malloc.h>

using namespace Trackhand;

namespace {

/// @p count packets that waited @p ns each.
Wire::LatencyCounts waited(std::uint64_t ns, std::uint64_t count)
{
    Wire::LatencyCounts latencies {};
    latencies[Wire::latencyBucket(ns)] = count;
    return latencies;
}

HistorySecond second(double packets, std::uint64_t latencyNs = 0)
{
    HistorySecond counted;
    counted.packets = packets;
    if (latencyNs != 0) {
        counted.latencies = waited(latencyNs, std::uint64_t(packets));
    }
    return counted;
}

qsizetype knownCount(const QList<HistoryPoint> &points)
{
    return std::count_if(points.cbegin(), points.cend(), [](const HistoryPoint &point) { return point.isKnown(); });
}

bool isAbout(double ns, double expected)
{
    return ns >= expected && ns <= expected * 1.25;
}

} // namespace

class TestHistoryStore : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_helpers = std::make_unique<HelperStore>();
        m_now = 0;
        m_history = std::make_unique<HistoryStore>(m_helpers.get(), [this] { return m_now; });
        m_ftp = {};
    }

    // Rollups

    void aStepHasTheMeanOfItsRatesAndTheGreatestDepth()
    {
        HelperHistory history;
        for (int i = 0; i < 10; ++i) {
            HistorySecond counted = second(100 * i);
            counted.expectations = i;
            counted.drops = i == 4 ? 5 : 0;
            counted.queueDepth = i == 7 ? 30 : 1;
            history.add(i, counted);
        }
        const HistoryPoint point = history.points(HistorySpan::OneHour, 9).last();
        QCOMPARE(point.packets, 450.0F);
        QCOMPARE(point.expectations, 4.5F);
        QCOMPARE(point.drops, 0.5F);
        QCOMPARE(point.queueDepth, 30.0F);
    }

    void percentilesOfAStepAreThoseOfItsPacketsAndNoMeansOfPercentiles()
    {
        HelperHistory history;
        history.add(0, second(990, 10'000));
        history.add(1, second(10, 50'000'000));
        const auto seconds = history.points(HistorySpan::TenMinutes, 1);
        QVERIFY(isAbout(seconds.at(598).p50Ns, 10'000));
        QVERIFY(isAbout(seconds.at(599).p50Ns, 50'000'000));
        for (const HistorySpan span : {HistorySpan::OneHour, HistorySpan::SixHours, HistorySpan::OneDay}) {
            const HistoryPoint step = history.points(span, 1).last();
            QVERIFY(isAbout(step.p50Ns, 10'000)); // a mean would be 25 ms
            QVERIFY(isAbout(step.p90Ns, 10'000));
            QVERIFY(isAbout(step.p99Ns, 50'000'000));
        }
    }

    void everySpanHasItsStepsAndEndsNow()
    {
        HelperHistory history;
        history.add(100'000, second(7));
        const QList<std::pair<HistorySpan, int>> spans {{HistorySpan::TenMinutes, 600}, {HistorySpan::OneHour, 360},
            {HistorySpan::SixHours, 360}, {HistorySpan::OneDay, 1440}};
        for (const auto &[span, count] : spans) {
            const auto points = history.points(span, 100'000);
            QCOMPARE(points.size(), qsizetype(count));
            QCOMPARE(historySeconds(span) / historyStep(span), count);
            QCOMPARE(points.last().packets, 7.0F);
            QCOMPARE(knownCount(points), 1);
        }
    }

    void timeInWhichNobodyCountedIsUnknownAndNotZero()
    {
        HelperHistory history;
        history.add(1000, second(5));
        history.add(1030, second(5));
        const auto points = history.points(HistorySpan::TenMinutes, 1030);
        QVERIFY(points.at(599).isKnown());
        QVERIFY(points.at(569).isKnown());
        QCOMPARE(knownCount(points), 2);
        // A step of ten seconds in which one was counted has that one's rate.
        QCOMPARE(knownCount(history.points(HistorySpan::OneHour, 1030)), 2);
        QCOMPARE(history.points(HistorySpan::OneHour, 1030).last().packets, 5.0F);
    }

    void whatIsOlderThanTheSpanIsForgotten()
    {
        HelperHistory history;
        history.add(0, second(1));
        history.add(600, second(2));
        QCOMPARE(knownCount(history.points(HistorySpan::TenMinutes, 600)), 1);
        QCOMPARE(knownCount(history.points(HistorySpan::OneHour, 600)), 2);
        history.add(10'000'000, second(3)); // longer away than anything is remembered
        QCOMPARE(knownCount(history.points(HistorySpan::OneDay, 10'000'000)), 1);
    }

    void withoutPacketsThereIsNoLatency()
    {
        HelperHistory history;
        history.add(5, second(0));
        QVERIFY(history.second(5).isKnown());
        QVERIFY(std::isnan(history.second(5).p50Ns));
    }

    void aSecondWithoutAMessageIsLikeTheOneBefore()
    {
        HelperHistory history;
        history.add(5, second(300, 40'000));
        history.add(6, second(300));
        QVERIFY(isAbout(history.second(6).p99Ns, 40'000));
        history.add(7, second(0)); // no packets now
        QVERIFY(std::isnan(history.second(7).p99Ns));
    }

    // Counters

    void ratesAndLatenciesComeFromTheCounters()
    {
        put(0, 0, 0, {});
        tick(1000);
        m_now = 2000;
        count(500, 20, 3, waited(41'000, 500));
        tick(2000);
        const HistoryPoint now = m_history->current("ftp");
        QCOMPARE(now.packets, 500.0F);
        QCOMPARE(now.expectations, 20.0F);
        QCOMPARE(now.drops, 3.0F);
        QCOMPARE(now.queueDepth, 2.0F);
        QVERIFY(isAbout(now.p50Ns, 41'000));
        QCOMPARE(m_history->helpers(), QStringList {"ftp"});
    }

    void rateFallsToZeroWhenNothingMoves()
    {
        put(1200, 0, 0, {});
        tick(1000);
        QCOMPARE(m_history->current("ftp").packets, 0.0F);
        m_now = 2000;
        count(1500);
        tick(2000);
        QCOMPARE(m_history->current("ftp").packets, 300.0F);
        tick(3100); // the backend's next signal comes a little after this point
        QCOMPARE(m_history->current("ftp").packets, 300.0F);
        tick(5000);
        QCOMPARE(m_history->current("ftp").packets, 0.0F);
        count(10); // registered anew
        tick(6000);
        QCOMPARE(m_history->current("ftp").packets, 0.0F);
        m_now = 60'000; // after a silence the counters are of the last second
        count(110);
        tick(60'000);
        QCOMPARE(m_history->current("ftp").packets, 100.0F);
    }

    void steadyTrafficGivesASteadyRateWhateverTheClocksDo()
    {
        qulonglong packets = 1200;
        put(packets, 0, 0, {});
        tick(0);
        for (int second = 1; second < 60; ++second) {
            m_now = second * 1000 + 400;
            count(packets += 500);
            tick(second * 1000 + (second % 2 == 0 ? 401 : 1399)); // points drift against the signals
            QVERIFY(qAbs(m_history->current("ftp").packets - 500.0) <= (second <= 2 ? 500.0 : 1.0));
        }
        QCOMPARE(knownCount(m_history->points("ftp", HistorySpan::TenMinutes)), 61);
    }

    void allTogetherHasTheSumsAndThePercentilesOfEveryPacket()
    {
        put(0, 0, 0, {});
        HelperInfo sip = m_ftp;
        sip.path = QStringLiteral("/sip");
        sip.name = QStringLiteral("sip");
        m_helpers->put(sip);
        tick(1000);
        m_now = 2000;
        count(990, 5, 0, waited(10'000, 990));
        sip.counters.insert(QStringLiteral("packets"), 10);
        sip.latencies = waited(9'000'000, 10);
        m_helpers->put(sip);
        tick(2000);
        const HistoryPoint all = m_history->pointsOfAll(HistorySpan::TenMinutes).last();
        QCOMPARE(all.packets, 1000.0F);
        QCOMPARE(all.expectations, 5.0F);
        QCOMPARE(all.queueDepth, 4.0F);
        QVERIFY(isAbout(all.p50Ns, 10'000));
        QVERIFY(isAbout(all.p99Ns, 9'000'000));
    }

    void bucketsThatNoGateHasAreIgnored()
    {
        HelperInfo info = ftp();
        info.apply({{QStringLiteral("Latencies"), QVariant::fromValue(LatencyMap {{61, 5}, {160, 9}, {~0U, 1}})}});
        QVERIFY(info.latencies == waited(Wire::latencyUpperEdge(60), 5));
        info.apply({{QStringLiteral("Latencies"), QStringLiteral("nonsense")}});
        QVERIFY(info.latencies == Wire::LatencyCounts {});
    }

    // Gaps

    void theTimeWithoutABackendIsAGapAndHasNoPeakAtItsEnd()
    {
        put(100, 0, 0, {});
        tick(1000);
        tick(2000);
        m_helpers->clear();
        m_now = 50'000;
        m_ftp.counters.insert(QStringLiteral("packets"), 1'000'000);
        m_helpers->setItems({m_ftp});
        tick(50'000);
        QCOMPARE(m_history->current("ftp").packets, 0.0F);
        const auto points = m_history->points("ftp", HistorySpan::TenMinutes);
        QCOMPARE(knownCount(points), 3);
        QVERIFY(!points.at(598).isKnown());
        QVERIFY(points.at(599 - 48).isKnown());
        QCOMPARE(knownCount(m_history->pointsOfAll(HistorySpan::TenMinutes)), 3);
    }

    void aTimerThatIsLateLeavesNoGapButASleepDoes()
    {
        put(100, 0, 0, {});
        tick(1000);
        tick(3900);
        QCOMPARE(knownCount(m_history->points("ftp", HistorySpan::TenMinutes)), 3);
        tick(20'000);
        QCOMPARE(knownCount(m_history->points("ftp", HistorySpan::TenMinutes)), 4);
    }

    void aHelperThatDoesNotRunHasAGap()
    {
        put(100, 0, 0, {});
        tick(1000);
        m_helpers->change(QStringLiteral("/ftp"), {{QStringLiteral("State"), QStringLiteral("disabled")}});
        tick(2000);
        QVERIFY(!m_history->current("ftp").isKnown());
        QVERIFY(!m_history->pointsOfAll(HistorySpan::TenMinutes).last().isKnown());
    }

    void helpersOfOtherProgramsHaveNoHistory()
    {
        m_ftp.owner = QStringLiteral("foreign");
        put(100, 0, 0, {});
        tick(1000);
        QCOMPARE(m_history->helpers(), QStringList());
    }

    void nothingIsDoneWithoutAHelper()
    {
        QSignalSpy sampled(m_history.get(), &HistoryStore::sampled);
        QTest::qWait(1200); // its timer would have run
        QCOMPARE(sampled.size(), 0);
        put(0, 0, 0, {});
        QTRY_VERIFY(sampled.size() > 0);
    }

    // Bounds

    void aDayAndADayMoreTakeNoMoreMemoryThanADay()
    {
        put(0, 0, 0, {});
        runSeconds(0, 24 * 3600);
        const std::size_t before = ::mallinfo2().uordblks;
        runSeconds(24 * 3600, 24 * 3600);
        QVERIFY(::mallinfo2().uordblks <= before + 4096);
        QCOMPARE(knownCount(m_history->points("ftp", HistorySpan::OneDay)), 1440);
        QCOMPARE(knownCount(m_history->points("ftp", HistorySpan::TenMinutes)), 600);
        QCOMPARE(m_history->points("ftp", HistorySpan::OneDay).first().packets, 50.0F);
    }

    void thereAreNoMoreHistoriesThanTheBound()
    {
        QList<HelperInfo> many;
        for (std::size_t i = 0; i < HistoryStore::MaxHelpers + 5; ++i) {
            HelperInfo helper = ftp();
            helper.name = QStringLiteral("h%1").arg(i);
            helper.path = QLatin1Char('/') + helper.name;
            many.append(helper);
        }
        m_helpers->setItems(many);
        tick(1000);
        QCOMPARE(m_history->helpers().size(), qsizetype(HistoryStore::MaxHelpers));
        m_helpers->setItems({many.last()});
        tick(2000);
        QCOMPARE(m_history->helpers(), QStringList {many.last().name});
    }

private:
    static HelperInfo ftp()
    {
        HelperInfo info;
        info.path = QStringLiteral("/ftp");
        info.name = QStringLiteral("ftp");
        info.owner = QStringLiteral("trackhand");
        info.state = QStringLiteral("running");
        return info;
    }

    void put(qulonglong packets, qulonglong expectations, qulonglong drops, const Wire::LatencyCounts &latencies)
    {
        if (m_ftp.name.isEmpty()) {
            const QString owner = m_ftp.owner;
            m_ftp = ftp();
            m_ftp.owner = owner.isEmpty() ? m_ftp.owner : owner;
        }
        m_ftp.counters = {{QStringLiteral("packets"), packets}, {QStringLiteral("expectations"), expectations},
            {QStringLiteral("kernel_dropped"), drops}, {QStringLiteral("queue_depth"), 2}};
        m_ftp.latencies = latencies;
        m_helpers->put(m_ftp);
    }

    void count(qulonglong packets, qulonglong expectations = 0, qulonglong drops = 0,
        const Wire::LatencyCounts &latencies = {})
    {
        put(packets, expectations, drops, latencies);
    }

    void tick(qint64 nowMs)
    {
        m_now = nowMs;
        m_history->sample();
    }

    /// 50 packets a second.
    void runSeconds(qint64 from, qint64 seconds)
    {
        for (qint64 at = from; at < from + seconds; ++at) {
            m_now = at * 1000;
            count(qulonglong(at) * 50, 0, 0, waited(41'000, std::uint64_t(at) * 50));
            m_history->sample();
        }
    }

    std::unique_ptr<HelperStore> m_helpers;
    std::unique_ptr<HistoryStore> m_history;
    HelperInfo m_ftp;
    qint64 m_now = 0;
};

QTEST_GUILESS_MAIN(TestHistoryStore)
#include "tst_historystore.moc"
