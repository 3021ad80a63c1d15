// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <QList>
#include <deque>

namespace Trackhand {

class FakeBackend;

/// Plays conntrack for a FakeBackend: connections that begin, carry bytes, announce others and end.
class FakeFlows {
public:
    explicit FakeFlows(FakeBackend *backend);

    /// What was there before anybody looked: a call with two media streams, and a transfer that nobody counts.
    void setUp();
    /// An FTP session's control connection begins.
    void beginControl(std::uint16_t clientPort);
    /// The connection that it announced comes.
    void beginData(std::uint16_t clientPort, std::uint16_t dataPort);
    /// Bytes flow, and what has lasted long enough ends.
    void goOn();

private:
    struct Playing {
        EventRecord flow;
        int rounds = 0; ///< until it ends; never when negative
    };

    void begin(EventRecord flow, int rounds);
    void tellList();

    FakeBackend *m_backend;
    std::deque<Playing> m_playing;
    std::uint64_t m_nextId = 3'000'000'017;
};

} // namespace Trackhand
