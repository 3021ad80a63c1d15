// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/wizard/helperplan.h"
#include "wire/base/result.h"

#include <QObject>

namespace Trackhand {

class BackendLink;

/// Carries a plan out: registers the helper, adds its rules, enables it, each when the one before is done. When one of
/// them fails the helper and its rules are deleted again, so that nothing half-made is left. It belongs to the link and
/// deletes itself when it has ended, so closing a window does not stop it half-way.
class HelperSetup : public QObject {
    Q_OBJECT
public:
    enum class Step { Register, AddRule, Enable };
    Q_ENUM(Step)

    struct Failure {
        Step step = Step::Register;
        Error error; ///< of that step
        bool cancelled = false; ///< cancel() was the reason; the error is empty
        Error undoError; ///< its text is empty when nothing is left behind
    };

    HelperSetup(BackendLink *link, const HelperPlan &plan);

    void start();
    /// The deed under way is waited for and then undone.
    void cancel() { m_cancelled = true; }

signals:
    void stepBegun(Trackhand::HelperSetup::Step step);
    void undoBegun();
    void succeeded();
    void failed(const Trackhand::HelperSetup::Failure &failure);

private:
    void addNextRule();
    void enable();
    bool goOn(Step step, const Error *error);
    void undo(const Failure &failure);
    void end(const Failure &failure);

    BackendLink *m_link;
    HelperPlan m_plan;
    QList<RuleArguments> m_rules;
    bool m_registered = false;
    bool m_cancelled = false;
};

} // namespace Trackhand
