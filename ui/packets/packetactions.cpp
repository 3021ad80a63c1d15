// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/packetactions.h"

#include "client/models/packetfilters.h"
#include "client/models/packetmodel.h"
#include "ui/packets/selectedrows.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTableView>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::size_t CopyMost = 10'000; // rows; more belongs into a file

QString rowText(const QTableView &table, int row)
{
    const QHeaderView *header = table.horizontalHeader();
    QStringList cells;
    for (int at = 0; at < header->count(); ++at) {
        const int column = header->logicalIndex(at);
        if (!header->isSectionHidden(column)) {
            cells.append(table.model()->index(row, column).data().toString());
        }
    }
    return cells.join(QLatin1Char('\t'));
}

} // namespace

PacketActions::PacketActions(PacketModel *model, QTableView *table)
    : QObject(table)
    , m_model(model)
    , m_table(table)
{
    m_onlyThis = add(tr("Filter for this value"), Qt::CTRL | Qt::Key_Return, &PacketActions::filterForCell);
    m_alsoThis = add(tr("Add this value to the filter"), {}, &PacketActions::addCellToFilter);
    m_notThis =
        add(tr("Filter this value out"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return, &PacketActions::removeCellFromFilter);
    m_conversation = add(tr("Follow the connection"), Qt::Key_C, &PacketActions::followConversation);
    addSeparator();
    m_mark = add(tr("Mark"), Qt::CTRL | Qt::Key_M, &PacketActions::toggleMarks);
    m_nextMark = add(tr("Next mark"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, &PacketActions::goToNextMark);
    m_previousMark = add(tr("Previous mark"), Qt::CTRL | Qt::SHIFT | Qt::Key_B, &PacketActions::goToPreviousMark);
    m_goTo = add(tr("Go to…"), Qt::CTRL | Qt::Key_G, &PacketActions::goToWanted);
    addSeparator();
    m_sort = add(tr("Sort by this column"), Qt::Key_S, &PacketActions::sortByCurrentColumn);
    m_arrival = add(tr("In order of arrival"), Qt::SHIFT | Qt::Key_S, &PacketActions::sortByArrival);
    addSeparator();
    m_copyRows = add(tr("Copy"), QKeySequence::Copy, &PacketActions::copySelectedRows);
    m_copyRows->setShortcutContext(Qt::WidgetShortcut); // the pane below copies bytes
    m_copyFilter = add(tr("Copy this value as a filter"), {}, &PacketActions::copyCellFilter);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &PacketActions::updateActions);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &PacketActions::updateActions);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PacketActions::updateActions);
    updateActions();
}

void PacketActions::setFilter(const QString &filter)
{
    m_filter = filter;
    if (m_filter != m_followed) {
        m_followed.clear();
    }
    updateActions();
}

QAction *PacketActions::add(const QString &text, const QKeySequence &keys, void (PacketActions::*deed)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, deed);
    m_table->addAction(action);
    return action;
}

void PacketActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_table->addAction(separator);
}

void PacketActions::updateActions()
{
    const bool current = m_table->currentIndex().isValid();
    const bool cell = !cellFilter().isEmpty();
    for (QAction *action : {m_onlyThis, m_alsoThis, m_notThis, m_copyFilter}) {
        action->setEnabled(cell);
    }
    m_mark->setEnabled(m_table->selectionModel()->hasSelection());
    m_copyRows->setEnabled(m_table->selectionModel()->hasSelection());
    m_sort->setEnabled(current);
    m_arrival->setEnabled(m_table->horizontalHeader()->sortIndicatorSection() != PacketOrder::Arrival);
    m_conversation->setEnabled(current || !m_followed.isEmpty());
    m_conversation->setText(m_followed.isEmpty() ? tr("Follow the connection") : tr("Back to the filter before"));
}

QString PacketActions::cellFilter() const
{
    const QModelIndex cell = m_table->currentIndex();
    return cell.isValid() ? filterOfCell(m_model->eventAt(cell.row()), cell.column()) : QString();
}

void PacketActions::toggleMarks()
{
    const std::vector<int> rows = selectedRows(*m_table);
    const bool all = std::all_of(rows.begin(), rows.end(), [this](int row) { return m_model->isMarked(row); });
    m_model->setMarked(rows, !all);
}

void PacketActions::goToMark(bool downwards)
{
    const int row = m_model->nextMarked(m_table->currentIndex().row(), downwards);
    if (row < 0) {
        emit failed(tr("No packet that is shown is marked. %1 marks the selected one.")
                        .arg(m_mark->shortcut().toString(QKeySequence::NativeText)));
        return;
    }
    selectOnly(*m_table, row);
}

void PacketActions::followConversation()
{
    if (!m_followed.isEmpty()) {
        m_followed.clear();
        emit filterWanted(m_before);
        return;
    }
    const QString filter = filterOfConversation(m_model->eventAt(m_table->currentIndex().row()));
    if (filter.isEmpty()) {
        emit failed(tr("This packet has no addresses that say which connection it belongs to."));
        return;
    }
    m_before = m_filter;
    m_followed = filter;
    emit filterWanted(filter);
}

void PacketActions::filterForCell()
{
    emit filterWanted(cellFilter());
}

void PacketActions::addCellToFilter()
{
    emit filterWanted(bothFilters(m_filter, cellFilter()));
}

void PacketActions::removeCellFromFilter()
{
    emit filterWanted(bothFilters(m_filter, oppositeFilter(cellFilter())));
}

// As with clicks on the header: ascending, descending, and as they came.
void PacketActions::sortByCurrentColumn()
{
    QHeaderView *header = m_table->horizontalHeader();
    const int column = m_table->currentIndex().column();
    if (header->sortIndicatorSection() != column) {
        header->setSortIndicator(column, Qt::AscendingOrder);
    } else if (header->sortIndicatorOrder() == Qt::AscendingOrder) {
        header->setSortIndicator(column, Qt::DescendingOrder);
    } else {
        sortByArrival();
    }
}

void PacketActions::sortByArrival()
{
    m_table->horizontalHeader()->setSortIndicator(PacketOrder::Arrival, Qt::AscendingOrder);
}

void PacketActions::copySelectedRows()
{
    const std::vector<int> rows = selectedRows(*m_table);
    if (rows.size() > CopyMost) {
        emit failed(tr("These are too many packets for the clipboard. \"Export\" writes any number into a file."));
        return;
    }
    QString text;
    for (const int row : rows) {
        text += rowText(*m_table, row) + QLatin1Char('\n');
    }
    QGuiApplication::clipboard()->setText(text);
}

void PacketActions::copyCellFilter()
{
    QGuiApplication::clipboard()->setText(cellFilter());
}

} // namespace Trackhand
