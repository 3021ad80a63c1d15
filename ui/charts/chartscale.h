// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/charts/timechart.h"

#include <utility>

/// How far the axes of a chart reach. The steps are rough so that a scale does not move all the time.
namespace Trackhand {

/// The least and the greatest value of all lines; NaN when there is none.
std::pair<double, double> extent(const QList<ChartSeries> &series);

/// From zero: a round number with a little air above @p most, and not so little that noise would fill the chart.
double roundScale(double most);

/// The next of ..., 1, 2, 5, 10, ... that is not above, or not below, @p value; of NaN, that of a microsecond's
/// nanoseconds and of a millisecond's.
double roundBelow(double value);
double roundAbove(double value);

/// Seconds to show of @p span: a chart of the first minute is not nine parts empty.
int spanToShow(const QList<ChartSeries> &series, int step, int span);

} // namespace Trackhand
