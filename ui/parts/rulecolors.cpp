// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/rulecolors.h"

#include "ui/parts/statepainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <array>
#include <cmath>

namespace Trackhand {

namespace {

struct Look {
    const char *name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Look, RuleHueCount> Looks {{
    {QT_TRANSLATE_NOOP("Trackhand::RuleColors", "Red"), 0xffffd9d6, 0xff5c2626},
    {QT_TRANSLATE_NOOP("Trackhand::RuleColors", "Orange"), 0xffffe2c2, 0xff5a3a14},
    {QT_TRANSLATE_NOOP("Trackhand::RuleColors", "Yellow"), 0xfffdf3b4, 0xff4a4412},
    {QT_TRANSLATE_NOOP("Trackhand::RuleColors", "Green"), 0xffd3f2d6, 0xff1e4a2a},
    {QT_TRANSLATE_NOOP("Trackhand::RuleColors", "Blue"), 0xffd5e6ff, 0xff1d3f66},
    {QT_TRANSLATE_NOOP("Trackhand::RuleColors", "Violet"), 0xffeadcfb, 0xff452c63},
}};

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor ruleColor(RuleHue hue, const QPalette &palette)
{
    const Look &look = Looks[std::size_t(hue)];
    return QColor::fromRgb(isDark(palette) ? look.dark : look.light);
}

QString hueName(RuleHue hue)
{
    return QCoreApplication::translate("Trackhand::RuleColors", Looks[std::size_t(hue)].name);
}

QIcon hueIcon(RuleHue hue, const QPalette &palette)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setBrush(ruleColor(hue, palette));
    painter.setPen(QPen(dimmed(palette), 2));
    painter.drawRect(3, 3, 26, 26);
    return pixmap;
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace Trackhand
