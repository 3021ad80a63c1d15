// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/flows/flowtree.h"

#include "client/models/flowfilter.h"
#include "client/models/flowmodel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTimer>

namespace Trackhand {

FlowTree::FlowTree(FlowFilter *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setUpTree(this, model,
        {QStringLiteral("  expects tcp 10.100.100.200 → 10.100.100.200:50000"), QStringLiteral("ended 59 s ago MM"),
            QStringLiteral("netbios"), QStringLiteral("100,000,000"), QStringLiteral("100,000,000"),
            QStringLiteral("100,000"), QStringLiteral("100,000"), QStringLiteral("> 10 min 10 s")});
    setAccessibleName(tr("Flows"));
    setSortingEnabled(true);
    sortByColumn(FlowModel::AgeColumn, Qt::AscendingOrder);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    expandAll();
    connect(model, &QAbstractItemModel::rowsInserted, this, &FlowTree::unfold);
    connect(model, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &FlowTree::keepPlace);
}

bool FlowTree::select(const QModelIndex &index)
{
    const QModelIndex shown = m_model->mapFromSource(index);
    if (!shown.isValid()) {
        return false;
    }
    for (QModelIndex above = shown.parent(); above.isValid(); above = above.parent()) {
        expand(above);
    }
    setCurrentIndex(shown);
    // When its page is shown and has its size.
    QTimer::singleShot(0, this, [this] { scrollTo(currentIndex(), PositionAtCenter); });
    return true;
}

QModelIndex FlowTree::selected() const
{
    return m_model->mapToSource(currentIndex().siblingAtColumn(0));
}

// What somebody has folded stays so: only rows that have just come, and those that have their first child, unfold.
void FlowTree::unfold(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid() && model()->rowCount(parent) == last - first + 1) {
        expand(parent);
    }
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0, parent);
        if (model()->hasChildren(index)) {
            expandRecursively(index);
        }
    }
}

void FlowTree::keepPlace()
{
    if (!m_place.isValid() && isVisible() && verticalScrollBar()->value() > 0) {
        m_place = indexAt(QPoint(0, 0));
        QTimer::singleShot(0, this, &FlowTree::returnToPlace);
    }
}

void FlowTree::returnToPlace()
{
    if (m_place.isValid()) {
        scrollTo(m_place, PositionAtTop);
    }
    m_place = QPersistentModelIndex();
}

} // namespace Trackhand
