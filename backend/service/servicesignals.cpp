// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/servicesignals.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>
#include <initializer_list>
#include <sys/eventfd.h>
#include <unistd.h>

namespace Trackhand {

namespace {

int wakeStop = -1;
int wakeReload = -1;

void handle(int signal)
{
    const int saved = errno;
    const std::uint64_t one = 1;
    (void)!::write(signal == SIGHUP ? wakeReload : wakeStop, &one, sizeof one);
    errno = saved;
}

void setHandler(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        ::sigaction(signal, &action, nullptr);
    }
}

/// Calls @p received once for everything that was written to the descriptor since it last did.
template <typename Received>
int notify(ServiceSignals *owner, Received received)
{
    const int fd = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    auto *notifier = new QSocketNotifier(fd, QSocketNotifier::Read, owner);
    QObject::connect(notifier, &QSocketNotifier::activated, owner, [fd, received] {
        std::uint64_t count = 0;
        (void)!::read(fd, &count, sizeof count);
        received();
    });
    return fd;
}

} // namespace

ServiceSignals::ServiceSignals(QObject *parent)
    : QObject(parent)
{
    wakeStop = notify(this, [this] { emit stop(); });
    wakeReload = notify(this, [this] { emit reload(); });
    setHandler(handle);
}

ServiceSignals::~ServiceSignals()
{
    setHandler(SIG_DFL);
    ::close(wakeStop);
    ::close(wakeReload);
    wakeStop = wakeReload = -1;
}

} // namespace Trackhand
