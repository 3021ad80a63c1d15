// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "check.h"
#include "packetbuilder.h"

#include "helpers/helperrunner.h"
#include "helpers/registry.h"

#include <algorithm>
#include <memory>
#include <string_view>

namespace Fuzz {

using namespace Trackhand;

/// A conversation over TCP from the input, judged by a helper with its options as they are by default. The first byte
/// says whether the client is behind a translated address, the server behind another; then two bytes a segment say who
/// speaks, how far from the expected place, and how long the payload is, which follows. Whatever is said, nothing is
/// expected of another host than the two, or at a port below 1024, or to be handed on to another host than the one that
/// spoke.
inline void judgeConversation(
    std::string_view helper, std::uint16_t port, bool fromAnywhere, const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return;
    }
    HelperRunner runner(createHelper(helper).take(), 2);
    static const auto proposal = std::make_unique<Wire::Proposal>();
    Wire::PacketRecord record;
    record.original = Test::tcpTuple("10.0.1.2", 40000, data[0] & 1 ? "10.0.1.1" : "10.0.2.2", port);
    record.reply = Test::tcpTuple("10.0.2.2", port, data[0] & 2 ? "10.0.2.1" : "10.0.1.2", 40000);
    record.helperDataLength = runner.descriptor().privateDataLength;
    const auto isEnd = [&record](const IpAddress &address) {
        return address == record.original.source || address == record.original.destination
            || address == record.reply.source || address == record.reply.destination;
    };
    std::uint32_t next[2] {0xffffff00, 5000};
    for (std::size_t at = 1; at + 2 <= size;) {
        const int from = data[at] & 1;
        const int shift = (data[at] >> 1 & 15) < 10 ? 0 : static_cast<int>(data[at] >> 1 & 127) - 64;
        const std::size_t length = std::min<std::size_t>(data[at + 1], size - at - 2);
        const std::string_view payload(reinterpret_cast<const char *>(data) + at + 2, length);
        const std::uint32_t sequence = next[from] + static_cast<std::uint32_t>(shift);
        const auto bytes = Test::tcpPacket(from == 0 ? record.reply.inverted() : record.original.inverted(),
            {sequence, next[1 - from] + (data[at] >> 7) * 100U, Test::Ack, payload});
        record.ctInfo = from == 0 ? CtInfo::Established : CtInfo::EstablishedReply;
        record.originalLength = record.payloadLength = static_cast<std::uint32_t>(bytes.size());
        runner.judge(record, bytes, *proposal);
        check(!proposal->mangled || record.hasNat(), "a packet was rewritten without need");
        for (std::size_t i = 0; i < proposal->expectationCount; ++i) {
            const auto &expectation = proposal->expectations[i];
            check(isEnd(expectation.tuple.destination), "an expectation to a third host");
            check(fromAnywhere ? expectation.fromAnywhere() : isEnd(expectation.tuple.source),
                "an expectation from a third host");
            check(expectation.tuple.destinationPort >= 1024, "an expectation to a low port");
            check(expectation.nat == Wire::NatFunction::None
                    || (expectation.natPort >= 1024
                        && expectation.natAddress
                            == (expectation.natDirection == 1 ? record.original : record.reply).source),
                "handed on to where nobody said");
        }
        next[from] += shift == 0 ? static_cast<std::uint32_t>(length) : 0;
        at += 2 + length;
    }
}

} // namespace Fuzz
