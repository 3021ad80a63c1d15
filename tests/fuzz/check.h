// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>

/// What every fuzzer needs: invariants that end the run with their own words, and numbers out of the input.
namespace Fuzz {

inline void check(bool so, const char *what)
{
    if (!so) {
        std::fprintf(stderr, "broken: %s\n", what);
        std::abort();
    }
}

/// Reads the input from its front; zeros when it is at an end.
class Input {
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_rest(data, size)
    {
    }

    template <typename T>
    T number()
    {
        T value {};
        std::array<std::uint8_t, sizeof(T)> raw {};
        std::ranges::copy(bytes(raw.size()), raw.begin());
        std::memcpy(&value, raw.data(), raw.size());
        return value;
    }

    /// The next @p count bytes, or what is left of them.
    std::span<const std::uint8_t> bytes(std::size_t count)
    {
        const auto taken = m_rest.first(std::min(count, m_rest.size()));
        m_rest = m_rest.subspan(taken.size());
        return taken;
    }

    std::span<const std::uint8_t> rest() const { return m_rest; }

private:
    std::span<const std::uint8_t> m_rest;
};

} // namespace Fuzz
