// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/net/network.h"

#include <charconv>

namespace Trackhand {

std::optional<Network> Network::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address) {
        return std::nullopt;
    }
    auto length = static_cast<unsigned>(address->size() * 8);
    if (slash != std::string_view::npos) {
        const std::string_view digits = text.substr(slash + 1);
        const unsigned longest = length;
        const auto [end, error] = std::from_chars(digits.begin(), digits.end(), length);
        if (error != std::errc {} || end != digits.end() || length > longest) {
            return std::nullopt;
        }
    }
    return Network {*address, static_cast<std::uint8_t>(length)};
}

IpAddress Network::base() const
{
    IpAddress masked = address;
    for (std::size_t bit = prefixLength; bit < masked.size() * 8; ++bit) {
        masked.bytes[bit / 8] &= static_cast<std::uint8_t>(~(0x80U >> (bit % 8)));
    }
    return masked;
}

bool Network::contains(const IpAddress &other) const
{
    return other.family == address.family && Network {other, prefixLength}.base() == base();
}

std::string Network::toString() const
{
    return address.toString() + "/" + std::to_string(prefixLength);
}

} // namespace Trackhand
