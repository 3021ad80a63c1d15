// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"

#include "backend/gate/queuemessage.h"

#include <vector>

using namespace Trackhand;

/// Any bytes as a message of the kernel on a queue socket.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr std::uint64_t Now = 4711;
    const std::vector<std::uint8_t> bytes(data, data + size); // aligned, as the gate's buffers are
    const QueueMessage message = decodeQueueMessage(bytes, Now);
    if (message.kind != QueueMessage::Kind::Packet) {
        Fuzz::check(message.payload.empty(), "a payload of what is no packet");
        return 0;
    }
    const auto &packet = message.packet;
    const bool within = message.payload.empty()
        || (message.payload.data() >= bytes.data()
            && message.payload.data() + message.payload.size() <= bytes.data() + bytes.size());
    Fuzz::check(within, "a payload outside its message");
    Fuzz::check(packet.payloadLength == message.payload.size(), "a payload length that is not the payload's");
    Fuzz::check(packet.originalLength >= packet.payloadLength, "a packet shorter than what was copied of it");
    Fuzz::check(packet.helperDataLength <= packet.helperData.size(), "more private data than there is room");
    Fuzz::check(packet.receivedNs == Now, "a time that the message chose");
    Fuzz::check(message.packetId == packet.packetId, "two ids");
    for (const Tuple *tuple : {&packet.original, &packet.reply}) {
        const auto known = [](L3Protocol family) {
            return family == L3Protocol::Unspecified || family == L3Protocol::Ipv4 || family == L3Protocol::Ipv6;
        };
        Fuzz::check(known(tuple->source.family) && known(tuple->destination.family), "an unknown address family");
    }
    return 0;
}
