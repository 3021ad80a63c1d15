// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rules/network.h"

namespace Trackhand {

IpAddress Network::base() const
{
    IpAddress masked = address;
    for (int bit = prefixLength; bit < int(masked.size()) * 8; ++bit) {
        masked.bytes[std::size_t(bit / 8)] &= std::uint8_t(~(0x80U >> (bit % 8)));
    }
    return masked;
}

bool Network::contains(const IpAddress &other) const
{
    return other.family == address.family && Network {other, prefixLength}.base() == base();
}

std::optional<Network> parseNetwork(const QString &text)
{
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    const auto address = IpAddress::parse(text.left(slash < 0 ? text.size() : slash).toStdString());
    if (!address) {
        return std::nullopt;
    }
    const int longest = int(address->size()) * 8;
    bool good = true;
    const int length = slash < 0 ? longest : text.mid(slash + 1).toInt(&good);
    if (!good || length < 0 || length > longest) {
        return std::nullopt;
    }
    return Network {*address, length};
}

} // namespace Trackhand
