// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace Trackhand::Script {

/// Something that a line of a script did for the packet in hand.
struct Act {
    enum class Kind : std::uint8_t { Note, Expectation, Rewrite, Drop };

    Kind kind = Kind::Note;
    int line = 0; ///< from 1
    Tuple expected; ///< of an expectation
};

/// What a script did for one packet, with its lines, for who writes it. The first ones are kept, as many as there is
/// room for, without an allocation.
class Acts {
public:
    static constexpr std::size_t Most = 32;

    void clear()
    {
        m_count = 0;
        m_problem = {};
        m_isError = false;
    }
    void add(const Act &act)
    {
        if (m_count < Most) {
            m_acts[m_count++] = act;
        }
    }
    void end(std::string_view problem, bool isError)
    {
        m_problem = problem;
        m_isError = isError;
    }

    std::span<const Act> all() const { return {m_acts.data(), m_count}; }
    /// Why the call came to an early end, as readProblem() reads it; empty when it did not. Valid until the next
    /// packet.
    std::string_view problem() const { return m_problem; }
    /// Of the problem: the script is to blame, and not a packet that is too short.
    bool isError() const { return m_isError; }

private:
    std::array<Act, Most> m_acts {};
    std::size_t m_count = 0;
    std::string_view m_problem;
    bool m_isError = false;
};

} // namespace Trackhand::Script
