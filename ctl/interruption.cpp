// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/interruption.h"

#include <csignal>
#include <initializer_list>

namespace Trackhand {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void remember(int)
{
    interrupted = 1;
}

void install(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler; // no SA_RESTART: a wait is to end
    for (const int signal : {SIGINT, SIGTERM}) {
        ::sigaction(signal, &action, nullptr);
    }
}

} // namespace

Interruption::Interruption()
{
    interrupted = 0;
    install(remember);
}

Interruption::~Interruption()
{
    install(SIG_DFL);
}

bool Interruption::asked() const
{
    return interrupted != 0;
}

} // namespace Trackhand
