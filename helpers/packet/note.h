// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/proposal.h"
#include "wire/net/address.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace Trackhand {

/// One line about a packet, shown to people beside it. Whatever is appended, it stays printable ASCII (other bytes,
/// and the backslash, are escaped) and within Wire::MaxNoteLength; what was cut off ends in "...".
class Note {
public:
    void clear();
    bool empty() const { return m_length == 0; }
    std::string_view text() const { return {m_text.data(), m_length}; }

    Note &append(std::string_view text);
    Note &append(std::uint64_t number);
    Note &append(const IpAddress &address, std::uint16_t port); ///< 10.0.1.2:50000 or [fd00::2]:50000

    /// Begins the next thing to say: "; " unless nothing was said yet.
    Note &next();

private:
    void put(char character);

    std::array<char, Wire::MaxNoteLength> m_text {};
    std::size_t m_length = 0;
    bool m_cut = false;
};

} // namespace Trackhand
