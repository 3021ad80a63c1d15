// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace Trackhand {

class PacketModel;

/// A line above the table for the number or the time of the packet to go to. Enter goes there, Escape closes it.
class GoToBar : public QWidget {
    Q_OBJECT
public:
    /// @p table shows @p model.
    GoToBar(const PacketModel *model, QTableView *table, QWidget *parent = nullptr);

    void open();

    QLineEdit *field() const { return m_field; }
    QLabel *answer() const { return m_answer; } ///< what is wrong, or why it went elsewhere

private:
    void go();
    void close();

    const PacketModel *m_model;
    QTableView *m_table;
    QLineEdit *m_field;
    QLabel *m_answer;
};

} // namespace Trackhand
