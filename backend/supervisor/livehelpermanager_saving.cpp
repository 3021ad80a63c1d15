// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/livehelpermanager.h"

namespace Trackhand {

namespace {

HelperRequest requestOf(const HelperSettings &settings)
{
    HelperRequest request;
    request.l3 = settings.l3;
    request.l4 = settings.l4;
    request.queue = settings.queue;
    request.queueLength = settings.queueLength;
    request.policies = settings.policies;
    request.privateLength = settings.privateLength;
    request.options.emplace(settings.options.begin(), settings.options.end());
    request.script = settings.script;
    return request;
}

RuleRequest requestOf(const RuleSettings &rule)
{
    RuleRequest request;
    request.helper = rule.helper;
    request.l4 = rule.l4;
    request.ports = rule.ports;
    request.l3 = rule.l3;
    request.prerouting = rule.prerouting;
    request.output = rule.output;
    request.inInterface = rule.inInterface;
    request.outInterface = rule.outInterface;
    request.source = rule.source;
    request.destination = rule.destination;
    return request;
}

std::string count(std::size_t number, const char *noun)
{
    return std::to_string(number) + ' ' + noun + (number == 1 ? "" : "s");
}

} // namespace

HelperDocument LiveHelperManager::savedHelper(const std::string &name) const
{
    HelperDocument saved;
    saved.name = name;
    if (const auto own = m_own.find(name); own != m_own.end()) {
        saved.helper = own->second.settings;
    }
    saved.rules = m_rules.ofHelper(name);
    return saved;
}

std::vector<HelperDocument> LiveHelperManager::everythingSaved() const
{
    std::map<std::string, HelperDocument> all;
    for (const auto &[name, own] : m_own) {
        all[name] = savedHelper(name);
    }
    for (const RuleStatus &rule : m_rules.all()) {
        all[rule.settings.helper] = savedHelper(rule.settings.helper);
    }
    std::vector<HelperDocument> list;
    for (auto &[name, saved] : all) {
        list.push_back(std::move(saved));
    }
    return list;
}

Status LiveHelperManager::save(const std::string &name) const
{
    const HelperDocument document = savedHelper(name);
    return document.helper || !document.rules.empty() ? m_store.save(document) : m_store.remove(name);
}

Status LiveHelperManager::saveBoth(const std::string &helper, const std::string &other) const
{
    const Status saved = save(helper);
    return saved && other != helper ? save(other) : saved;
}

std::string LiveHelperManager::exportToml() const
{
    return SettingsDocument::write(everythingSaved());
}

Result<std::string> LiveHelperManager::applyToml(const std::string &toml)
{
    const auto wanted = SettingsDocument::readAll(toml, "text");
    if (!wanted) {
        return wanted.error();
    }
    std::vector<std::string> helpersDone;
    std::vector<RuleId> rulesDone;
    const auto undo = [&] {
        for (const RuleId id : rulesDone) {
            (void)removeRule(id);
        }
        for (const std::string &name : helpersDone) {
            (void)remove(name, true);
        }
    };
    for (const HelperDocument &saved : *wanted) {
        if (auto status = applyHelper(saved, helpersDone); !status) {
            undo();
            return status.error();
        }
        for (const RuleSettings &rule : saved.rules) {
            const auto id = addRule(requestOf(rule));
            if (!id) {
                undo();
                return id.error();
            }
            rulesDone.push_back(*id);
        }
    }
    return "added " + count(helpersDone.size(), "helper") + " and " + count(rulesDone.size(), "rule");
}

Status LiveHelperManager::applyHelper(const HelperDocument &saved, std::vector<std::string> &done)
{
    if (!saved.helper) {
        return Done {};
    }
    if (auto status = add(saved.name, requestOf(*saved.helper)); !status) {
        return status;
    }
    done.push_back(saved.name);
    return saved.helper->enabled ? enable(saved.name) : Status(Done {});
}

} // namespace Trackhand
