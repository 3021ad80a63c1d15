// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/incidentmodel.h"
#include "ui/parts/page.h"

class QLabel;
class QTableView;
class QToolButton;

namespace Trackhand {

/// What happened, newest first. Enter, a double click or the buttons lead to what an incident is about: its helper and
/// its packets, or the rules; and to what was kept of a process that died.
class IncidentList : public QWidget {
    Q_OBJECT
public:
    explicit IncidentList(const IncidentStore *incidents, QWidget *parent = nullptr);

    /// To be called once a second while shown.
    void goOn() { m_model.refreshTimes(); }

    /// Selects what happened at this time, in nanoseconds since the epoch, as soon as it is in the list.
    void select(quint64 timeNs);

    QTableView *table() const { return m_table; }
    QLabel *empty() const { return m_empty; }
    QToolButton *showButton() const { return m_show; }
    QToolButton *packetsButton() const { return m_packets; }
    QToolButton *evidenceButton() const { return m_evidence; }

signals:
    void pageRequested(Trackhand::PageKind page, const QString &helper);
    void evidenceRequested(const QString &id);

private:
    QWidget *buildHeading();
    const IncidentInfo *current() const;
    void updateButtons();
    void updateHeight();
    void showSubject();
    void showPackets();
    void showEvidence();

    IncidentModel m_model;
    quint64 m_wanted = 0; ///< what is to be selected and was not there yet
    QTableView *m_table;
    QLabel *m_empty;
    QToolButton *m_show;
    QToolButton *m_packets;
    QToolButton *m_evidence;
    QAction *m_openEvidence;
};

} // namespace Trackhand
