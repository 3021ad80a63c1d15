// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace Trackhand {

/// What the gate holds against its present helper process: things that a buggy one does once in a while, and only a
/// hostile one again and again. Each says whether it was once too often.
class Conduct {
public:
    static constexpr unsigned MaxRefusals = 100; ///< it is told so in its notes; who keeps on is ended

    /// @p mostOwed: packets that can wait for an answer at a time.
    explicit Conduct(std::uint32_t mostOwed)
        : m_mostOwed(mostOwed)
    {
    }

    /// A new process begins.
    void reset();

    /// It asked for what it must not have.
    bool refusedTooOften() { return ++m_refusals >= MaxRefusals; }

    /// It said something, for which it may have rung.
    void spoke() { m_surplusRings -= m_surplusRings != 0 ? 1 : 0; }
    /// It has rung @p times. An honest process rings at most once for something that it has to say, and says no more at
    /// a time than it owes answers.
    bool rangTooOften(std::uint64_t times);

    /// Everything up to packet @p id was answered without it.
    void released(std::uint32_t id) { m_releasedUpTo = id; }
    /// Whether it may speak of @p packetId all the same: it may have seen what was released before it was ready, and
    /// answers each of these packets once.
    bool mayStillName(std::uint32_t packetId);

private:
    const std::uint32_t m_mostOwed;
    unsigned m_refusals = 0;
    std::uint64_t m_surplusRings = 0;
    std::uint32_t m_lateNames = 0;
    std::optional<std::uint32_t> m_releasedUpTo;
};

} // namespace Trackhand
