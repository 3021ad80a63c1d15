// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"
#include "packetbuilder.h"

#include "helpers/helperrunner.h"
#include "helpers/registry.h"

#include <algorithm>
#include <memory>
#include <string_view>

using namespace Trackhand;
using Fuzz::check;

namespace {

void checkExpectations(const Wire::Proposal &proposal, const Wire::PacketRecord &record)
{
    for (std::size_t i = 0; i < proposal.expectationCount; ++i) {
        const Wire::ExpectationProposal &expectation = proposal.expectations[i];
        const IpAddress &to = expectation.tuple.destination;
        const std::string_view child = expectation.childHelper.data();
        check(to == record.original.source || to == record.original.destination || to == record.reply.destination,
            "no expectation to another host");
        check(expectation.tuple.destinationPort >= 1024, "no expectation to a low port");
        check(expectation.looseSourceBits == 0, "no expectation from anywhere");
        check(child.empty() || child == "h323", "no other helper");
        check(expectation.nat == Wire::NatFunction::None || record.hasNat(), "no translation where there is none");
    }
}

} // namespace

/// A conversation from the input. The first byte says whether it is of RAS, and whether the client is masqueraded; then
/// two bytes a packet say who speaks, how far from the expected place, and how long the payload is, which follows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    HelperRunner runner(createHelper("h323").take(), 2);
    static const auto proposal = std::make_unique<Wire::Proposal>();
    const bool isRas = size > 0 && (data[0] & 1) != 0;
    Wire::PacketRecord record;
    record.original = isRas ? Test::tcpTuple("10.0.1.2", 1719, "10.0.2.2", 1719)
                            : Test::tcpTuple("10.0.1.2", 40000, "10.0.2.2", 1720);
    record.original.l4 = isRas ? L4Protocol::Udp : L4Protocol::Tcp;
    record.reply = record.original.inverted();
    if (size > 0 && (data[0] & 2) != 0) {
        record.reply.destination = *IpAddress::parse("10.0.2.1");
    }
    std::uint32_t next[2] {0xffffff00, 5000};
    for (std::size_t at = 1; at + 2 <= size;) {
        const int from = data[at] & 1;
        const int shift = (data[at] >> 1 & 15) < 10 ? 0 : static_cast<int>(data[at] >> 1 & 127) - 64;
        const std::size_t length = std::min<std::size_t>(data[at + 1], size - at - 2);
        const std::string_view payload(reinterpret_cast<const char *>(data) + at + 2, length);
        const Tuple tuple = from == 0 ? record.reply.inverted() : record.original.inverted();
        const std::uint32_t sequence = next[from] + static_cast<std::uint32_t>(shift);
        const std::uint32_t acknowledged = next[1 - from] + (data[at] >> 7) * 100;
        const auto bytes = isRas ? Test::udpPacket(tuple, payload)
                                 : Test::tcpPacket(tuple, {sequence, acknowledged, Test::Ack, payload});
        record.ctInfo = from == 0 ? CtInfo::Established : CtInfo::EstablishedReply;
        record.originalLength = record.payloadLength = static_cast<std::uint32_t>(bytes.size());
        runner.judge(record, bytes, *proposal);
        checkExpectations(*proposal, record);
        check(!proposal->mangled || (record.hasNat() && proposal->payloadLength == bytes.size()),
            "a packet is rewritten in place, and only where there is translation");
        next[from] += shift == 0 ? static_cast<std::uint32_t>(length) : 0;
        at += 2 + length;
    }
    return 0;
}
