// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/page.h"

#include "ui/parts/celldelegate.h"
#include "ui/parts/emptystate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProxyStyle>
#include <QStackedWidget>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

namespace Trackhand {

QFont headingFont(const QFont &base)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    return font;
}

namespace {

constexpr int SortMark = 24; // pixels that some styles take from a title for the arrow of a sorted column

/// The platform's style with a little more air between the columns of tables, headers and cells alike.
class TableStyle : public QProxyStyle {
public:
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        switch (metric) {
        case PM_HeaderMargin:
            return 8;
        case PM_FocusFrameHMargin: // the margin of a cell's text is one more
            return 7;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }
};

/// Rows as high as those of tables.
class TreeDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = CellDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() + 8);
        return size;
    }
};

void setUpHeader(QHeaderView *header, QStyle *style, const QStringList &sample)
{
    const QAbstractItemModel *model = header->model();
    header->setStyle(style);
    header->setHighlightSections(false);
    // A column of numbers that ends at the far edge of the window belongs to nothing.
    const int last = model->columnCount() - 1;
    const int alignment = model->headerData(last, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
    header->setStretchLastSection((alignment & Qt::AlignRight) == 0);
    header->setSectionsMovable(true);
    const QFontMetrics metrics = header->parentWidget()->fontMetrics();
    for (int column = 0; column < sample.size(); ++column) {
        const QString title = model->headerData(column, Qt::Horizontal).toString();
        const int width =
            qMax(metrics.horizontalAdvance(sample.at(column)), metrics.horizontalAdvance(title) + SortMark);
        header->resizeSection(column, width + 24);
    }
}

} // namespace

QTableView *createTable(QAbstractItemModel *model, const QStringList &sample, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(model);
    table->setItemDelegate(new CellDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *style = new TableStyle;
    style->setParent(table);
    table->setStyle(style);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTextElideMode(Qt::ElideRight);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->verticalHeader()->hide();
    // Never ResizeToContents: it would measure every row at each batch.
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    setUpHeader(table->horizontalHeader(), style, sample);
    return table;
}

void setUpTree(QTreeView *tree, QAbstractItemModel *model, const QStringList &sample)
{
    tree->setModel(model);
    tree->setItemDelegate(new TreeDelegate(tree));
    tree->setUniformRowHeights(true);
    tree->setAllColumnsShowFocus(true);
    tree->setExpandsOnDoubleClick(false);
    tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tree->setWordWrap(false);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->setFrameShape(QFrame::NoFrame);
    auto *style = new TableStyle;
    style->setParent(tree);
    tree->setStyle(style);
    setUpHeader(tree->header(), style, sample);
}

QAction *rowAction(const QString &text, const QList<QKeySequence> &keys, QAbstractItemView *view)
{
    auto *action = new QAction(text, view);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    view->addAction(action);
    return action;
}

QKeySequence flowKeys()
{
    return Qt::CTRL | Qt::Key_L;
}

QKeySequence masterKeys()
{
    return Qt::CTRL | Qt::Key_U;
}

QKeySequence expectationKeys()
{
    return Qt::CTRL | Qt::Key_E;
}

void roomy(QWidget *button)
{
    button->setMinimumWidth(button->sizeHint().width() + 16);
}

Page::Page(const QString &title, HostSession *session, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_session(session)
    , m_tools(new QHBoxLayout)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
{
    auto *heading = new QLabel(title, this);
    heading->setFont(headingFont(font()));
    m_tools->setSpacing(8);
    m_tools->addWidget(heading);
    m_tools->addSpacing(16);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(m_tools);
    layout->addWidget(m_stack, 1);
}

bool Page::isEmpty() const
{
    return m_stack->currentWidget() == m_empty;
}

void Page::setContent(QWidget *content)
{
    m_stack->addWidget(content);
    m_stack->setCurrentWidget(content);
}

void Page::setEmpty(bool empty)
{
    m_stack->setCurrentIndex(empty ? 0 : 1);
}

} // namespace Trackhand
