// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/stopsignals.h"

#include <QSocketNotifier>

#include <csignal>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Trackhand {

namespace {

int wakeup = -1;

void handle(int)
{
    const int saved = errno;
    const std::uint64_t one = 1;
    (void)!::write(wakeup, &one, sizeof one);
    errno = saved;
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    wakeup = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    auto *notifier = new QSocketNotifier(wakeup, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        std::uint64_t count = 0;
        (void)!::read(wakeup, &count, sizeof count);
        emit received();
    });
    setHandler(handle);
}

StopSignals::~StopSignals()
{
    setHandler(SIG_DFL);
    ::close(wakeup);
    wakeup = -1;
}

} // namespace Trackhand
