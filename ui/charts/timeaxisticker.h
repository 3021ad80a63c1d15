// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <memory>
#include <qcustomplot.h>

namespace Trackhand {

/// Few ticks on an axis in seconds before now: "-10 min" ... "now", or "-45 s" on a short one.
class TimeAxisTicker : public QCPAxisTicker {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::TimeAxisTicker)
protected:
    double getTickStep(const QCPRange &range) override
    {
        return range.size() <= 60 ? 15 : range.size() <= 120 ? 30 : range.size() <= 300 ? 60 : 120;
    }
    int getSubTickCount(double) override { return 1; }
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        if (tick > -1) {
            return tr("now");
        }
        return tick > -120 && qRound(-tick) % 60 != 0 ? tr("-%1 s").arg(qRound(-tick))
                                                      : tr("-%1 min").arg(qRound(-tick / 60));
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

} // namespace Trackhand
