// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace Trackhand {

/// Paints the cells of every table: a state's shape before its word, addresses in the fixed font, history dimmed,
/// what wants attention in the colour for it, and a row on the ground of its colour rule. Reads ModelRole values,
/// nothing else.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QFont m_fixed;
};

} // namespace Trackhand
