// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/queuemessage.h"

#include "backend/gate/tupleattributes.h"
#include "backend/kernel/netlinkattributes.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <linux/netfilter/nfnetlink_queue.h>

namespace Trackhand {

namespace {

using Wire::PacketRecord;

/// Of the bytes in the original and in the reply direction.
using Shifts = std::array<Wire::SequenceShift, 2>;

constexpr int MaxErrno = 4095; // linux/err.h: the kernel sends none beyond it

std::uint32_t get32(const nlattr *attribute)
{
    return mnl_attr_get_payload_len(attribute) >= 4 ? ntohl(mnl_attr_get_u32(attribute)) : 0;
}

void decodeHelperData(const nlattr *nest, PacketRecord &packet)
{
    for (const nlattr *attribute : NetlinkAttributes::nested(nest)) {
        if (mnl_attr_get_type(attribute) == CTA_HELP_INFO) {
            const std::size_t size = std::min<std::size_t>(mnl_attr_get_payload_len(attribute), Wire::HelperDataSize);
            std::memcpy(packet.helperData.data(), mnl_attr_get_payload(attribute), size);
            packet.helperDataLength = static_cast<std::uint8_t>(size);
        }
    }
}

void decodeShift(const nlattr *nest, Wire::SequenceShift &shift)
{
    for (const nlattr *attribute : NetlinkAttributes::nested(nest)) {
        switch (mnl_attr_get_type(attribute)) {
        case CTA_SEQADJ_CORRECTION_POS:
            shift.position = get32(attribute);
            break;
        case CTA_SEQADJ_OFFSET_BEFORE:
            shift.before = static_cast<std::int32_t>(get32(attribute));
            break;
        case CTA_SEQADJ_OFFSET_AFTER:
            shift.after = static_cast<std::int32_t>(get32(attribute));
            break;
        default:
            break;
        }
    }
}

// Only what the gate checks or a helper may read: a full libnetfilter_conntrack parse costs as much as the queue
// itself.
void decodeConntrack(const nlattr *nest, PacketRecord &packet, Shifts &shifts)
{
    for (const nlattr *attribute : NetlinkAttributes::nested(nest)) {
        switch (mnl_attr_get_type(attribute)) {
        case CTA_TUPLE_ORIG:
            packet.original = tupleFrom(attribute);
            break;
        case CTA_TUPLE_REPLY:
            packet.reply = tupleFrom(attribute);
            break;
        case CTA_STATUS:
            packet.ctStatus = get32(attribute);
            break;
        case CTA_MARK:
            packet.ctMark = get32(attribute);
            break;
        case CTA_ID:
            packet.ctId = get32(attribute);
            break;
        case CTA_HELP:
            decodeHelperData(attribute, packet);
            break;
        case CTA_SEQ_ADJ_ORIG:
            decodeShift(attribute, shifts[0]);
            break;
        case CTA_SEQ_ADJ_REPLY:
            decodeShift(attribute, shifts[1]);
            break;
        default:
            break;
        }
    }
}

void decodePacketHeader(const nlattr *attribute, PacketRecord &packet)
{
    nfqnl_msg_packet_hdr header;
    // The kernel sends seven bytes; the struct is packed to the same size.
    if (mnl_attr_get_payload_len(attribute) < sizeof header) {
        return;
    }
    std::memcpy(&header, mnl_attr_get_payload(attribute), sizeof header);
    packet.packetId = ntohl(header.packet_id);
    packet.hwProtocol = ntohs(header.hw_protocol);
    packet.hook = header.hook;
}

void decodeAttribute(const nlattr *attribute, QueueMessage &message, Shifts &shifts)
{
    PacketRecord &packet = message.packet;
    switch (mnl_attr_get_type(attribute)) {
    case NFQA_PACKET_HDR:
        decodePacketHeader(attribute, packet);
        break;
    case NFQA_MARK:
        packet.mark = get32(attribute);
        break;
    case NFQA_IFINDEX_INDEV:
        packet.inDevice = get32(attribute);
        break;
    case NFQA_IFINDEX_OUTDEV:
        packet.outDevice = get32(attribute);
        break;
    case NFQA_PAYLOAD:
        message.payload = {
            static_cast<const std::uint8_t *>(mnl_attr_get_payload(attribute)), mnl_attr_get_payload_len(attribute)};
        break;
    case NFQA_CAP_LEN:
        packet.originalLength = get32(attribute);
        break;
    case NFQA_CT:
        decodeConntrack(attribute, packet, shifts);
        break;
    case NFQA_CT_INFO:
        packet.ctInfo = static_cast<CtInfo>(get32(attribute));
        break;
    default:
        break;
    }
}

void decodePacket(const nlmsghdr *header, std::uint64_t now, QueueMessage &message)
{
    message.kind = QueueMessage::Kind::Packet;
    Shifts shifts;
    for (const nlattr *attribute : NetlinkAttributes::ofMessage(header, sizeof(nfgenmsg))) {
        decodeAttribute(attribute, message, shifts);
    }
    message.packet.acknowledgedShift = shifts[message.packet.isReplyDirection() ? 0 : 1];
    message.packetId = message.packet.packetId;
    message.packet.receivedNs = now;
    message.packet.payloadLength = static_cast<std::uint32_t>(message.payload.size());
    message.packet.originalLength = std::max(message.packet.originalLength, message.packet.payloadLength);
}

} // namespace

QueueMessage decodeQueueMessage(std::span<const std::uint8_t> bytes, std::uint64_t now)
{
    QueueMessage message;
    // Not mnl_nlmsg_ok(): to libmnl 1.0.4 a length of 2 GiB and more is a negative one, which fits.
    const auto *header = reinterpret_cast<const nlmsghdr *>(bytes.data());
    if (bytes.size() < sizeof *header || header->nlmsg_len < sizeof *header || header->nlmsg_len > bytes.size()) {
        return message;
    }
    if (header->nlmsg_type == ((NFNL_SUBSYS_QUEUE << 8) | NFQNL_MSG_PACKET)
        && mnl_nlmsg_get_payload_len(header) >= sizeof(nfgenmsg)) {
        decodePacket(header, now, message);
    } else if (header->nlmsg_type == NLMSG_ERROR && mnl_nlmsg_get_payload_len(header) >= sizeof(nlmsgerr)) {
        const auto *answer = static_cast<const nlmsgerr *>(mnl_nlmsg_get_payload(header));
        if (answer->msg.nlmsg_type != ((NFNL_SUBSYS_QUEUE << 8) | NFQNL_MSG_VERDICT)) {
            return message; // a VERDICT_BATCH that found nothing is refused too, and nothing is lost by that
        }
        message.kind = QueueMessage::Kind::VerdictRefused;
        message.error = answer->error <= 0 && answer->error >= -MaxErrno ? -answer->error : EPROTO;
        message.packetId = answer->msg.nlmsg_seq; // VerdictWriter numbers its messages by packet
    }
    return message;
}

} // namespace Trackhand
