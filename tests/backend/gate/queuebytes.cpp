// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "queuebytes.h"

#include "backend/gate/tupleattributes.h"
#include "backend/kernel/netlinkattributes.h"

#include <arpa/inet.h>
#include <cstring>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <linux/netfilter/nfnetlink_queue.h>

using namespace Trackhand;

namespace {

constexpr std::uint32_t New = 2; // IP_CT_NEW
constexpr std::uint32_t SeenReplyAssuredConfirmed = 0x0e; // IPS_ bits, nf_conntrack_common.h

} // namespace

namespace QueueBytes {

std::vector<std::uint8_t> tcp4(const Tuple &tuple, const char *text)
{
    const std::size_t size = 40 + std::strlen(text);
    std::vector<std::uint8_t> bytes(size);
    bytes[0] = 0x45;
    bytes[2] = static_cast<std::uint8_t>(size >> 8);
    bytes[3] = static_cast<std::uint8_t>(size);
    bytes[9] = 6;
    std::memcpy(&bytes[12], tuple.source.bytes.data(), 4);
    std::memcpy(&bytes[16], tuple.destination.bytes.data(), 4);
    const std::uint16_t ports[2] = {htons(tuple.sourcePort), htons(tuple.destinationPort)};
    std::memcpy(&bytes[20], ports, 4);
    bytes[32] = 5 << 4;
    std::memcpy(bytes.data() + 40, text, std::strlen(text));
    return bytes;
}

std::vector<std::uint8_t> udp4(const Tuple &tuple, const char *text)
{
    const std::size_t length = 8 + std::strlen(text);
    std::vector<std::uint8_t> bytes = tcp4(tuple, text);
    bytes.resize(20 + length);
    bytes[2] = static_cast<std::uint8_t>(bytes.size() >> 8);
    bytes[3] = static_cast<std::uint8_t>(bytes.size());
    bytes[9] = 17;
    bytes[24] = static_cast<std::uint8_t>(length >> 8);
    bytes[25] = static_cast<std::uint8_t>(length);
    bytes[26] = bytes[27] = 0;
    std::memcpy(bytes.data() + 28, text, std::strlen(text));
    return bytes;
}

Tuple tuple4(const char *source, std::uint16_t sourcePort, const char *destination, std::uint16_t port)
{
    return {*IpAddress::parse(source), *IpAddress::parse(destination), sourcePort, port, L4Protocol::Tcp};
}

std::vector<std::uint8_t> packetMessage(const Packet &packet)
{
    std::vector<std::uint8_t> buffer(packet.payload.size() + 1024);
    nlmsghdr *message = mnl_nlmsg_put_header(buffer.data());
    message->nlmsg_type = (NFNL_SUBSYS_QUEUE << 8) | NFQNL_MSG_PACKET;
    mnl_nlmsg_put_extra_header(message, sizeof(nfgenmsg));
    nfqnl_msg_packet_hdr header {};
    header.packet_id = htonl(packet.id);
    header.hw_protocol = htons(0x0800);
    header.hook = 4;
    mnl_attr_put(message, NFQA_PACKET_HDR, sizeof header, &header);
    mnl_attr_put_u32(message, NFQA_IFINDEX_OUTDEV, htonl(3));
    nlattr *conntrack = mnl_attr_nest_start(message, NFQA_CT);
    putTuple(message, CTA_TUPLE_ORIG, packet.original);
    putTuple(message, CTA_TUPLE_REPLY, packet.reply);
    mnl_attr_put_u32(message, CTA_STATUS, htonl(packet.ctInfo == New ? 0 : SeenReplyAssuredConfirmed));
    mnl_attr_nest_end(message, conntrack);
    mnl_attr_put_u32(message, NFQA_CT_INFO, htonl(packet.ctInfo));
    mnl_attr_put(message, NFQA_PAYLOAD, packet.payload.size(), packet.payload.data());
    buffer.resize(message->nlmsg_len);
    return buffer;
}

std::vector<std::uint8_t> errorMessage(std::uint32_t id, int error, int type)
{
    std::vector<std::uint8_t> buffer(256);
    nlmsghdr *message = mnl_nlmsg_put_header(buffer.data());
    message->nlmsg_type = NLMSG_ERROR;
    auto *answer = static_cast<nlmsgerr *>(mnl_nlmsg_put_extra_header(message, sizeof(nlmsgerr)));
    answer->error = -error;
    answer->msg.nlmsg_seq = id;
    answer->msg.nlmsg_type = static_cast<std::uint16_t>((NFNL_SUBSYS_QUEUE << 8) | type);
    buffer.resize(message->nlmsg_len);
    return buffer;
}

namespace {

bool isWellFormed(const nlmsghdr *message)
{
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(message);
    std::size_t at = MNL_NLMSG_HDRLEN + MNL_ALIGN(sizeof(nfgenmsg));
    while (at + sizeof(nlattr) <= message->nlmsg_len) {
        nlattr attribute;
        std::memcpy(&attribute, bytes + at, sizeof attribute);
        if (attribute.nla_len < sizeof attribute || at + attribute.nla_len > message->nlmsg_len) {
            return false;
        }
        at += MNL_ALIGN(attribute.nla_len);
    }
    return at == message->nlmsg_len;
}

Tuple readTuple(const nlattr *nest)
{
    Tuple tuple;
    for (const nlattr *part : NetlinkAttributes::nested(nest)) {
        for (const nlattr *attribute : NetlinkAttributes::nested(part)) {
            const auto *value = static_cast<const std::uint8_t *>(mnl_attr_get_payload(attribute));
            const bool addresses = mnl_attr_get_type(part) == CTA_TUPLE_IP;
            const std::uint16_t type = mnl_attr_get_type(attribute);
            if (addresses && type == CTA_IP_V4_SRC && mnl_attr_get_payload_len(attribute) == 4) {
                tuple.source = IpAddress::fromBytes(L3Protocol::Ipv4, value);
            } else if (addresses && type == CTA_IP_V4_DST && mnl_attr_get_payload_len(attribute) == 4) {
                tuple.destination = IpAddress::fromBytes(L3Protocol::Ipv4, value);
            } else if (!addresses && type == CTA_PROTO_NUM) {
                tuple.l4 = static_cast<L4Protocol>(*value);
            } else if (!addresses && type == CTA_PROTO_SRC_PORT) {
                tuple.sourcePort = ntohs(mnl_attr_get_u16(attribute));
            } else if (!addresses && type == CTA_PROTO_DST_PORT) {
                tuple.destinationPort = ntohs(mnl_attr_get_u16(attribute));
            }
        }
    }
    return tuple;
}

void readExpectation(const nlattr *nest, VerdictSeen &seen)
{
    seen.hasExpectation = true;
    for (const nlattr *attribute : NetlinkAttributes::nested(nest)) {
        switch (mnl_attr_get_type(attribute)) {
        case CTA_EXPECT_TUPLE:
            seen.hasTuple = true;
            seen.expected = readTuple(attribute);
            break;
        case CTA_EXPECT_MASK:
            seen.hasMask = true;
            break;
        case CTA_EXPECT_CLASS:
            seen.expectationClass = ntohl(mnl_attr_get_u32(attribute));
            break;
        default:
            break;
        }
    }
}

VerdictSeen read(const nlmsghdr *message)
{
    VerdictSeen seen;
    seen.wellFormed = isWellFormed(message);
    seen.batch = (message->nlmsg_type & 0xff) == NFQNL_MSG_VERDICT_BATCH;
    for (const nlattr *attribute : NetlinkAttributes::ofMessage(message, sizeof(nfgenmsg))) {
        switch (mnl_attr_get_type(attribute)) {
        case NFQA_VERDICT_HDR: {
            nfqnl_msg_verdict_hdr header;
            std::memcpy(&header, mnl_attr_get_payload(attribute), sizeof header);
            seen.id = ntohl(header.id);
            seen.verdict = ntohl(header.verdict);
            break;
        }
        case NFQA_CT:
            seen.hasConntrack = true;
            break;
        case NFQA_EXP:
            readExpectation(attribute, seen);
            break;
        case NFQA_PAYLOAD: {
            const auto *bytes = static_cast<const std::uint8_t *>(mnl_attr_get_payload(attribute));
            seen.payload.assign(bytes, bytes + mnl_attr_get_payload_len(attribute));
            break;
        }
        default:
            break;
        }
    }
    return seen;
}

} // namespace

std::vector<VerdictSeen> verdictsIn(const std::uint8_t *bytes, std::size_t size)
{
    std::vector<VerdictSeen> verdicts;
    int left = static_cast<int>(size);
    const auto *message = reinterpret_cast<const nlmsghdr *>(bytes);
    while (mnl_nlmsg_ok(message, left)) {
        verdicts.push_back(read(message));
        message = mnl_nlmsg_next(message, &left);
    }
    if (left != 0) {
        verdicts.emplace_back();
    }
    return verdicts;
}

} // namespace QueueBytes
