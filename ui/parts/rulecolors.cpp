// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/rulecolors.h"

#include "ui/parts/statepainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <array>

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

} // namespace

QColor ruleColor(RuleHue hue, const QPalette &palette)
{
    const Look &look = Looks[std::size_t(hue)];
    const QColor wanted = QColor::fromRgb(isDark(palette) ? look.dark : look.light);
    return readable(wanted, palette.color(QPalette::Text), palette.color(QPalette::Base), TextContrast);
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

} // namespace Trackhand
