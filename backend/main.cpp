// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/auth/polkitauthorizer.h"
#include "backend/kernel/netlinkhelperregistrar.h"
#include "backend/rules/nftablesruletable.h"
#include "backend/service/backendservice.h"
#include "backend/service/footprint.h"
#include "backend/service/privileges.h"
#include "backend/service/servicesignals.h"
#include "backend/service/servicewatchdog.h"
#include "backend/service/startup.h"
#include "backend/settings/settingsstore.h"
#include "backend/supervisor/livehelpermanager.h"
#include "backend/supervisor/registration.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Trackhand;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "trackhandd: %s\n", error.text.c_str());
    return 1;
}

/// A kernel that has no helpers has none to disable.
int disableAfterStop(HelperRegistrar &registrar, const SettingsStore &store)
{
    const Status status = disableAllHelpers(registrar, store);
    return status || status.error().code == ErrorCode::UnsupportedByKernel ? 0 : fail(status.error());
}

} // namespace

int main(int argc, char *argv[])
{
    keepFootprintSmall();
    QCoreApplication application(argc, argv);
    const StartupOptions options = readOptions(application);
    if (const Status dropped = dropPrivileges(); !dropped) {
        return fail(dropped.error());
    }
    SettingsStore store(options.configDirectory);
    NetlinkHelperRegistrar registrar;
    if (options.postStop) {
        return disableAfterStop(registrar, store);
    }
    const ServiceSignals unixSignals;
    QObject::connect(&unixSignals, &ServiceSignals::stop, &application, &QCoreApplication::quit);
    NftablesRuleTable rules;
    const auto watch = startConntrackWatch();
    LiveHelperManager manager(registrar, rules, *watch, store, {helperProgram(), options.evidenceDirectory});
    PolkitAuthorizer authorizer;
    const auto bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, QStringLiteral("trackhandd"));
    BackendService service(bus, manager, *watch, authorizer, kernelSupport());

    // The name first: a second trackhandd must find it taken before it touches the first one's helpers. Calls that come
    // in from here on wait for the event loop.
    if (const Status named = service.start(); !named) {
        return fail(named.error());
    }
    if (const Status started = manager.start(); !started) {
        return fail(started.error());
    }
    QObject::connect(&service, &BackendService::disconnected, &application, &QCoreApplication::quit);
    QObject::connect(&unixSignals, &ServiceSignals::reload, &manager, [&manager] {
        ServiceWatchdog::sayReloading();
        manager.replaceProcesses();
    });
    QObject::connect(&manager, &LiveHelperManager::processesReplaced, &manager, &ServiceWatchdog::sayReady);
    const ServiceWatchdog watchdog;
    const SpareMemory spareMemory(manager);
    ServiceWatchdog::sayReady();
    QCoreApplication::exec();
    ServiceWatchdog::sayStopping();
    manager.stop();
    return bus.isConnected() ? 0 : 1;
}
