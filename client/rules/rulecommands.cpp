// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rules/rulecommands.h"

#include "client/link/backendlink.h"
#include "client/models/helpertext.h"
#include "client/stores/helperstore.h"
#include "client/stores/rulestore.h"

#include <QSet>
#include <algorithm>

namespace Trackhand {

RuleCommands::RuleCommands(BackendLink *link, const HelperStore *helpers, const RuleStore *rules, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_helpers(helpers)
    , m_rules(rules)
{
    connect(rules, &ObjectStoreSignals::added, this, &RuleCommands::outdate);
    connect(rules, &ObjectStoreSignals::removed, this, &RuleCommands::outdate);
    connect(rules, &ObjectStoreSignals::reset, this, &RuleCommands::outdate);
    connect(rules, &ObjectStoreSignals::changed, this, [this](int, const QVariantMap &properties) {
        if (!onlyCounted(properties)) {
            outdate();
        }
    });
}

void RuleCommands::setWanted(bool wanted)
{
    m_wanted = wanted;
    if (wanted && m_outdated) {
        begin();
    }
}

void RuleCommands::readAgain()
{
    outdate();
}

void RuleCommands::outdate()
{
    m_outdated = true;
    if (m_wanted) {
        begin();
    }
}

void RuleCommands::begin()
{
    m_outdated = false;
    m_toAsk = m_rules->items();
    std::ranges::sort(m_toAsk, {}, &RuleInfo::id);
    m_collected = registrations();
    askNext(++m_round);
}

void RuleCommands::askNext(quint64 round)
{
    if (m_toAsk.isEmpty()) {
        m_text = m_collected.trimmed();
        emit changed();
        return;
    }
    const RuleInfo rule = m_toAsk.takeFirst();
    const auto answered = [this, round, id = rule.id](const Result<RulePreview> &preview) {
        if (round != m_round) {
            return;
        }
        if (!preview) {
            m_outdated = true;
            emit failed(QString::fromStdString(preview.error().text));
            return;
        }
        m_collected += tr("\n# rule %1\n").arg(id) + preview->iptables.trimmed() + QLatin1Char('\n');
        askNext(round);
    };
    m_link->call<RulePreview>(Requests::previewRule(settingsOf(rule)), this, answered);
}

/// Of the helpers that the rules name and this program registered.
QString RuleCommands::registrations() const
{
    QSet<QString> named;
    QString text;
    for (const RuleInfo &rule : m_toAsk) {
        const HelperInfo *helper = m_helpers->find(rule.helper);
        if (helper && !helper->isForeign() && !named.contains(helper->name)) {
            named.insert(helper->name);
            text += nfctCommands(helper->name, helper->l3, helper->l4).join(QLatin1Char('\n')) + QLatin1Char('\n');
        }
    }
    return text;
}

} // namespace Trackhand
