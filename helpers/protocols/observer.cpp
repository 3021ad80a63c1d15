// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/observer.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/packet.h"

namespace Trackhand {

namespace {

struct FlagName {
    std::uint8_t bit;
    std::string_view name;
};
constexpr FlagName FlagNames[] {{2, " SYN"}, {1, " FIN"}, {4, " RST"}, {16, " ACK"}};

void describeTcp(const Packet &packet, Note &note)
{
    const std::uint8_t flags = packet.headers().tcpFlags;
    for (const FlagName &each : FlagNames) {
        // Every segment of a running connection carries ACK: worth a word only where nothing else is said.
        const bool dull = each.bit == 16 && ((flags & 5) != 0 || !packet.payload().empty());
        if ((flags & each.bit) != 0 && !dull) {
            note.append(each.name);
        }
    }
}

} // namespace

const HelperDescriptor &ObserverHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "observer",
        .summary = "Shows every packet of a connection and lets it pass; expects nothing.",
        .advice = "Attach it to the narrowest traffic you want to look at: each of its packets takes the longer way.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Tcp, L4Protocol::Udp, L4Protocol::Sctp, L4Protocol::Dccp},
        .ports = {},
        .classes = {{.name = "none", .maximum = 1, .timeoutSeconds = 30}},
        .privateDataLength = 0,
        .options = {},
        .needsEmptySegments = true,
    };
    return descriptor;
}

ObserverHelper::ObserverHelper(const OptionValues &)
{
}

Judgement ObserverHelper::onPacket(const Packet &packet, Connection &connection, Expectations &, Rewrite &)
{
    Note &note = connection.note();
    const PacketHeaders &headers = packet.headers();
    if (headers.tuple.l4 == L4Protocol::Unspecified) {
        note.append("protocol ").append(std::uint64_t {headers.l4Number});
    } else {
        note.append(toString(headers.tuple.l4));
    }
    if (headers.fragment) {
        note.append(" fragment");
        return Judgement::Accept;
    }
    if (packet.isTcp()) {
        describeTcp(packet, note);
    }
    if (!packet.isTcp() || !packet.payload().empty()) {
        const std::size_t size = packet.payload().size();
        note.append(" ").append(std::uint64_t {size}).append(size == 1 ? " byte" : " bytes");
    }
    return Judgement::Accept;
}

} // namespace Trackhand
