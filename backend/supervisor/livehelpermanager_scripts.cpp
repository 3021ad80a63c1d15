// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The helpers' scripts: judged by the helper program before anything changes, and swapped under running helpers.

#include "backend/supervisor/livehelpermanager.h"
#include "backend/supervisor/requestdefaults.h"

namespace Trackhand {

namespace {

Error moduleRefused(const RefusedModule &module)
{
    return {ErrorCode::HelperUnavailable, "the module " + module.name + " is not used: " + module.why};
}

} // namespace

Result<const ProtocolDescription *> LiveHelperManager::protocolOf(
    const std::string &helper, const std::string &script) const
{
    if (script.empty()) {
        const RefusedModule *const refused = m_catalog.refusalOf(helper);
        return refused ? Result<const ProtocolDescription *>(moduleRefused(*refused)) : &m_catalog.forName(helper);
    }
    if (const auto known = m_described.find(script); known != m_described.end()) {
        return &known->second;
    }
    const auto text = m_scripts.read(script);
    if (!text) {
        return text.error();
    }
    auto described = m_program->describe(script, *text);
    if (!described) {
        return described.error();
    }
    return &(m_described[script] = described.take());
}

std::vector<std::string> LiveHelperManager::helpersWith(const std::string &script) const
{
    std::vector<std::string> names;
    for (const auto &[name, own] : m_own) {
        if (own.settings.script == script) {
            names.push_back(name);
        }
    }
    return names;
}

std::vector<ScriptStatus> LiveHelperManager::scripts() const
{
    std::vector<ScriptStatus> all;
    for (ScriptStore::Entry &entry : m_scripts.list()) {
        std::vector<std::string> helpers = helpersWith(entry.name);
        all.push_back({std::move(entry), std::move(helpers)});
    }
    return all;
}

Result<std::string> LiveHelperManager::readScript(const std::string &name, bool previous) const
{
    return previous ? m_scripts.readPrevious(name) : m_scripts.read(name);
}

Result<std::vector<std::string>> LiveHelperManager::installScript(const std::string &name, const std::string &text)
{
    auto protocol = judgeScript(name, text);
    if (!protocol) {
        return protocol.error();
    }
    if (const auto kept = m_scripts.install(name, text); !kept) {
        return kept.error();
    }
    giveScript(name, text, protocol.take());
    return helpersWith(name);
}

Result<std::vector<std::string>> LiveHelperManager::rollBackScript(const std::string &name)
{
    const auto text = m_scripts.readPrevious(name);
    if (!text) {
        return text.error();
    }
    auto protocol = judgeScript(name, *text);
    if (!protocol) {
        return protocol.error();
    }
    if (const auto done = m_scripts.rollBack(name); !done) {
        return done.error();
    }
    giveScript(name, *text, protocol.take());
    return helpersWith(name);
}

Status LiveHelperManager::removeScript(const std::string &name)
{
    if (const auto helpers = helpersWith(name); !helpers.empty()) {
        return Error {ErrorCode::HelperInUse, "the helper " + helpers.front() + " runs " + name + "; delete it first"};
    }
    if (const auto present = m_scripts.read(name); !present && present.error().code == ErrorCode::NoSuchScript) {
        return present.error();
    }
    m_described.erase(name);
    return m_scripts.remove(name);
}

/// Whether the script can run, and can run in every helper that is registered with it.
Result<ProtocolDescription> LiveHelperManager::judgeScript(const std::string &name, const std::string &text) const
{
    auto protocol = m_program->describe(name, text);
    if (!protocol) {
        return protocol;
    }
    for (const std::string &helper : helpersWith(name)) {
        if (const auto fits = checkScriptFor(m_own.at(helper), *protocol, text); !fits) {
            return fits.error();
        }
    }
    return protocol;
}

/// What a helper was registered with in the kernel stays as it is when its script changes.
Status LiveHelperManager::checkScriptFor(
    const Own &own, const ProtocolDescription &protocol, const std::string &text) const
{
    const HelperSettings &settings = own.settings;
    if (!fitsRegistration(settings, protocol)) {
        return Error {ErrorCode::HelperInUse,
            "the helper " + settings.name
                + " was registered with fewer classes or private data than the script now asks for; delete it, install "
                  "the script, and add it again"};
    }
    return settings.options.empty() ? Status(Done {}) : m_program->checkScript(settings.script, text, settings.options);
}

void LiveHelperManager::giveScript(const std::string &name, const std::string &text, ProtocolDescription protocol)
{
    m_described[name] = std::move(protocol);
    for (auto &[helper, own] : m_own) {
        if (own.settings.script == name) {
            report(Incident::Severity::Info, helper, "the script " + name + " was changed");
            giveScriptTo(own, text);
        }
    }
}

void LiveHelperManager::giveScriptTo(Own &own, const std::string &text)
{
    if (!own.settings.enabled) {
        return;
    }
    const auto protocol = protocolOf(own.settings.name, own.settings.script);
    const bool sameRights = protocol && gatePolicyOf(own.settings, **protocol) == own.policy;
    if (own.process && own.process->state() != HelperState::Failed && sameRights) {
        own.process->replaceScript(text);
        return;
    }
    restart(own); // the gate itself must change, or has given up
}

} // namespace Trackhand
