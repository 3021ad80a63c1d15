// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/evidence/evidencefile.h"

#include "wire/capture/packetcomment.h"
#include "wire/capture/pcapng.h"

#include <charconv>

namespace Trackhand {

namespace {

constexpr std::size_t MaxReasonLength = 500;
constexpr std::string_view PacketsWord = " packets=";
constexpr std::string_view InHandWord = " in_hand ";
constexpr std::string_view ReasonWord = " reason=";

} // namespace

// In words as the packets' comments are; the reason last, because it may hold anything.
std::string evidenceFile(const std::string &helper, const std::string &reason, const LastMoments &lastMoments)
{
    std::string comment = "helper=" + helper;
    comment.append(PacketsWord).append(std::to_string(lastMoments.packets.size()));
    if (lastMoments.inHand) {
        comment.append(InHandWord.substr(0, InHandWord.size() - 1));
    }
    comment.append(ReasonWord).append(validUtf8(reason.substr(0, MaxReasonLength)));
    std::string file;
    Wire::Pcapng::appendHead(file, "trackhandd " TRACKHAND_VERSION, comment);
    for (const LastMoments::Packet &packet : lastMoments.packets) {
        Wire::Pcapng::appendPacket(file, packet.event, packet.bytes, packet.event.payloadLength);
    }
    return file;
}

EvidenceHead evidenceHead(std::string_view file)
{
    EvidenceHead head;
    const std::string_view comment = Wire::Pcapng::commentOf(file);
    const std::size_t reason = comment.find(ReasonWord);
    const std::string_view words = comment.substr(0, reason == comment.npos ? reason : reason + 1);
    if (reason != comment.npos) {
        head.reason = comment.substr(reason + ReasonWord.size());
    }
    if (const std::size_t packets = words.find(PacketsWord); packets != words.npos) {
        std::from_chars(words.data() + packets + PacketsWord.size(), words.data() + words.size(), head.packets);
    }
    head.inHand = words.find(InHandWord) != words.npos;
    return head;
}

} // namespace Trackhand
