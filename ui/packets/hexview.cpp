// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/hexview.h"

#include "client/models/hexmodel.h"
#include "client/models/modelroles.h"
#include "ui/parts/statepainter.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Trackhand {

namespace {

constexpr int RowPadding = 4;

/// A cell without margins, so that characters stand as close as in a line of text.
class ByteDelegate : public QStyledItemDelegate {
public:
    explicit ByteDelegate(const HexView *view)
        : QStyledItemDelegate(const_cast<HexView *>(view))
        , m_view(view)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int byte = static_cast<const HexModel *>(index.model())->byteOf(index);
        const QPalette &palette = m_view->palette(); // not option's, in which cells without a byte are disabled
        const bool marked = byte >= 0 && m_view->range().contains(byte);
        if (marked) {
            painter->fillRect(option.rect, palette.color(QPalette::Highlight));
        }
        const QColor plain =
            byte < 0 || index.data(DimRole).toBool() ? dimmed(palette, 0.5) : palette.color(QPalette::Text);
        painter->setPen(marked ? palette.color(QPalette::HighlightedText) : plain);
        painter->setFont(option.font);
        painter->drawText(option.rect, Qt::AlignCenter, index.data().toString());
        if (m_view->hasFocus() && index == m_view->currentIndex()) {
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
    }

private:
    const HexView *m_view;
};

} // namespace

HexView::HexView(HexModel *model, QWidget *parent)
    : QTableView(parent)
    , m_bytes(model)
{
    setModel(model);
    setItemDelegate(new ByteDelegate(this));
    setAccessibleName(tr("The packet's bytes"));
    setLayoutDirection(Qt::LeftToRight); // bytes have one order, whatever the language
    setSelectionMode(QAbstractItemView::NoSelection); // the range is marked instead: it is not the person's alone
    setShowGrid(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()}) {
        header->hide();
        header->setMinimumSectionSize(1);
        header->setSectionResizeMode(QHeaderView::Fixed);
    }
    useFixedFont();
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &HexView::currentMoved);
}

void HexView::setRange(const ByteRange &range)
{
    m_range = range;
    viewport()->update();
    if (range.isEmpty() || m_bytes->bytes().isEmpty()) {
        return;
    }
    m_moving = true;
    if (!range.contains(m_bytes->byteOf(currentIndex()))) {
        setCurrentIndex(m_bytes->hexIndex(range.offset));
    }
    m_moving = false;
    scrollTo(currentIndex());
}

void HexView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        useFixedFont();
    }
}

void HexView::useFixedFont()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    setFont(fixed);
    const QFontMetrics metrics(fixed);
    const int character = metrics.horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < HexModel::ColumnCount; ++column) {
        setColumnWidth(column, column < HexModel::GapColumn ? 3 * character : character + 1);
    }
    setColumnWidth(HexModel::OffsetColumn, 6 * character);
    setColumnWidth(HexModel::GapColumn, 2 * character);
    verticalHeader()->setDefaultSectionSize(metrics.height() + RowPadding);
}

void HexView::currentMoved(const QModelIndex &current)
{
    const int byte = m_bytes->byteOf(current);
    if (!m_moving && byte >= 0) {
        emit byteChosen(byte);
    }
}

} // namespace Trackhand
