// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Helpers whose protocol is another than when they were started, because their module came, changed, or was refused.

#include "backend/supervisor/livehelpermanager.h"
#include "backend/supervisor/requestdefaults.h"

namespace Trackhand {

void LiveHelperManager::takeCatalog(ProtocolCatalog catalog)
{
    m_catalog = std::move(catalog);
    for (const RefusedModule &module : m_catalog.refused()) {
        const std::string which =
            module.name.empty() ? "modules are not used: " : "the module " + module.name + " is not used: ";
        report(Incident::Severity::Attention, {}, which + module.why);
    }
}

/// What the kernel was told at registration stays as it is.
bool LiveHelperManager::fitsRegistration(const HelperSettings &settings, const ProtocolDescription &protocol) const
{
    return protocol.policies.size() <= settings.policies.size() && protocol.privateLength <= settings.privateLength;
}

/// Gives an enabled helper the program, and the protocol of its name, as they are now. Whether a process is on its way.
bool LiveHelperManager::renew(Own &own)
{
    if (!own.settings.script.empty()) {
        return own.process && own.process->replaceProcess();
    }
    const auto found = protocolOf(own.settings.name, {});
    if (!found) {
        return false; // refused, as was said already; a process that runs goes on
    }
    const ProtocolDescription &protocol = **found;
    if (protocol.isModule && !fitsRegistration(own.settings, protocol)) {
        report(Incident::Severity::Failed, own.settings.name,
            "it was registered with fewer classes or private data than its module now asks for, and goes on as before; "
            "delete it and add it again");
        return false;
    }
    if (own.process && protocol.name == own.protocol && gatePolicyOf(own.settings, protocol) == own.policy) {
        return own.process->replaceProcess();
    }
    if (!own.process && !protocol.isModule) {
        return false; // it failed for a reason of its own
    }
    restart(own);
    return own.process != nullptr;
}

void LiveHelperManager::restart(Own &own)
{
    stopHelper(own);
    own.problem.clear();
    if (const auto started = startHelper(own); !started) {
        own.problem = started.error().text;
        report(Incident::Severity::Failed, own.settings.name, own.problem);
    }
    emit helperChanged(own.settings.name);
}

} // namespace Trackhand
