// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/celldelegate.h"

#include "client/models/modelroles.h"
#include "ui/parts/rulecolors.h"
#include "ui/parts/statepainter.h"
#include "ui/parts/textdirection.h"

#include <QApplication>
#include <QFontDatabase>

namespace Trackhand {

CellDelegate::CellDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
    , m_fixed(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
    m_fixed.setPointSizeF(QApplication::font().pointSizeF() * 0.95);
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(FixedFontRole).toBool()) {
        option->font = m_fixed;
        option->fontMetrics = QFontMetrics(m_fixed);
        // Addresses and code read from left to right in every language: an arrow between two must not turn round. A word
        // before them ("expects") comes first where the language begins.
        option->text = withCodeInItsOrder(option->text);
        if (!hasRightToLeft(option->text)) {
            option->displayAlignment = QStyle::visualAlignment(option->direction, option->displayAlignment);
            option->direction = Qt::LeftToRight;
        }
    }
    const QVariant state = index.data(StateKindRole);
    if (option->direction == Qt::RightToLeft && !state.isValid() && !hasRightToLeft(option->text)) {
        // English throughout: reads so, and is cut at its own end.
        option->displayAlignment = QStyle::visualAlignment(option->direction, option->displayAlignment);
        option->direction = Qt::LeftToRight;
    }
    if (state.isValid()) {
        option->icon = stateIcon(StateKind(state.toInt()), option->palette);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
    }
    const bool selected = (option->state & QStyle::State_Selected) != 0;
    const QVariant hue = index.data(RuleHueRole);
    if (!selected && hue.isValid()) {
        option->backgroundBrush = ruleColor(RuleHue(hue.toInt()), option->palette);
    }
    if (!selected && index.data(EmphasisRole).toBool()) {
        if (!hue.isValid()) { // on another ground than the base's this colour would be hard to read
            option->palette.setColor(QPalette::Text, stateColor(StateKind::Attention, option->palette));
        }
        option->font.setBold(true);
    } else if (!selected && index.data(DimRole).toBool()) {
        const QColor ink = option->palette.color(QPalette::Text);
        const QColor quiet = dimmed(option->palette, 0.35);
        option->palette.setColor(QPalette::Text,
            hue.isValid() ? readable(quiet, option->backgroundBrush.color(), ink, TextContrast) : quiet);
    }
}

} // namespace Trackhand
