// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/diagnosischain.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace Trackhand {

class ChainView;
class HelperDiagnosis;
class StateIndicator;

/// "Why is it not working?" as a picture: the chain, and below it what was looked at in the chosen link, what to do
/// about it, and a button where this window can do that itself. At first the broken link is the chosen one.
class DiagnosisView : public QWidget {
    Q_OBJECT
public:
    explicit DiagnosisView(HelperDiagnosis *diagnosis, QWidget *parent = nullptr);

    QLabel *summary() const { return m_summary; }
    ChainView *chain() const { return m_chain; }
    StateIndicator *linkState() const { return m_state; }
    QLabel *linkText() const { return m_text; }
    QLabel *remedy() const { return m_remedy; }
    QPushButton *cureButton() const { return m_cure; }
    QProgressBar *progress() const { return m_progress; }

signals:
    /// A cure that only shows something elsewhere.
    void showRequested(Trackhand::Cure cure, const QString &helper);

private:
    void buildLayout();
    void updateBusy();
    void showAnswer();
    void showLink();
    void cure();
    const ChainLink *currentLink() const;

    HelperDiagnosis *m_diagnosis;
    QProgressBar *m_progress;
    QLabel *m_summary;
    ChainView *m_chain;
    StateIndicator *m_state;
    QLabel *m_text;
    QLabel *m_remedy;
    QPushButton *m_cure;
    QTimer m_patience;
};

} // namespace Trackhand
