// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/chartcolors.h"

#include "ui/colors/contrast.h"

namespace Trackhand {

namespace {

constexpr int HueStep = 137; // degrees; the golden angle, so that neighbours are far apart however many there are
constexpr int DefaultHue = 210; // where the accent is grey and has none
constexpr double LineWidth = 1.6;

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Base).lightness() < 128;
}

/// A hue looks as bright as its green and blue parts make it; yellow and green need less lightness than blue.
int lightnessFor(int hue, bool dark)
{
    const bool bright = hue >= 40 && hue <= 190;
    return dark ? (bright ? 140 : 170) : (bright ? 85 : 115);
}

} // namespace

QPen seriesPen(const QPalette &palette, int index)
{
    const QColor accent = palette.color(QPalette::Highlight);
    const int start = accent.hslSaturation() > 40 ? accent.hslHue() : DefaultHue;
    const int hue = (start + index * HueStep) % 360;
    const QColor wanted = QColor::fromHsl(hue, isDark(palette) ? 170 : 190, lightnessFor(hue, isDark(palette)));
    const QColor color =
        readable(wanted, palette.color(QPalette::Base), palette.color(QPalette::Text), GraphicsContrast);
    static const QList<Qt::PenStyle> styles {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    QPen pen(color, LineWidth, styles.at(index % styles.size()));
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

QColor inkOver(const QPalette &palette, double strength)
{
    return between(palette.color(QPalette::Base), palette.color(QPalette::Text), strength);
}

QColor labelInk(const QPalette &palette)
{
    return readable(inkOver(palette, 0.7), palette.color(QPalette::Base), palette.color(QPalette::Text), TextContrast);
}

QColor axisInk(const QPalette &palette)
{
    return readable(
        inkOver(palette, 0.35), palette.color(QPalette::Base), palette.color(QPalette::Text), GraphicsContrast);
}

} // namespace Trackhand
