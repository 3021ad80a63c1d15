// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

class QFormLayout;
class QLabel;
class QPushButton;

namespace Trackhand {

class HostSession;
class StateIndicator;
struct DiagnosisLink;
struct HelperInfo;

/// Everything about one helper in plain rows, and the answer to "why is it not working".
class HelperDetails : public QScrollArea {
    Q_OBJECT
public:
    explicit HelperDetails(HostSession *session, QWidget *parent = nullptr);

    /// Nullptr shows nothing.
    void show(const HelperInfo *helper);

signals:
    void errorHappened(const QString &text);

private:
    void buildRows(QFormLayout *form);
    void showValues(const HelperInfo &helper);
    void diagnose();
    void showDiagnosis(const QList<DiagnosisLink> &links);

    HostSession *m_session;
    QString m_name;
    QLabel *m_heading;
    StateIndicator *m_state;
    QLabel *m_problem;
    QLabel *m_queue;
    QLabel *m_policies;
    QLabel *m_options;
    QLabel *m_process;
    QLabel *m_packets;
    QLabel *m_losses;
    QLabel *m_latency;
    QPushButton *m_why;
    QWidget *m_chain;
};

} // namespace Trackhand
