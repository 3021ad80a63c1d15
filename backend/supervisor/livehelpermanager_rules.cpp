// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/validation.h"
#include "backend/supervisor/livehelpermanager.h"
#include "backend/supervisor/requestdefaults.h"

#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::size_t MaxRules = 256;

} // namespace

Result<RuleSettings> LiveHelperManager::makeRule(const RuleRequest &request) const
{
    if (auto valid = validateHelperName(request.helper); !valid) {
        return valid.error();
    }
    const auto own = m_own.find(request.helper);
    const auto foreign = m_foreign.find(request.helper);
    const HelperSettings *settings = own != m_own.end() ? &own->second.settings
        : foreign != m_foreign.end()                    ? &foreign->second.settings
                                                        : nullptr;
    const auto protocol = protocolOf(request.helper, settings ? settings->script : std::string());
    if (!protocol) {
        return protocol.error();
    }
    RuleSettings rule = completeRule(request, **protocol, settings);
    if (auto valid = validate(rule); !valid) {
        return valid.error();
    }
    if (settings && std::find(settings->l4.begin(), settings->l4.end(), rule.l4) == settings->l4.end()) {
        return Error {ErrorCode::InvalidRule,
            "the helper " + request.helper + " is not registered for " + std::string(toString(rule.l4))};
    }
    return rule;
}

Result<RuleId> LiveHelperManager::addRule(const RuleRequest &request)
{
    if (m_rules.all().size() >= MaxRules) {
        return Error {ErrorCode::LimitReached, "there are 256 rules already; delete one first"};
    }
    auto rule = makeRule(request);
    if (!rule) {
        return rule.error();
    }
    const auto id = m_rules.add(rule.take());
    if (!id) {
        return id;
    }
    if (auto status = save(request.helper); !status) {
        (void)m_rules.remove(*id);
        return status.error();
    }
    emit ruleAdded(*id);
    return id;
}

Status LiveHelperManager::changeRule(RuleId id, const RuleRequest &request)
{
    const RuleStatus *known = m_rules.find(id);
    if (!known) {
        return RuleBook::noSuchRule(id);
    }
    const RuleSettings before = known->settings;
    auto wanted = makeRule(request);
    if (!wanted) {
        return wanted.error();
    }
    wanted->id = id;
    if (auto status = m_rules.change(*wanted); !status) {
        return status;
    }
    const Status saved = saveBoth(before.helper, request.helper);
    if (!saved) {
        (void)m_rules.change(before);
        (void)saveBoth(before.helper, request.helper);
    }
    emit ruleChanged(id);
    return saved;
}

Status LiveHelperManager::removeRule(RuleId id)
{
    const RuleStatus *rule = m_rules.find(id);
    const std::string helper = rule ? rule->settings.helper : std::string();
    if (auto status = m_rules.remove(id); !status) {
        return status;
    }
    emit ruleRemoved(id);
    return save(helper);
}

Status LiveHelperManager::removeRulesOf(const std::string &helper)
{
    for (const RuleSettings &rule : m_rules.ofHelper(helper)) {
        if (auto status = m_rules.remove(rule.id); !status) {
            return status;
        }
        emit ruleRemoved(rule.id);
    }
    return Done {};
}

Result<RuleTable::Preview> LiveHelperManager::previewRule(const RuleRequest &request) const
{
    const auto rule = makeRule(request);
    if (!rule) {
        return rule.error();
    }
    return m_rules.preview(*rule);
}

} // namespace Trackhand
