// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStackedWidget>
#include <functional>

class QFormLayout;
class QLabel;
class QPushButton;

namespace Trackhand {

class DiagnosisView;
class EmptyState;
class HelperDiagnosis;
class HostSession;
class StateIndicator;
enum class Cure;
struct HelperInfo;

/// Everything about one helper in plain rows, or in their place the answer to "why is it not working".
class HelperDetails : public QStackedWidget {
    Q_OBJECT
public:
    explicit HelperDetails(HostSession *session, QWidget *parent = nullptr);

    /// Nullptr says that none is selected. Another helper than before ends a diagnosis.
    void show(const HelperInfo *helper);
    /// Asks, or asks again.
    void diagnose();
    void endDiagnosis();

    DiagnosisView *diagnosisView() const { return m_view; }
    QPushButton *whyButton() const { return m_why; }
    QPushButton *againButton() const { return m_again; }
    QPushButton *leaveButton() const { return m_leave; }

signals:
    void errorHappened(const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);
    void showRequested(Trackhand::Cure what, const QString &helper);
    void diagnosingChanged(bool diagnosing);
    void registeredAgain(const QString &helper);

private:
    void connectDiagnosis();
    QLayout *buildHead(QWidget *body);
    QWidget *buildRows(QWidget *body);
    void setDiagnosing(bool diagnosing);
    void showValues(const HelperInfo &helper);
    void showProcess(const HelperInfo &helper);

    HelperDiagnosis *m_diagnosis;
    DiagnosisView *m_view;
    EmptyState *m_none;
    QWidget *m_rows;
    QString m_name;
    QLabel *m_heading;
    StateIndicator *m_state;
    QPushButton *m_why;
    QPushButton *m_again;
    QPushButton *m_leave;
    QLabel *m_problem;
    QLabel *m_queue;
    QLabel *m_policies;
    QLabel *m_options;
    QLabel *m_process;
    QLabel *m_packets;
    QLabel *m_losses;
    QLabel *m_latency;
    QFormLayout *m_form;
};

} // namespace Trackhand
