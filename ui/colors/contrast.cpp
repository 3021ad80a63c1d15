// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/colors/contrast.h"

#include <cmath>

namespace Trackhand {

namespace {

constexpr int Steps = 20;

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

QColor readable(const QColor &color, const QColor &ground, const QColor &ink, double least)
{
    for (int step = 0; step < Steps; ++step) {
        const QColor tried = between(color, ink, double(step) / Steps);
        if (contrast(tried, ground) >= least) {
            return tried;
        }
    }
    return ink;
}

QColor between(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](double a, double b) {
        return float(a + (b - a) * share);
    };
    return QColor::fromRgbF(
        mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()), mix(from.blueF(), to.blueF()));
}

} // namespace Trackhand
