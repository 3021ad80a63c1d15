// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace Trackhand {

/// A piece of a protocol's text, put together without allocating: what a rewritten packet is to say. What does not fit
/// is left out, and fits() says so.
class ShortText {
public:
    static constexpr std::size_t MaxLength = 128;

    ShortText &operator<<(std::string_view text);
    ShortText &operator<<(char character) { return *this << std::string_view(&character, 1); }
    ShortText &operator<<(std::uint64_t number); ///< in decimal
    ShortText &operator<<(const IpAddress &address);

    std::string_view view() const { return {m_text.data(), m_length}; }
    bool fits() const { return m_fits; }

private:
    std::array<char, MaxLength> m_text {};
    std::size_t m_length = 0;
    bool m_fits = true;
};

} // namespace Trackhand
