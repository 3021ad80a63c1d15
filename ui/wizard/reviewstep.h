// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/wizard/helpersetup.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace Trackhand {

class BackendLink;
class Notice;

/// What Apply will do: in a sentence, as nftables text, and as the commands that would do the same. Also the place
/// where Apply says how it goes and what went wrong.
class ReviewStep : public QWidget {
    Q_OBJECT
public:
    explicit ReviewStep(BackendLink *link, QWidget *parent = nullptr);

    /// Asks the backend for the rules' text; an answer for an older plan is dropped.
    void review(const HelperPlan &plan);

    void showProgress(HelperSetup::Step step);
    void showUndoing();
    void showFailure(const HelperSetup::Failure &failure);

signals:
    void changeWanted(); ///< the remedy is in the step before

private:
    QPlainTextEdit *addText(const QString &title);
    void askNext(quint64 round);
    void showPreview(const RulePreview &preview);
    void copyShown();

    BackendLink *m_link;
    HelperPlan m_plan;
    QList<RuleArguments> m_toAsk;
    RulePreview m_preview;
    quint64 m_round = 0;
    QLabel *m_sentence;
    QLabel *m_facts;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_nftables;
    QPlainTextEdit *m_nfct;
    QPlainTextEdit *m_commands;
    Notice *m_notice;
};

} // namespace Trackhand
