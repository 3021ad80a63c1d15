// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

namespace Trackhand {

/// Where the reader thread leaves events for the thread that shows them. Bounded: a reader that finds it full leaves
/// the rest in the ring, which counts what it overwrites.
class EventQueue {
public:
    static constexpr std::size_t Capacity = 65536; ///< records; 16 MiB

    /// Records that fit now.
    std::size_t room() const;
    /// Takes what fits; what does not counts as lost (only a stream, which cannot wait, offers more than room()).
    void push(std::span<const EventRecord> events, std::uint64_t lost);

    struct Contents {
        std::vector<EventRecord> events;
        std::uint64_t lost = 0;
    };
    Contents take();

private:
    mutable std::mutex m_mutex;
    Contents m_contents;
};

} // namespace Trackhand
