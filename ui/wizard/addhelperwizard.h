// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/wizard/helpersetup.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace Trackhand {

class BackendLink;
class HelperStore;
class ProtocolStep;
class ReviewStep;
class WhereStep;

/// Adds a helper in three steps: which protocol, where, review. Asks the backend through @p link only, and never waits
/// for it; both must outlive the dialog. Errors are said in the step they belong to.
class AddHelperWizard : public QDialog {
    Q_OBJECT
public:
    enum Step { Protocol, Where, Review };

    AddHelperWizard(BackendLink *link, const HelperStore *helpers, QWidget *parent = nullptr);

    Step step() const;
    /// The button that goes on: "Next", and "Apply" on the last step.
    QPushButton *nextButton() const { return m_next; }
    QPushButton *backButton() const { return m_back; }

    void reject() override;

signals:
    /// The helper is registered, has its rules and runs; the dialog closes.
    void helperAdded(const QString &name);

private:
    QWidget *buildHeading();
    QLayout *buildButtons();
    void readProtocols();
    void go(Step step);
    void next();
    void apply();
    void applyEnded(const HelperSetup::Failure &failure);
    void updateButtons();
    QString stepTitle(Step step) const;

    BackendLink *m_link;
    QLabel *m_heading;
    QLabel *m_trail;
    QStackedWidget *m_stack;
    ProtocolStep *m_protocol;
    WhereStep *m_where;
    ReviewStep *m_review;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_cancel;
    QPointer<HelperSetup> m_setup;
};

} // namespace Trackhand
