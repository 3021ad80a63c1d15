// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packetbuilder.h"

#include "helpers/helperrunner.h"
#include "helpers/registry.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace Trackhand;

/// A conversation from the input: two bytes a segment say who speaks, how far from the expected place, and how long
/// the payload is, which follows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    HelperRunner runner(createHelper("ftp").take(), 2);
    static const auto proposal = std::make_unique<Wire::Proposal>();
    Wire::PacketRecord record;
    record.original = Test::tcpTuple("10.0.1.2", 40000, "10.0.2.2", 21);
    record.reply = record.original.inverted();
    record.helperDataLength = runner.descriptor().privateDataLength;
    std::uint32_t next[2] {0xffffff00, 5000};
    for (std::size_t at = 0; at + 2 <= size;) {
        const int from = data[at] & 1;
        const int shift = (data[at] >> 1 & 15) < 10 ? 0 : static_cast<int>(data[at] >> 1 & 127) - 64;
        const std::size_t length = std::min<std::size_t>(data[at + 1], size - at - 2);
        const std::string_view payload(reinterpret_cast<const char *>(data) + at + 2, length);
        const std::uint32_t sequence = next[from] + static_cast<std::uint32_t>(shift);
        const auto bytes = Test::tcpPacket(from == 0 ? record.original : record.reply,
            {sequence, next[1 - from] + (data[at] >> 7) * 100, Test::Ack, payload});
        record.ctInfo = from == 0 ? CtInfo::Established : CtInfo::EstablishedReply;
        record.originalLength = record.payloadLength = static_cast<std::uint32_t>(bytes.size());
        runner.judge(record, bytes, *proposal);
        for (std::size_t i = 0; i < proposal->expectationCount; ++i) {
            const Tuple &tuple = proposal->expectations[i].tuple;
            const bool own =
                tuple.destination == record.original.source || tuple.destination == record.original.destination;
            if (!own || tuple.destinationPort < 1024) {
                std::abort(); // never a hole to another host or to a low port
            }
        }
        next[from] += shift == 0 ? static_cast<std::uint32_t>(length) : 0;
        at += 2 + length;
    }
    return 0;
}
