// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/diagnosismodel.h"
#include "wire/base/result.h"

#include <functional>

namespace Trackhand {

class HostSession;

/// Asks the backend why one helper does not work, carries out what can be done about it, and asks again whenever
/// something that matters has changed. Never waits; an answer that comes after stop() or to an older question is
/// dropped, but what a cure came to is always said.
class HelperDiagnosis : public QObject {
    Q_OBJECT
public:
    explicit HelperDiagnosis(HostSession *session, QObject *parent = nullptr);

    DiagnosisModel *model() { return &m_model; }
    const QString &helper() const { return m_helper; } ///< "" while nobody asks
    bool isBusy() const { return m_asking || m_curing; }

    void start(const QString &helper);
    void again();
    void stop();
    /// Does nothing for cures that only show something, and while another one is under way.
    void apply(Cure cure);

signals:
    void busyChanged();
    void answered();
    void failed(const QString &text);
    void undoOffered(const QString &text, const std::function<void()> &undo);
    /// It was deleted and is there again.
    void registeredAgain(const QString &helper);

private:
    void followStores();
    void ask();
    void cured(const Status &status);
    void addRules(const QList<RuleArguments> &rules, const QStringList &added);
    void removeRules(const QStringList &paths);
    void registerAgain(const HelperInfo &helper);
    QList<RuleArguments> usualRules(const HelperInfo &helper) const;
    QList<RuleArguments> preroutingRules(const HelperInfo &helper) const;

    HostSession *m_session;
    DiagnosisModel m_model;
    QString m_helper;
    int m_question = 0;
    bool m_asking = false;
    bool m_curing = false;
};

} // namespace Trackhand
