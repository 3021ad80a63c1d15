// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/chainview.h"

#include "client/models/diagnosismodel.h"
#include "ui/parts/statepainter.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Trackhand {

namespace {

constexpr int Padding = 8;
constexpr int Gap = 4;
constexpr int ShapeSize = 14;
constexpr int MaxWidth = 144; // a line much longer than the words below it joins nothing

StateKind stateOf(const QModelIndex &index)
{
    return StateKind(index.data(StateKindRole).toInt());
}

QString wordOf(const QModelIndex &index)
{
    return index.data(DiagnosisModel::WordRole).toString();
}

} // namespace

/// Paints one link: the line through it, its shape on the line, title and word below.
class LinkDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// All links are equally wide, so that the shapes stand at equal distances.
    void setCell(const QSize &cell) { m_cell = cell; }

    static QSize leastCell(const QFontMetrics &metrics, const QModelIndex &index)
    {
        const int width =
            qMax(metrics.horizontalAdvance(index.data().toString()), metrics.horizontalAdvance(wordOf(index)));
        return {width + Padding, Padding + ShapeSize + Gap + 2 * metrics.height() + Padding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paintGround(*painter, option);
        const QRect shape(option.rect.center().x() - ShapeSize / 2, option.rect.top() + Padding, ShapeSize, ShapeSize);
        paintLine(*painter, option, index, shape);
        paintStateShape(*painter, shape, stateOf(index), stateColor(stateOf(index), option.palette));
        paintText(*painter, option, index, shape.bottom() + Gap);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_cell; }

private:
    // Not the selection's full colour: the state's colour must stay readable on it.
    static void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
    {
        if ((option.state & QStyle::State_Selected) == 0) {
            return;
        }
        QColor ground = option.palette.color(QPalette::Highlight);
        const bool focused = (option.state & QStyle::State_HasFocus) != 0;
        painter.setPen(focused ? QPen(ground, 1.5) : QPen(Qt::NoPen));
        ground.setAlphaF(0.16F);
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
    }

    static void paintLine(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &shape)
    {
        const int y = shape.center().y() + 1;
        const bool mirrored = option.direction == Qt::RightToLeft;
        const auto half = [&](bool towardsStart, const QModelIndex &holder) {
            const bool whole = stateOf(holder) == StateKind::Running;
            painter.setPen(QPen(dimmed(option.palette, 0.5), 1.5, whole ? Qt::SolidLine : Qt::DotLine));
            if (towardsStart != mirrored) {
                painter.drawLine(option.rect.left(), y, shape.left() - Gap, y);
            } else {
                painter.drawLine(shape.right() + 1 + Gap, y, option.rect.right() + 1, y);
            }
        };
        if (index.row() > 0) {
            half(true, index.siblingAtRow(index.row() - 1));
        }
        if (index.row() + 1 < index.model()->rowCount()) {
            half(false, index);
        }
    }

    static void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int top)
    {
        const int height = option.fontMetrics.height();
        const auto line = [&](int number, const QString &text, const QColor &color) {
            const QRect place(option.rect.left(), top + number * height, option.rect.width(), height);
            painter.setPen(color);
            painter.drawText(
                place, Qt::AlignCenter, option.fontMetrics.elidedText(text, Qt::ElideRight, place.width()));
        };
        line(0, index.data().toString(), option.palette.color(QPalette::WindowText));
        line(1, wordOf(index), dimmed(option.palette));
    }

    QSize m_cell;
};

ChainView::ChainView(QWidget *parent)
    : QListView(parent)
    , m_delegate(new LinkDelegate(this))
{
    setItemDelegate(m_delegate);
    setAccessibleName(tr("The chain from the kernel to the expected connection"));
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void ChainView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &ChainView::arrange);
    arrange();
}

QSize ChainView::minimumSizeHint() const
{
    return {0, height()};
}

void ChainView::resizeEvent(QResizeEvent *event)
{
    arrange();
    QListView::resizeEvent(event);
}

void ChainView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        arrange();
    }
}

// As few rows as possible, and about as many links in each.
void ChainView::arrange()
{
    const int count = model() ? model()->rowCount() : 0;
    if (count == 0) {
        setFixedHeight(0);
        return;
    }
    QSize least;
    for (int row = 0; row < count; ++row) {
        least = least.expandedTo(LinkDelegate::leastCell(fontMetrics(), model()->index(row, 0)));
    }
    const int fitting = qMax(1, width() / least.width());
    const int rows = (count + fitting - 1) / fitting;
    const int columns = (count + rows - 1) / rows;
    m_delegate->setCell({qMin((width() - 1) / columns, MaxWidth), least.height()});
    scheduleDelayedItemsLayout();
    setFixedHeight(rows * least.height());
}

} // namespace Trackhand
