// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/axistickers.h"
#include "ui/charts/chartcolors.h"
#include "ui/charts/chartscale.h"
#include "ui/charts/sparkline.h"
#include "ui/charts/timechart.h"
#include "ui/colors/contrast.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace Trackhand;

namespace {

constexpr int Span = 600;
const double Unknown = std::nan("");

/// Ten minutes; nobody counted ftp for one of them, and test began late.
QList<ChartSeries> tenMinutes()
{
    ChartSeries ftp {"ftp", {}, 0};
    ChartSeries sip {"sip", {}, 1};
    ChartSeries test {"test", {}, 2};
    for (int second = 0; second < Span; ++second) {
        const bool gap = second >= 200 && second < 260;
        ftp.points.append(gap ? Unknown : 900 + 300 * std::sin(second / 40.0) + 60 * std::sin(second / 3.0));
        sip.points.append(250 + 120 * std::cos(second / 60.0));
        test.points.append(second <= 380 ? Unknown : second % 90 < 45 ? 480 : 20);
    }
    ftp.points.last() = 1204;
    ftp.points[Span - 1 - 30] = 777;
    return {ftp, sip, test};
}

QList<ChartSeries> latencies()
{
    ChartSeries p50 {"p50", {}, 0};
    ChartSeries p90 {"p90", {}, 1};
    ChartSeries p99 {"p99", {}, 2};
    for (int second = 0; second < Span; ++second) {
        p50.points.append(38'000 + 6000 * std::sin(second / 50.0));
        p90.points.append(90'000 + 20'000 * std::sin(second / 35.0));
        p99.points.append(second % 200 < 20 ? 4'000'000 : 180'000);
    }
    return {p50, p90, p99};
}

QPalette darkPalette()
{
    QPalette dark(QColor(0x35, 0x36, 0x3a));
    dark.setColor(QPalette::Base, QColor(0x26, 0x27, 0x2a));
    dark.setColor(QPalette::Highlight, QColor(0x3d, 0x8e, 0xe6));
    return dark;
}

/// The labels of an axis from @p lower to @p upper.
QStringList labels(QCPAxisTicker &&ticker, double lower, double upper)
{
    QVector<double> ticks;
    QVector<QString> texts;
    ticker.generate({lower, upper}, QLocale(), 'g', 6, ticks, nullptr, &texts);
    QStringList shown;
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        if (ticks.at(i) >= lower && ticks.at(i) <= upper) {
            shown.append(texts.at(i));
        }
    }
    return shown;
}

} // namespace

class TestTimeChart : public QObject {
    Q_OBJECT
private slots:
    void saysTheNumbersInWords()
    {
        TimeChart chart(QStringLiteral("Packets per second"), TimeChart::Unit::Rate);
        chart.show();
        QVERIFY(chart.accessibleDescription().startsWith("Nothing was counted"));
        chart.setSeries(tenMinutes(), 1, Span);
        QTRY_VERIFY(chart.accessibleDescription().contains("ftp: 1,204 now"));
        QVERIFY(chart.accessibleDescription().contains("in the last 10 min"));
        QVERIFY(chart.accessibleDescription().contains("sip: "));
        QCOMPARE(chart.accessibleName(), QString("Packets per second"));
    }

    void drawsAtMostFourTimesASecondHoweverMuchComes()
    {
        TimeChart chart(QStringLiteral("Packets"), TimeChart::Unit::Rate);
        chart.show();
        const int before = chart.drawCount();
        for (int i = 0; i < 100; ++i) {
            chart.setSeries(tenMinutes(), 1, Span);
        }
        QTRY_COMPARE(chart.drawCount(), before + 1);
    }

    void doesNotDrawWhileHiddenAndCatchesUpWhenShown()
    {
        TimeChart chart(QStringLiteral("Packets"), TimeChart::Unit::Rate);
        chart.show();
        chart.hide();
        const int before = chart.drawCount();
        chart.setSeries(tenMinutes(), 1, Span);
        QTest::qWait(600);
        QCOMPARE(chart.drawCount(), before);
        chart.show();
        QTRY_COMPARE(chart.drawCount(), before + 1);
        QVERIFY(chart.accessibleDescription().contains("ftp: "));
    }

