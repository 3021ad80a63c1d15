// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/stores/helperhistory.h"
#include "ui/parts/page.h"

class QComboBox;
class QToolButton;

namespace Trackhand {

class EvidenceOpener;
class HelperCard;
class HistoryPanel;
class IncidentList;

/// All helpers at a glance, their last ten minutes to 24 hours, and what happened.
class OverviewPage : public Page {
    Q_OBJECT
public:
    explicit OverviewPage(HostSession *session, QWidget *parent = nullptr);

    void togglePause() override;
    void save() override;
    /// @p incident is the time of one, in nanoseconds since the epoch.
    void lookFor(const QString &incident) override;
    void goingOn() override;

    /// Writes the figures that are shown, without making the window wait; trouble goes to the message bar.
    void exportTo(const QString &path);

    const QList<HelperCard *> &cards() const { return m_cards; }
    HistoryPanel *history() const { return m_history; }
    IncidentList *incidents() const { return m_incidents; }
    QComboBox *subjectBox() const { return m_subject; }
    QComboBox *spanBox() const { return m_span; }
    QToolButton *tableButton() const { return m_table; }
    QToolButton *exportButton() const { return m_export; }
    QToolButton *pauseButton() const { return m_pause; }

signals:
    /// The export to @p path is over, well or not.
    void exported(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildTools();
    QWidget *buildContent();
    void updateHelpers();
    void updateCards();
    void updateCard(int row);
    void updateSubjects();
    void choose();
    void showElsewhere(PageKind page, const QString &helper);
    void askWhereToExport();
    HistorySpan span() const;

    QWidget *m_cardArea;
    QList<HelperCard *> m_cards;
    HistoryPanel *m_history;
    IncidentList *m_incidents;
    EvidenceOpener *m_evidence;
    QComboBox *m_subject;
    QComboBox *m_span;
    QToolButton *m_table;
    QToolButton *m_export;
    QToolButton *m_pause;
};

} // namespace Trackhand
