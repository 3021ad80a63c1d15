// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chartscale.h"

#include <cmath>

namespace Trackhand {

namespace {

constexpr double SmallestScale = 5;
constexpr double Microsecond = 1e3;
constexpr double Millisecond = 1e6;

/// Points from the first that is known on.
qsizetype knownLength(const ChartSeries &series)
{
    qsizetype first = 0;
    while (first < series.points.size() && std::isnan(series.points.at(first))) {
        ++first;
    }
    return series.points.size() - first;
}

} // namespace

std::pair<double, double> extent(const QList<ChartSeries> &series)
{
    double least = std::nan("");
    double most = std::nan("");
    for (const ChartSeries &one : series) {
        for (const double value : one.points) {
            least = std::fmin(least, value); // of a number and NaN, the number
            most = std::fmax(most, value);
        }
    }
    return {least, most};
}

double roundScale(double most)
{
    const double wanted = std::fmax(SmallestScale, most) * 1.05;
    const double decade = std::pow(10, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (factor * decade >= wanted) {
            return factor * decade;
        }
    }
    return 10 * decade;
}

double roundBelow(double value)
{
    if (!(value >= 1)) {
        return std::isnan(value) ? Microsecond : 1;
    }
    const double decade = std::pow(10, std::floor(std::log10(value)));
    const double factor = value / decade;
    return decade * (factor >= 5 ? 5 : factor >= 2 ? 2 : 1);
}

double roundAbove(double value)
{
    if (std::isnan(value)) {
        return Millisecond;
    }
    const double decade = std::pow(10, std::floor(std::log10(value)));
    const double factor = value / decade;
    return decade * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
}

int spanToShow(const QList<ChartSeries> &series, int step, int span)
{
    qsizetype longest = 0;
    for (const ChartSeries &one : series) {
        longest = qMax(longest, knownLength(one));
    }
    for (const int shorter : {60, 120, 300, 600, 1800, 3600, 2 * 3600, 6 * 3600, 12 * 3600}) {
        if (longest > 0 && shorter < span && longest * step <= shorter) {
            return shorter;
        }
    }
    return span;
}

} // namespace Trackhand
