// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/protocolarguments.h"

#include "backend/service/bustext.h"

#include <QStringList>

#include <algorithm>

namespace Trackhand {

namespace {

constexpr const char *L3Names = "\"ipv4\" and \"ipv6\"";
constexpr const char *L4Names = "\"tcp\", \"udp\", \"sctp\" and \"dccp\"";

template <typename Protocol>
std::optional<std::vector<Protocol>> protocols(
    ArgumentMap &map, const char *key, std::optional<Protocol> (*parse)(std::string_view), const char *known)
{
    const auto names = map.get<QStringList>(key);
    if (!names) {
        return std::nullopt;
    }
    if (names->isEmpty()) {
        map.refuse(key, std::string("is empty; name at least one of ") + known);
        return std::nullopt;
    }
    std::vector<Protocol> list;
    for (const QString &name : *names) {
        const auto protocol = parse(fromQt(name));
        if (!protocol || *protocol == Protocol::Unspecified) {
            map.refuse(key, "has " + inQuotes(fromQt(name)) + "; there are " + known);
            return std::nullopt;
        }
        if (std::find(list.begin(), list.end(), *protocol) != list.end()) {
            map.refuse(key, "has " + inQuotes(fromQt(name)) + " twice");
            return std::nullopt;
        }
        list.push_back(*protocol);
    }
    return list;
}

} // namespace

std::optional<std::vector<L3Protocol>> l3Protocols(ArgumentMap &map)
{
    return protocols<L3Protocol>(map, "l3", l3FromString, L3Names);
}

std::optional<std::vector<L4Protocol>> l4Protocols(ArgumentMap &map)
{
    return protocols<L4Protocol>(map, "l4", l4FromString, L4Names);
}

std::optional<L4Protocol> l4Protocol(ArgumentMap &map)
{
    const auto name = map.get<QString>("l4");
    if (!name || name->isEmpty()) {
        return std::nullopt;
    }
    const auto protocol = l4FromString(fromQt(*name));
    if (!protocol || *protocol == L4Protocol::Unspecified) {
        map.refuse("l4", "is " + inQuotes(fromQt(*name)) + "; there are " + L4Names);
        return std::nullopt;
    }
    return protocol;
}

} // namespace Trackhand
