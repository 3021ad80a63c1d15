// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/helperstore.h"
#include "client/stores/historystore.h"
#include "ui/charts/chartcolors.h"
#include "ui/charts/ratechart.h"

#include <QApplication>
#include <QTest>
#include <cmath>

using namespace Trackhand;

namespace {

QList<RateSeries> tenMinutes()
{
    RateSeries ftp {"ftp", {}};
    RateSeries sip {"sip", {}};
    RateSeries test {"test", {}};
    for (int second = 0; second < RateChart::Span; ++second) {
        ftp.points.append(900 + 300 * std::sin(second / 40.0) + 60 * std::sin(second / 3.0));
        sip.points.append(250 + 120 * std::cos(second / 60.0));
        if (second > 380) {
            test.points.append(second % 90 < 45 ? 480 : 20);
        }
    }
    ftp.points.last() = 1204;
    return {ftp, sip, test};
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double v) {
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

QPalette darkPalette()
{
    QPalette dark(QColor(0x35, 0x36, 0x3a));
    dark.setColor(QPalette::Base, QColor(0x26, 0x27, 0x2a));
    dark.setColor(QPalette::Highlight, QColor(0x3d, 0x8e, 0xe6));
    return dark;
}

} // namespace

class TestRateChart : public QObject {
    Q_OBJECT
private slots:
    void takesTenMinutesAndSaysTheNumbers()
    {
        RateChart chart;
        chart.show();
        chart.setSeries(tenMinutes());
        QTRY_VERIFY(chart.accessibleDescription().contains("ftp: 1,204 packets per second now"));
        QVERIFY(chart.accessibleDescription().contains("sip: "));
        QCOMPARE(chart.accessibleName(), QString("Packets per second"));
    }

    void drawsAtMostFourTimesASecondHoweverMuchComes()
    {
        RateChart chart;
        chart.show();
        const int before = chart.drawCount();
        for (int i = 0; i < 100; ++i) {
            chart.setSeries(tenMinutes());
        }
        QTRY_COMPARE(chart.drawCount(), before + 1);
    }

    void doesNotDrawWhileHiddenAndCatchesUpWhenShown()
    {
        HelperStore helpers;
        HelperInfo ftp;
        ftp.path = "/ftp";
        ftp.name = "ftp";
        ftp.owner = "trackhand";
        ftp.state = "running";
        helpers.put(ftp);
        qint64 now = 1000;
        HistoryStore rates(&helpers, [&now] { return now; });
        RateChart chart;
        chart.follow(&rates);
        chart.resize(600, 240);
        chart.show();
        rates.sample();
        now = 2000;
        QTRY_VERIFY(chart.accessibleDescription().contains("ftp: 0"));
        chart.hide();
        const int before = chart.drawCount();
        ftp.counters = {{"packets", 500}};
        helpers.put(ftp);
        rates.sample();
        QTest::qWait(600);
        QCOMPARE(chart.drawCount(), before);
        chart.show();
        QTRY_COMPARE(chart.drawCount(), before + 1);
        QVERIFY(chart.accessibleDescription().contains("ftp: "));
    }

    void pauseKeepsThePicture()
    {
        RateChart chart;
        chart.show();
        chart.setPaused(true);
        const int before = chart.drawCount();
        chart.setSeries(tenMinutes());
        QTest::qWait(500);
        QCOMPARE(chart.drawCount(), before);
        chart.setPaused(false);
        QTRY_COMPARE(chart.drawCount(), before + 1);
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

        const QPalette before = QApplication::palette();
        QApplication::setPalette(palette);
        RateChart chart;
        chart.resize(640, 260);
        chart.show();
        picture(chart, "chart-empty");
        chart.setSeries(tenMinutes());
        QTRY_VERIFY(chart.accessibleDescription().contains("ftp"));
        picture(chart, "chart");
        chart.setSeries(tenMinutes().mid(0, 1));
        QTRY_VERIFY(!chart.accessibleDescription().contains("sip"));
        picture(chart, "chart-one");
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
    TestRateChart test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ratechart.moc"
