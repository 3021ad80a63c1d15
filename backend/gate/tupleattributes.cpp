// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/tupleattributes.h"

#include "backend/kernel/netlinkattributes.h"

#include <arpa/inet.h>
#include <linux/netfilter/nfnetlink_conntrack.h>

namespace Trackhand {

namespace {

std::uint16_t get16(const nlattr *attribute)
{
    return mnl_attr_get_payload_len(attribute) >= 2 ? ntohs(mnl_attr_get_u16(attribute)) : 0;
}

void getAddress(const nlattr *attribute, L3Protocol family, IpAddress &address)
{
    const std::size_t size = family == L3Protocol::Ipv6 ? 16 : 4;
    if (mnl_attr_get_payload_len(attribute) >= size) {
        address = IpAddress::fromBytes(family, static_cast<const std::uint8_t *>(mnl_attr_get_payload(attribute)));
    }
}

void decodeAddresses(const nlattr *nest, Tuple &tuple)
{
    for (const nlattr *attribute : NetlinkAttributes::nested(nest)) {
        switch (mnl_attr_get_type(attribute)) {
        case CTA_IP_V4_SRC:
            getAddress(attribute, L3Protocol::Ipv4, tuple.source);
            break;
        case CTA_IP_V4_DST:
            getAddress(attribute, L3Protocol::Ipv4, tuple.destination);
            break;
        case CTA_IP_V6_SRC:
            getAddress(attribute, L3Protocol::Ipv6, tuple.source);
            break;
        case CTA_IP_V6_DST:
            getAddress(attribute, L3Protocol::Ipv6, tuple.destination);
            break;
        default:
            break;
        }
    }
}

void decodePorts(const nlattr *nest, Tuple &tuple)
{
    for (const nlattr *attribute : NetlinkAttributes::nested(nest)) {
        switch (mnl_attr_get_type(attribute)) {
        case CTA_PROTO_NUM:
            if (mnl_attr_get_payload_len(attribute) >= 1) {
                tuple.l4 = static_cast<L4Protocol>(mnl_attr_get_u8(attribute));
            }
            break;
        case CTA_PROTO_SRC_PORT:
            tuple.sourcePort = get16(attribute);
            break;
        case CTA_PROTO_DST_PORT:
            tuple.destinationPort = get16(attribute);
            break;
        default:
            break;
        }
    }
}

void putAddress(nlmsghdr *message, std::uint16_t type, const IpAddress &address)
{
    mnl_attr_put(message, type, address.size(), address.bytes.data());
}

} // namespace

void putTuple(nlmsghdr *message, std::uint16_t type, const Tuple &tuple)
{
    const bool six = tuple.destination.family == L3Protocol::Ipv6;
    nlattr *nest = mnl_attr_nest_start(message, type);
    nlattr *addresses = mnl_attr_nest_start(message, CTA_TUPLE_IP);
    putAddress(message, six ? CTA_IP_V6_SRC : CTA_IP_V4_SRC, tuple.source);
    putAddress(message, six ? CTA_IP_V6_DST : CTA_IP_V4_DST, tuple.destination);
    mnl_attr_nest_end(message, addresses);
    nlattr *ports = mnl_attr_nest_start(message, CTA_TUPLE_PROTO);
    mnl_attr_put_u8(message, CTA_PROTO_NUM, static_cast<std::uint8_t>(tuple.l4));
    mnl_attr_put_u16(message, CTA_PROTO_SRC_PORT, htons(tuple.sourcePort));
    mnl_attr_put_u16(message, CTA_PROTO_DST_PORT, htons(tuple.destinationPort));
    mnl_attr_nest_end(message, ports);
    mnl_attr_nest_end(message, nest);
}

Tuple tupleFrom(const nlattr *nest)
{
    Tuple tuple;
    for (const nlattr *attribute : NetlinkAttributes::nested(nest)) {
        if (mnl_attr_get_type(attribute) == CTA_TUPLE_IP) {
            decodeAddresses(attribute, tuple);
        } else if (mnl_attr_get_type(attribute) == CTA_TUPLE_PROTO) {
            decodePorts(attribute, tuple);
        }
    }
    return tuple;
}

} // namespace Trackhand
