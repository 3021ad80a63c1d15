// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The processes of the helpers that are enabled: started, stopped, and replaced when their program is.

#include "backend/supervisor/livehelpermanager.h"
#include "backend/supervisor/registration.h"
#include "backend/supervisor/requestdefaults.h"

namespace Trackhand {

Status LiveHelperManager::startHelper(Own &own)
{
    const std::string name = own.settings.name;
    SupervisedHelper::Setup setup;
    setup.settings = own.settings;
    const auto protocol = protocolOf(name, own.settings.script);
    if (!protocol) {
        return protocol.error();
    }
    if (!own.settings.script.empty()) {
        auto script = m_scripts.read(own.settings.script);
        if (!script) {
            return script.error();
        }
        setup.script = script.take();
    }
    setup.protocol = own.protocol = (*protocol)->name;
    setup.program = m_program->path();
    setup.identity = m_program->identity();
    setup.policy = own.policy = gatePolicyOf(own.settings, **protocol);
    setup.hangLimit = std::chrono::milliseconds(m_general.hangTimeoutMs);
    own.process = std::make_unique<SupervisedHelper>(std::move(setup), *m_log, m_sockets, m_evidence);
    SupervisedHelper *process = own.process.get();
    connect(process, &SupervisedHelper::ready, this, [this, name] { helperReady(name); });
    // Queued: giving up takes the helper apart that says so.
    connect(
        process, &SupervisedHelper::gaveUp, this, [this, name] { helperGaveUp(name); }, Qt::QueuedConnection);
    connect(process, &SupervisedHelper::stateChanged, this, [this, name] { emit helperChanged(name); });
    connect(process, &SupervisedHelper::incident, this,
        [this, name](Incident::Severity severity, const std::string &text, const std::string &evidence) {
            report(severity, name, text, evidence);
        });
    Status status = process->start();
    if (!status) {
        own.process.reset();
    }
    return status;
}

/// The order that loses no packet: the kernel stops queueing, what it holds is answered, then the listener goes.
void LiveHelperManager::stopHelper(Own &own)
{
    if (!own.process) {
        return;
    }
    (void)Registration::setEnabled(m_registrar, own.settings, false); // a helper that is gone queues nothing either
    own.process->drain();
    refreshCounters(own, readQueueStatistics());
    own.before = own.now;
    own.before.queueDepth = 0;
    own.process.reset();
    replacementEnded(own.settings.name);
}

void LiveHelperManager::helperReady(const std::string &name)
{
    const auto found = m_own.find(name);
    if (found == m_own.end()) {
        return;
    }
    if (const auto status = Registration::setEnabled(m_registrar, found->second.settings, true); !status) {
        stopHelper(found->second);
        found->second.problem = status.error().text;
        report(Incident::Severity::Failed, name, status.error().text);
    }
    emit helperChanged(name);
    replacementEnded(name);
}

void LiveHelperManager::helperGaveUp(const std::string &name)
{
    const auto found = m_own.find(name);
    if (found == m_own.end() || !found->second.process) {
        return;
    }
    found->second.problem = found->second.process->problem();
    stopHelper(found->second);
    emit helperChanged(name);
}

void LiveHelperManager::replaceProcesses()
{
    auto catalog = m_program->list();
    if (!catalog) {
        report(Incident::Severity::Failed, {}, "the helper processes were not replaced: " + catalog.error().text);
        emit processesReplaced();
        return;
    }
    takeCatalog(catalog.take());
    m_toReplace.clear();
    for (const auto &entry : m_own) {
        m_toReplace.push_back(entry.first);
    }
    if (m_replacing.empty()) {
        replaceNext();
    }
}

void LiveHelperManager::replaceNext()
{
    m_replacing.clear();
    while (!m_toReplace.empty()) {
        const std::string name = std::move(m_toReplace.front());
        m_toReplace.pop_front();
        const auto own = m_own.find(name);
        if (own != m_own.end() && own->second.settings.enabled && renew(own->second)) {
            m_replacing = name;
            return;
        }
    }
    emit processesReplaced();
}

void LiveHelperManager::replacementEnded(const std::string &name)
{
    if (name == m_replacing) {
        replaceNext();
    }
}

} // namespace Trackhand