    void whatIsUnknownIsAGapInTheLine()
    {
        TimeChart chart(QStringLiteral("Packets"), TimeChart::Unit::Rate);
        chart.show();
        chart.setSeries(tenMinutes(), 1, Span);
        QTRY_COMPARE(chart.plot()->graphCount(), 3);
        const auto line = chart.plot()->graph(0)->data();
        QCOMPARE(line->size(), Span);
        QVERIFY(std::isnan(line->at(230)->value));
        QVERIFY(!std::isnan(line->at(199)->value));
        QCOMPARE(line->at(0)->key, -599.0);
    }

    void theLegendHasTheValuesUnderTheCrossHair()
    {
        TimeChart chart(QStringLiteral("Packets"), TimeChart::Unit::Rate);
        chart.show();
        chart.setSeries(tenMinutes(), 1, Span);
        QCOMPARE(chart.legendTexts().first(), QString("ftp  1,204"));
        chart.pointAt(30);
        QCOMPARE(chart.legendTexts().first(), QString("ftp  777"));
        chart.pointAt(Span - 1 - 230); // in the gap
        QCOMPARE(chart.legendTexts().first(), QString("ftp  –"));
        chart.pointAt(-1);
        QCOMPARE(chart.legendTexts().first(), QString("ftp  1,204"));
        chart.pointAt(Span + 1); // not in this chart
        QCOMPARE(chart.pointed(), -1);
    }

