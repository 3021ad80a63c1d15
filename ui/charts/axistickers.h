// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <cmath>
#include <qcustomplot.h>

namespace Trackhand {

/// Few ticks on an axis in seconds before now: "-10 min" ... "now", "-45 s" on a short one, "-6 h" on a long one.
class TimeAxisTicker : public QCPAxisTicker {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::TimeAxisTicker)
protected:
    double getTickStep(const QCPRange &range) override
    {
        for (const int step : {15, 30, 60, 120, 600, 3600}) {
            if (range.size() <= 6 * step) {
                return step;
            }
        }
        return 4 * 3600;
    }
    int getSubTickCount(double) override { return 1; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        const int ago = qRound(-tick);
        if (ago < 1) {
            return tr("now");
        }
        if (ago % 3600 == 0) {
            return tr("-%1 h").arg(ago / 3600);
        }
        return ago < 120 && ago % 60 != 0 ? tr("-%1 s").arg(ago) : tr("-%1 min").arg(qRound(ago / 60.0));
    }
};

/// Few ticks with a thousands separator (QCustomPlot's own locale omits it), whole numbers wherever the scale is one of
/// whole numbers.
class CountAxisTicker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        return QLocale().toString(tick, 'f', tick == qRound64(tick) ? 0 : 1);
    }
};

/// Ticks at 1, 2 and 5 of each decade of nanoseconds, or at 1 alone where that would be many.
class LatencyAxisTicker : public QCPAxisTicker {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::LatencyAxisTicker)
protected:
    QVector<double> createTickVector(double, const QCPRange &range) override
    {
        const bool many = std::log10(range.upper / range.lower) > 2;
        QVector<double> ticks;
        for (double decade = std::pow(10, std::floor(std::log10(range.lower))); decade <= range.upper; decade *= 10) {
            for (const double factor : {1.0, 2.0, 5.0}) {
                const double tick = decade * factor;
                if (tick >= range.lower * 0.999 && tick <= range.upper * 1.001 && (factor == 1 || !many)) {
                    ticks.append(tick);
                }
            }
        }
        return ticks;
    }
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        const QLocale locale;
        if (tick < 999) {
            return tr("%1 ns").arg(locale.toString(tick, 'f', 0));
        }
        if (tick < 999'000) {
            return tr("%1 µs").arg(locale.toString(tick / 1e3, 'f', 0));
        }
        return tick < 999'000'000 ? tr("%1 ms").arg(locale.toString(tick / 1e6, 'f', 0))
                                  : tr("%1 s").arg(locale.toString(tick / 1e9, 'f', 0));
    }
};

} // namespace Trackhand
