// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Trackhand {

class PacketModel;

/// A line that shows how far filtering or sorting is, and cancels it; there once that takes longer than one notices.
class SearchBar : public QWidget {
    Q_OBJECT
public:
    explicit SearchBar(PacketModel *model, QWidget *parent = nullptr);

    QPushButton *cancelButton() const { return m_cancel; }

private:
    void follow();
    void showProgress();

    PacketModel *m_model;
    QLabel *m_label;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_patience;
    QTimer m_looking;
};

} // namespace Trackhand
