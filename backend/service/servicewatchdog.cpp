// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/servicewatchdog.h"

#include <chrono>
#include <cinttypes>
#include <ctime>
#include <systemd/sd-daemon.h>

namespace Trackhand {

ServiceWatchdog::ServiceWatchdog(QObject *parent)
    : QObject(parent)
{
    std::uint64_t microseconds = 0;
    if (::sd_watchdog_enabled(0, &microseconds) > 0) {
        m_timer.setInterval(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(microseconds / 2)));
        connect(&m_timer, &QTimer::timeout, this, [] { ::sd_notify(0, "WATCHDOG=1"); });
        m_timer.start();
    }
}

void ServiceWatchdog::sayReady()
{
    ::sd_notify(0, "READY=1");
}

void ServiceWatchdog::sayReloading()
{
    timespec now {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const auto microseconds =
        static_cast<std::uint64_t>(now.tv_sec) * 1000000U + static_cast<std::uint64_t>(now.tv_nsec) / 1000U;
    ::sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%" PRIu64, microseconds);
}

void ServiceWatchdog::sayStopping()
{
    ::sd_notify(0, "STOPPING=1");
}

} // namespace Trackhand
