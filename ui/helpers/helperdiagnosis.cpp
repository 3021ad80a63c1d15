// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helpers/helperdiagnosis.h"

#include "client/session/hostsession.h"
#include "ui/helpers/helperbackup.h"

namespace Trackhand {

HelperDiagnosis::HelperDiagnosis(HostSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    followStores();
}

// A cure takes effect after its call has returned: a process that was started listens a moment later.
void HelperDiagnosis::followStores()
{
    const HelperStore *helpers = m_session->helpers();
    connect(helpers, &ObjectStoreSignals::changed, this, [this, helpers](int row, const QVariantMap &properties) {
        if (helpers->at(row).name == m_helper && properties.contains(QStringLiteral("State"))) {
            again();
        }
    });
    const RuleStore *rules = m_session->rules();
    for (const auto signal : {&ObjectStoreSignals::added, &ObjectStoreSignals::aboutToRemove}) {
        connect(rules, signal, this, [this, rules](int row) {
            if (rules->at(row).helper == m_helper) {
                again();
            }
        });
    }
}

void HelperDiagnosis::start(const QString &helper)
{
    if (helper != m_helper) {
        m_model.setChain({});
    }
    m_helper = helper;
    ask();
}

void HelperDiagnosis::again()
{
    if (!m_helper.isEmpty()) {
        ask();
    }
}

void HelperDiagnosis::stop()
{
    ++m_question;
    m_helper.clear();
    m_asking = false;
    m_model.setChain({});
    emit busyChanged();
}

void HelperDiagnosis::ask()
{
    m_asking = true;
    emit busyChanged();
    m_session->link()->call<QList<DiagnosisLinkInfo>>(Requests::diagnoseHelper(m_helper), this,
        [this, question = ++m_question](const Result<QList<DiagnosisLinkInfo>> &links) {
            if (question != m_question) {
                return;
            }
            m_asking = false;
            emit busyChanged();
            if (!links) {
                emit failed(QString::fromStdString(links.error().text));
            } else if (const HelperInfo *helper = m_session->helpers()->find(m_helper)) {
                m_model.setChain(DiagnosisChain::of(*helper, *links, m_session->rules()->items()));
                emit answered();
            }
        });
}

void HelperDiagnosis::apply(Cure cure)
{
    const HelperInfo *helper = m_session->helpers()->find(m_helper);
    if (!helper || m_curing) {
        return;
    }
    const auto begin = [this] {
        m_curing = true;
        emit busyChanged();
    };
    switch (cure) {
    case Cure::EnableHelper:
        begin();
        m_session->link()->call<Done>(
            Requests::enableHelper(helper->name), this, [this](const Status &status) { cured(status); });
        break;
    case Cure::RegisterAgain:
        begin();
        registerAgain(*helper);
        break;
    case Cure::AddRule:
        begin();
        addRules(usualRules(*helper), {});
        break;
    case Cure::AddPreroutingRules:
        begin();
        addRules(preroutingRules(*helper), {});
        break;
    case Cure::None:
    case Cure::ShowRules:
    case Cure::ShowPackets:
    case Cure::ShowExpectations:
        break;
    }
}

void HelperDiagnosis::cured(const Status &status)
{
    m_curing = false;
    emit busyChanged();
    if (!status) {
        emit failed(QString::fromStdString(status.error().text));
    }
    again();
}

// What is not said in a rule (ports, hooks, address families) the backend fills in from the protocol.
QList<RuleArguments> HelperDiagnosis::usualRules(const HelperInfo &helper) const
{
    QList<RuleArguments> rules;
    for (const QString &transport : helper.l4) {
        RuleArguments &rule = rules.emplace_back();
        rule.helper = helper.name;
        rule.l4 = transport;
    }
    return rules;
}

QList<RuleArguments> HelperDiagnosis::preroutingRules(const HelperInfo &helper) const
{
    QList<RuleArguments> rules = HelperBackup::of(helper, *m_session->rules()).rules;
    for (RuleArguments &rule : rules) {
        rule.hooks = QStringList {QStringLiteral("prerouting")};
        rule.outInterface.clear(); // in prerouting nobody knows yet by which one the packet will leave
    }
    return rules;
}

void HelperDiagnosis::addRules(const QList<RuleArguments> &rules, const QStringList &added)
{
    if (rules.isEmpty()) {
        emit undoOffered(tr("%n rule(s) added.", nullptr, int(added.size())), [this, added] { removeRules(added); });
        cured(Done {});
        return;
    }
    m_session->link()->call<QString>(
        Requests::addRule(rules.first()), this, [this, rest = rules.mid(1), added](const Result<QString> &path) {
            if (path) {
                addRules(rest, added + QStringList {*path});
            } else {
                cured(path.error());
            }
        });
}

void HelperDiagnosis::removeRules(const QStringList &paths)
{
    const RuleStore *rules = m_session->rules();
    for (const QString &path : paths) {
        if (const int row = rules->rowOf(path); row >= 0) {
            m_session->link()->call<Done>(Requests::deleteRule(rules->at(row).id), this, [this](const Status &status) {
                if (!status) {
                    emit failed(QString::fromStdString(status.error().text));
                }
            });
        }
    }
}

void HelperDiagnosis::registerAgain(const HelperInfo &helper)
{
    const HelperBackup backup = HelperBackup::of(helper, *m_session->rules());
    BackendLink *link = m_session->link();
    link->call<Done>(Requests::deleteHelper(helper.name, true), this, [this, link, backup](const Status &deleted) {
        if (!deleted) {
            cured(deleted);
            return;
        }
        restoreHelper(link, backup, this, [this, name = backup.helper.name](const Status &restored) {
            cured(restored);
            if (restored) {
                emit registeredAgain(name);
            }
        });
    });
}

} // namespace Trackhand
