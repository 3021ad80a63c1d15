// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/policytable.h"

#include <QHeaderView>
#include <QSpinBox>
#include <QStyledItemDelegate>

namespace Trackhand {

namespace {

constexpr int MaxExpected = 255;
constexpr int MaxTimeout = 7 * 24 * 3600; // seconds

/// A number within what the kernel takes; anything else cannot be typed.
class NumberDelegate : public QStyledItemDelegate {
public:
    NumberDelegate(int maximum, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_maximum(maximum)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *editor = new QSpinBox(parent);
        editor->setRange(1, m_maximum);
        editor->setFrame(false);
        return editor;
    }

private:
    int m_maximum;
};

} // namespace

PolicyTable::PolicyTable(QWidget *parent)
    : QTableWidget(0, ColumnCount, parent)
{
    setHorizontalHeaderLabels({tr("Class"), tr("At a time"), tr("Wait, s")});
    horizontalHeaderItem(NameColumn)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeaderItem(MaximumColumn)->setToolTip(tr("Expected connections of one connection at a time, 1 to 255"));
    horizontalHeaderItem(TimeoutColumn)->setToolTip(tr("Seconds until an expected connection is no longer let in"));
    horizontalHeader()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    verticalHeader()->hide();
    setItemDelegateForColumn(MaximumColumn, new NumberDelegate(MaxExpected, this));
    setItemDelegateForColumn(TimeoutColumn, new NumberDelegate(MaxTimeout, this));
    setSelectionBehavior(SelectRows);
    setEditTriggers(DoubleClicked | SelectedClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(false);
    setAccessibleName(tr("Expectation classes"));
    connect(this, &QTableWidget::cellChanged, this, [this] {
        if (!m_filling) {
            emit edited();
        }
    });
}

void PolicyTable::setPolicies(const PolicyList &policies)
{
    m_filling = true;
    setRowCount(0);
    for (const Policy &policy : policies) {
        addRow(policy);
    }
    m_filling = false;
}

void PolicyTable::addRow(const Policy &policy)
{
    const int row = rowCount();
    insertRow(row);
    auto *name = new QTableWidgetItem(policy.name);
    name->setFlags(name->flags().setFlag(Qt::ItemIsEditable, !m_namesFixed));
    setItem(row, NameColumn, name);
    for (const auto &[column, value] : {std::pair(MaximumColumn, policy.maximum), {TimeoutColumn, policy.timeout}}) {
        auto *item = new QTableWidgetItem;
        item->setData(Qt::EditRole, int(value));
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setItem(row, column, item);
    }
}

PolicyList PolicyTable::policies() const
{
    PolicyList policies;
    for (int row = 0; row < rowCount(); ++row) {
        policies.append({item(row, NameColumn)->text(), item(row, MaximumColumn)->data(Qt::EditRole).toUInt(),
            item(row, TimeoutColumn)->data(Qt::EditRole).toUInt()});
    }
    return policies;
}

} // namespace Trackhand
