// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/settings/ruletext.h"

#include <charconv>
#include <optional>

namespace Trackhand {

namespace {

Error invalid(std::string text)
{
    return {ErrorCode::InvalidRule, std::move(text)};
}

std::optional<unsigned> number(std::string_view text, unsigned max)
{
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc {} || end != text.data() + text.size() || value > max) {
        return std::nullopt;
    }
    return value;
}

} // namespace

Result<Network> parseNetwork(std::string_view text)
{
    const auto address = IpAddress::parse(text.substr(0, text.find('/')));
    if (!address) {
        return invalid("\"" + std::string(text) + "\" is not an IP network; write it like 10.0.0.0/24 or fd00::/64");
    }
    const std::string longest = std::to_string(address->size() * 8);
    const auto network = Network::parse(text);
    if (!network) {
        return invalid("\"" + std::string(text) + "\" has a bad prefix length; it is 0 to " + longest);
    }
    if (network->hasHostBits()) {
        return invalid("\"" + std::string(text) + "\" has bits set after the prefix; the network is "
            + Network {network->base(), network->prefixLength}.toString() + ", the one host is " + address->toString()
            + "/" + longest);
    }
    return *network;
}

Result<PortRange> parsePortRange(std::string_view text)
{
    const auto dash = text.find('-');
    const auto first = number(text.substr(0, dash), 65535);
    const auto last = dash == std::string_view::npos ? first : number(text.substr(dash + 1), 65535);
    if (!first || !last || *first == 0 || *first > *last) {
        return invalid("\"" + std::string(text)
            + "\" is not a port; write 21 or 2000-2100, numbers from 1 to 65535 in rising order");
    }
    return PortRange {static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*last)};
}

std::string toString(const PortRange &range)
{
    return range.first == range.last ? std::to_string(range.first)
                                     : std::to_string(range.first) + "-" + std::to_string(range.last);
}

std::vector<L3Protocol> effectiveFamilies(const RuleSettings &rule)
{
    std::vector<L3Protocol> families;
    for (const auto family : rule.l3) {
        const bool excluded = (rule.source && rule.source->address.family != family)
            || (rule.destination && rule.destination->address.family != family);
        if (!excluded) {
            families.push_back(family);
        }
    }
    return families;
}

} // namespace Trackhand
