// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"
#include "wire/ring/event.h"

#include <QString>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace Trackhand {

class Session;

/// The bytes of one packet, as far as they were kept.
struct CapturedBytes {
    std::uint32_t packetLength = 0; ///< bytes the packet had
    std::vector<std::uint8_t> bytes;
};

struct WatchedEvent {
    EventRecord record;
    std::optional<CapturedBytes> packet;
};

/// Where `watch` takes its events from: a ring of this machine, or `watch --binary` on another one.
class EventInput {
public:
    struct Batch {
        std::vector<WatchedEvent> events;
        std::uint64_t lost = 0; ///< overwritten before we came to them
        QString gap; ///< set when the backend went away or came back: what a person should know
    };

    struct Wanted {
        QString kind; ///< "packets" or "expectations": the ring's name
        bool payload = false; ///< also the packets' bytes
        bool backlog = false; ///< begin with what the ring still holds
    };

    static Result<std::unique_ptr<EventInput>> open(Session &session, const Wanted &wanted);

    virtual ~EventInput() = default;

    /// What has come since the last call; waits up to @p timeout when nothing has. An error ends the input.
    virtual Result<Batch> read(std::chrono::milliseconds timeout) = 0;
};

} // namespace Trackhand
