// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/rowkeeper.h"

#include "ui/packets/selectedrows.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScrollBar>
#include <QTableView>

namespace Trackhand {

namespace {

std::size_t countSelected(const QItemSelection &selection)
{
    std::size_t count = 0;
    for (const QItemSelectionRange &range : selection) {
        count += std::size_t(range.height());
    }
    return count;
}

} // namespace

void RowKeeper::remember()
{
    *this = RowKeeper(m_model, m_table);
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        m_current = m_model->numberOfRow(current.row());
        m_column = current.column();
        const int top = m_table->rowViewportPosition(current.row());
        if (top >= 0 && top < m_table->viewport()->height()) {
            m_currentTop = top;
        }
    }
    if (countSelected(m_table->selectionModel()->selection()) <= MostSelected) {
        for (const int row : selectedRows(*m_table)) {
            m_selected.push_back(m_model->numberOfRow(row));
        }
    }
    const int first = m_table->rowAt(0);
    if (first >= 0 && m_table->verticalScrollBar()->value() > 0) {
        m_first = m_model->numberOfRow(first);
        m_firstTop = m_table->rowViewportPosition(first);
    }
}

bool RowKeeper::restore()
{
    const int row = m_current ? m_model->rowOfNumber(*m_current) : -1;
    restoreSelection(row);
    restorePlace(row);
    return !m_current || row >= 0;
}

void RowKeeper::restoreSelection(int row) const
{
    QItemSelection selection;
    for (const PacketNumber number : m_selected) {
        if (const int selected = m_model->rowOfNumber(number); selected >= 0) {
            selection.select(m_model->index(selected, 0), m_model->index(selected, PacketModel::ColumnCount - 1));
        }
    }
    QItemSelectionModel *selected = m_table->selectionModel();
    const QSignalBlocker quiet(selected); // the same packets as before
    selected->select(selection, QItemSelectionModel::ClearAndSelect);
    if (row >= 0) {
        selected->setCurrentIndex(m_model->index(row, m_column), QItemSelectionModel::NoUpdate);
    }
}

void RowKeeper::restorePlace(int row) const
{
    const int first = m_first ? m_model->rowOfNumber(*m_first) : -1;
    const bool byCurrent = row >= 0 && m_currentTop;
    const int anchor = byCurrent ? row : first;
    if (anchor < 0) {
        return;
    }
    m_table->scrollTo(m_model->index(anchor, 0)); // lays out the rows, so that the scroll bar knows them
    const int height = m_table->verticalHeader()->defaultSectionSize();
    m_table->verticalScrollBar()->setValue(anchor * height - (byCurrent ? *m_currentTop : m_firstTop));
}

} // namespace Trackhand
