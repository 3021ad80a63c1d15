// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/base/latencybuckets.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace Trackhand::Wire;

namespace {

LatencyCounts countsOf(const std::vector<std::uint64_t> &latencies)
{
    LatencyCounts counts {};
    for (const std::uint64_t latency : latencies) {
        ++counts[latencyBucket(latency)];
    }
    return counts;
}

/// The exact one, by the same rank.
std::uint64_t sortedPercentile(std::vector<std::uint64_t> latencies, double part)
{
    std::sort(latencies.begin(), latencies.end());
    return latencies[static_cast<std::size_t>(part * static_cast<double>(latencies.size()))];
}

/// @p count latencies from @p least on, each a little more than the one before.
std::vector<std::uint64_t> rising(std::uint64_t least, std::size_t count)
{
    std::vector<std::uint64_t> latencies;
    for (std::size_t i = 0; i < count; ++i) {
        latencies.push_back(least + i * least / 100);
    }
    return latencies;
}

} // namespace

class TestLatencyBuckets : public QObject {
    Q_OBJECT

private slots:
    void everyLatencyIsInTheBucketWhoseEdgesAreAroundIt()
    {
        for (std::uint64_t latency = 4; latency < (std::uint64_t {1} << 39); latency += 1 + latency / 7) {
            const std::size_t bucket = latencyBucket(latency);
            QVERIFY(latency < latencyUpperEdge(bucket));
            QVERIFY(latency >= latencyUpperEdge(bucket - 1) || bucket == 4);
            QVERIFY(double(latencyUpperEdge(bucket)) <= double(latency) * 1.25);
        }
    }

    void whatIsLongerThanTheLastBucketIsCountedThere()
    {
        QCOMPARE(latencyBucket(~std::uint64_t {0}), LatencyBucketCount - 1);
        QCOMPARE(latencyBucket(0), std::size_t {0});
    }

    void aPercentileIsTheExactOneToWithinAFifth()
    {
        const auto latencies = rising(40'000, 1000);
        for (const double part : {0.5, 0.9, 0.99}) {
            const auto exact = double(sortedPercentile(latencies, part));
            const auto found = double(latencyPercentile(countsOf(latencies), part));
            QVERIFY(found >= exact);
            QVERIFY(found <= exact * 1.25);
        }
        QCOMPARE(latencyPercentile({}, 0.5), std::uint64_t {0});
    }

    void percentilesOfAddedCountsAreThoseOfAllLatencies()
    {
        // A busy fast second and an idle slow one: the mean of their medians would say 5 ms.
        auto all = rising(10'000, 990);
        const auto slow = rising(10'000'000, 10);
        LatencyCounts merged = countsOf(all);
        addLatencies(merged, countsOf(slow));
        all.insert(all.end(), slow.begin(), slow.end());
        QVERIFY(merged == countsOf(all));
        QVERIFY(latencyPercentile(merged, 0.5) < 100'000);
        QVERIFY(latencyPercentile(merged, 0.99) >= 10'000'000);
    }

    void theDifferenceOfTwoTotalsIsWhatCameBetween()
    {
        const auto before = rising(1000, 50);
        auto after = before;
        after.push_back(7'000'000);
        QVERIFY(latenciesBetween(countsOf(before), countsOf(after)) == countsOf({7'000'000}));
    }
};

QTEST_GUILESS_MAIN(TestLatencyBuckets)
#include "tst_latencybuckets.moc"
