// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/page.h"

class QLabel;
class QToolButton;

namespace Trackhand {

class HelperCard;
class RateChart;

/// All helpers at a glance, the packets per second, and what happened.
class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(HostSession *session, QWidget *parent = nullptr);

    void togglePause() override;

private:
    QWidget *buildContent();
    void updateCards();
    void updateIncidents();
    void updateEmpty();

    QWidget *m_cardArea;
    QList<HelperCard *> m_cards;
    RateChart *m_chart;
    QLabel *m_incidents;
    QToolButton *m_pause;
};

} // namespace Trackhand
