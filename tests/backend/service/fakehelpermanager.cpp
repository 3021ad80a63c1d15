// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/service/fakehelpermanager.h"

#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::uint32_t RingCapacity = 16;

} // namespace

FakeHelperManager::FakeHelperManager()
    : m_packets(Wire::EventRingWriter::create("packets", RingCapacity).take())
    , m_payloads(Wire::PayloadRingWriter::create("payloads", RingCapacity).take())
{
}

Status FakeHelperManager::deed(const QString &text) const
{
    deeds.append(text);
    if (failure) {
        return *failure;
    }
    return Done {};
}

Status FakeHelperManager::add(const std::string &name, const HelperRequest &request)
{
    lastRequest = request;
    const Status done = deed(QStringLiteral("add %1").arg(QString::fromStdString(name)));
    if (done) {
        HelperStatus helper;
        helper.settings.name = name;
        helper.settings.l3 = request.l3.value_or(std::vector {L3Protocol::Ipv4, L3Protocol::Ipv6});
        helper.settings.l4 = request.l4.value_or(std::vector {L4Protocol::Tcp});
        helper.settings.policies = request.policies.value_or(std::vector {ExpectationPolicy {name, 1, 300}});
        m_helpers.push_back(helper);
        emit helperAdded(name);
    }
    return done;
}

Status FakeHelperManager::enable(const std::string &name)
{
    return deed(QStringLiteral("enable %1").arg(QString::fromStdString(name)));
}

Status FakeHelperManager::disable(const std::string &name)
{
    return deed(QStringLiteral("disable %1").arg(QString::fromStdString(name)));
}

Status FakeHelperManager::set(const std::string &name, const HelperRequest &request)
{
    lastRequest = request;
    return deed(QStringLiteral("set %1").arg(QString::fromStdString(name)));
}

Status FakeHelperManager::remove(const std::string &name, bool rulesToo)
{
    const Status done = deed(QStringLiteral("remove %1 %2").arg(QString::fromStdString(name)).arg(rulesToo));
    if (done) {
        std::erase_if(m_helpers, [&](const HelperStatus &helper) { return helper.settings.name == name; });
        emit helperRemoved(name);
    }
    return done;
}

Result<unsigned> FakeHelperManager::flush(bool foreignToo)
{
    const Status done = deed(QStringLiteral("flush %1").arg(foreignToo));
    return done ? Result<unsigned>(7) : Result<unsigned>(done.error());
}

Result<RuleId> FakeHelperManager::addRule(const RuleRequest &request)
{
    lastRule = request;
    const Status done = deed(QStringLiteral("add rule"));
    if (!done) {
        return done.error();
    }
    RuleStatus rule;
    rule.settings.id = RuleId(unsigned(m_rules.size() + 1));
    rule.settings.helper = request.helper;
    rule.settings.ports = request.ports.value_or(std::vector<PortRange>());
    rule.settings.source = request.source;
    m_rules.push_back(rule);
    emit ruleAdded(rule.settings.id);
    return rule.settings.id;
}

Status FakeHelperManager::changeRule(RuleId id, const RuleRequest &request)
{
    lastRule = request;
    const Status done = deed(QStringLiteral("change rule %1").arg(unsigned(id)));
    if (done) {
        rule(id).settings.helper = request.helper;
        rule(id).settings.ports = request.ports.value_or(std::vector<PortRange>());
        emit ruleChanged(id);
    }
    return done;
}

Status FakeHelperManager::removeRule(RuleId id)
{
    const Status done = deed(QStringLiteral("remove rule %1").arg(unsigned(id)));
    if (done) {
        std::erase_if(m_rules, [&](const RuleStatus &rule) { return rule.settings.id == id; });
        emit ruleRemoved(id);
    }
    return done;
}

Result<RuleTable::Preview> FakeHelperManager::previewRule(const RuleRequest &request) const
{
    const Status done = deed(QStringLiteral("preview %1").arg(QString::fromStdString(request.helper)));
    return done ? Result<RuleTable::Preview>({"nft text", "iptables text"}) : Result<RuleTable::Preview>(done.error());
}

Result<std::string> FakeHelperManager::readScript(const std::string &name, bool previous) const
{
    return std::string(previous ? "-- before: " : "-- now: ") + name;
}

Result<std::vector<std::string>> FakeHelperManager::installScript(const std::string &name, const std::string &text)
{
    const Status done =
        deed(QStringLiteral("install %1: %2").arg(QString::fromStdString(name), QString::fromStdString(text)));
    return done ? Result<std::vector<std::string>>(std::vector<std::string> {"mine"}) : done.error();
}

Result<std::vector<std::string>> FakeHelperManager::rollBackScript(const std::string &name)
{
    const Status done = deed(QStringLiteral("roll back %1").arg(QString::fromStdString(name)));
    return done ? Result<std::vector<std::string>>(std::vector<std::string> {}) : done.error();
}

Status FakeHelperManager::removeScript(const std::string &name)
{
    return deed(QStringLiteral("remove %1").arg(QString::fromStdString(name)));
}

Result<std::string> FakeHelperManager::readEvidence(const std::string &id) const
{
    const Status done = deed(QStringLiteral("read evidence %1").arg(QString::fromStdString(id)));
    return done ? Result<std::string>(std::string("\0\xff", 2) + id) : done.error();
}

Status FakeHelperManager::removeEvidence(const std::string &id)
{
    return deed(QStringLiteral("remove evidence %1").arg(QString::fromStdString(id)));
}

Result<std::vector<DiagnosisLink>> FakeHelperManager::diagnose(const std::string &name) const
{
    deeds.append(QStringLiteral("diagnose %1").arg(QString::fromStdString(name)));
    return std::vector<DiagnosisLink> {{"kernel", true, "fine", ""}, {"rule", false, "none", "add one"}};
}

Result<std::string> FakeHelperManager::applyToml(const std::string &toml)
{
    const Status done = deed(QStringLiteral("apply %1").arg(toml.size()));
    return done ? Result<std::string>(std::string("1 helper")) : Result<std::string>(done.error());
}

HelperStatus &FakeHelperManager::helper(const std::string &name)
{
    return *std::find_if(
        m_helpers.begin(), m_helpers.end(), [&](const HelperStatus &helper) { return helper.settings.name == name; });
}

RuleStatus &FakeHelperManager::rule(RuleId id)
{
    return *std::find_if(
        m_rules.begin(), m_rules.end(), [&](const RuleStatus &rule) { return rule.settings.id == id; });
}

void FakeHelperManager::happened(const Incident &incident)
{
    m_incidents.push_back(incident);
    emit incidentHappened(incident);
}

} // namespace Trackhand