    void arrowKeysMoveTheCrossHairStepByStep()
    {
        TimeChart chart(QStringLiteral("Packets"), TimeChart::Unit::Rate);
        chart.show();
        chart.setSeries(tenMinutes(), 10, 10 * Span);
        const QSignalSpy pointed(&chart, &TimeChart::pointedAt);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.pointed(), 0);
        QTest::keyClick(&chart, Qt::Key_Left);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.pointed(), 20);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.pointed(), 10);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.pointed(), 0);
        QTest::keyClick(&chart, Qt::Key_Right); // nothing comes after now
        QCOMPARE(chart.pointed(), 0);
        QCOMPARE(pointed.size(), 5);
        QCOMPARE(pointed.last().first().toInt(), 0);
    }

    void theMouseMovesTheCrossHairAndTakesItAlong()
    {
        TimeChart chart(QStringLiteral("Packets"), TimeChart::Unit::Rate);
        chart.resize(640, 260);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.setSeries(tenMinutes(), 1, Span);
        QTRY_COMPARE(chart.plot()->graphCount(), 3);
        const QPoint middle(
            int(chart.plot()->xAxis->coordToPixel(-300)), chart.plot()->axisRect()->rect().center().y());
        QMouseEvent move(QEvent::MouseMove, middle, chart.plot()->mapToGlobal(middle), Qt::NoButton, {}, {});
        QApplication::sendEvent(chart.plot(), &move);
        QVERIFY(qAbs(chart.pointed() - 300) <= 2);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(chart.plot(), &leave);
        QCOMPARE(chart.pointed(), -1);
    }

    void aYoungHistoryFillsTheChart()
    {
        ChartSeries young {"ftp", QList<double>(Span, Unknown), 0};
        young.points.last() = 1;
        QCOMPARE(spanToShow({young}, 1, Span), 60);
        young.points[Span - 100] = 1;
        QCOMPARE(spanToShow({young}, 1, Span), 120);
        QCOMPARE(spanToShow(tenMinutes(), 1, Span), Span);
        QCOMPARE(spanToShow({}, 1, Span), Span);
    }

    void scalesAreRoundAndHoldEveryValue()
    {
        QCOMPARE(roundScale(0), 6.0);
        QCOMPARE(roundScale(Unknown), 6.0);
        QCOMPARE(roundScale(1204), 1500.0);
        QCOMPARE(roundScale(9900), 15000.0);
        QCOMPARE(roundBelow(41'000), 20'000.0);
        QCOMPARE(roundAbove(41'000), 50'000.0);
        QCOMPARE(roundAbove(6'000'000), 10'000'000.0);
        QVERIFY(roundBelow(Unknown) < roundAbove(Unknown));
        const auto [least, most] = extent(tenMinutes());
        QVERIFY(least <= 20 && most >= 1204);
        QVERIFY(std::isnan(extent({}).first));
    }

    void axesAreLabelledForPeople()
    {
        QCOMPARE(
            labels(TimeAxisTicker(), -600, 0), QStringList({"-10 min", "-8 min", "-6 min", "-4 min", "-2 min", "now"}));
        QCOMPARE(labels(TimeAxisTicker(), -60, 0), QStringList({"-1 min", "-45 s", "-30 s", "-15 s", "now"}));
        QCOMPARE(
            labels(TimeAxisTicker(), -21600, 0), QStringList({"-6 h", "-5 h", "-4 h", "-3 h", "-2 h", "-1 h", "now"}));
        QCOMPARE(labels(TimeAxisTicker(), -86400, 0),
            QStringList({"-24 h", "-20 h", "-16 h", "-12 h", "-8 h", "-4 h", "now"}));
        QCOMPARE(labels(LatencyAxisTicker(), 20'000, 1'000'000),
            QStringList({"20 µs", "50 µs", "100 µs", "200 µs", "500 µs", "1 ms"}));
        QCOMPARE(labels(LatencyAxisTicker(), 1000, 1e9),
            QStringList({"1 µs", "10 µs", "100 µs", "1 ms", "10 ms", "100 ms", "1 s"}));
    }

    void linesStandOutOnLightAndDark_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addRow("light") << QPalette(QColor(0xef, 0xef, 0xef));
        QTest::addRow("dark") << darkPalette();
    }

    void linesStandOutOnLightAndDark()
    {
        QFETCH(QPalette, palette);
        for (int line = 0; line < 8; ++line) {
            const double seen = contrast(seriesPen(palette, line).color(), palette.color(QPalette::Base));
            QVERIFY2(seen >= 3, qPrintable(QString("line %1 has a contrast of %2").arg(line).arg(seen)));
        }
        QVERIFY(seriesPen(palette, 0).style() != seriesPen(palette, 1).style());
        QVERIFY(seriesPen(palette, 1).style() != seriesPen(palette, 2).style());

        const QPalette before = QApplication::palette();
        QApplication::setPalette(palette);
        TimeChart chart(QStringLiteral("Packets per second"), TimeChart::Unit::Rate);
        chart.resize(520, 208);
        chart.show();
        picture(chart, "chart-empty");
        chart.setSeries(tenMinutes(), 1, Span);
        QTRY_COMPARE(chart.plot()->graphCount(), 3);
        chart.pointAt(150);
        picture(chart, "chart");
        TimeChart latency(QStringLiteral("Verdict latency"), TimeChart::Unit::Latency);
        latency.resize(520, 208);
        latency.show();
        latency.setSeries(latencies(), 1, Span);
        QTRY_COMPARE(latency.plot()->graphCount(), 3);
        picture(latency, "chart-latency");
        Sparkline sparkline;
        sparkline.resize(224, 28);
        sparkline.setPoints(tenMinutes().first().points);
        picture(sparkline, "sparkline");
        QApplication::setPalette(before);
    }

private:
    static void picture(QWidget &widget, const char *what)
    {
        const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
        if (!folder.isEmpty()) {
            QTest::qWait(50);
            widget.grab().save(folder + '/' + what + '-' + QTest::currentDataTag() + ".png");
        }
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); // 1,204
    QApplication app(argc, argv);
    TestTimeChart test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_timechart.moc"
