// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QFrame>

class QLabel;

namespace Trackhand {

class StateIndicator;

/// One helper at a glance: its state, packets per second, expectations, latencies.
class HelperCard : public QFrame {
    Q_OBJECT
public:
    explicit HelperCard(QWidget *parent = nullptr);

    void show(const HelperInfo &helper, double rate);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_name;
    StateIndicator *m_state;
    QLabel *m_rate;
    QLabel *m_expectations;
    QLabel *m_latencies;
};

} // namespace Trackhand
