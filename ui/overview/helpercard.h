// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "client/stores/helperhistory.h"

#include <QAbstractButton>

class QGridLayout;
class QLabel;

namespace Trackhand {

class Sparkline;
class StateIndicator;

/// One helper at a glance: its state, what it does now, what went wrong, and its packets of the last ten minutes. All
/// cards are of one size. Pressing one, with the mouse, Enter or Space, is a click.
class HelperCard : public QAbstractButton {
    Q_OBJECT
public:
    static constexpr int LeastWidth = 248; ///< four side by side in a window of 1280, three in one of 1024

    explicit HelperCard(QWidget *parent = nullptr);

    void show(const HelperInfo &helper, const QList<HistoryPoint> &tenMinutes);
    QString helper() const { return m_helper; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void fill(const HelperInfo &helper, const HistoryPoint &now);
    void describe();

    QString m_helper;
    QLabel *m_name;
    StateIndicator *m_state;
    QLabel *m_rate;
    QLabel *m_expected;
    QLabel *m_median;
    QLabel *m_slowest;
    QLabel *m_queue;
    QLabel *m_drops;
    QLabel *m_restarts;
    Sparkline *m_line;
};

} // namespace Trackhand
