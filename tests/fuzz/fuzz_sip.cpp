// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"
#include "packetbuilder.h"

#include "helpers/helperrunner.h"
#include "helpers/registry.h"
#include "wire/net/headers.h"

#include <memory>

using namespace Trackhand;

namespace {

/// The first byte of the input: how the connection is.
constexpr std::uint8_t Tcp = 1;
constexpr std::uint8_t Ipv6 = 2;
constexpr std::uint8_t Masqueraded = 4;
constexpr std::uint8_t Forwarded = 8;

Wire::PacketRecord connection(std::uint8_t how)
{
    const bool ipv6 = (how & Ipv6) != 0;
    Wire::PacketRecord record;
    record.original = ipv6 ? Test::tcpTuple("fd00:1::2", 5060, "fd00:2::2", 5060)
                           : Test::tcpTuple("10.0.1.2", 5060, "10.0.2.2", 5060);
    record.original.l4 = (how & Tcp) != 0 ? L4Protocol::Tcp : L4Protocol::Udp;
    record.reply = record.original.inverted();
    if ((how & Masqueraded) != 0) {
        record.reply.destination = *IpAddress::parse(ipv6 ? "fd00:2::1" : "10.0.2.1");
        record.reply.destinationPort = 1024;
    }
    if ((how & Forwarded) != 0) {
        record.original.destination = *IpAddress::parse(ipv6 ? "fd00:1::1" : "10.0.1.1");
    }
    return record;
}

bool isEnd(const IpAddress &address, const Wire::PacketRecord &record)
{
    return address == record.original.source || address == record.original.destination || address == record.reply.source
        || address == record.reply.destination;
}

void checkProposal(const Wire::Proposal &proposal, const Wire::PacketRecord &record)
{
    Fuzz::check(proposal.verdict == Verdict::Accept, "a packet dropped");
    for (std::size_t i = 0; i < proposal.expectationCount; ++i) {
        const auto &expectation = proposal.expectations[i];
        Fuzz::check(isEnd(expectation.tuple.source, record), "an expectation from a third host");
        Fuzz::check(isEnd(expectation.tuple.destination, record), "an expectation to a third host");
        Fuzz::check(expectation.tuple.destinationPort >= 1024, "an expectation to a low port");
        Fuzz::check(expectation.classIndex < 4 && expectation.looseSourceBits == 0, "an expectation too wide");
        const bool translated = expectation.nat != Wire::NatFunction::None;
        Fuzz::check(!translated || (expectation.natPort >= 1024 && isEnd(expectation.natAddress, record)),
            "an expectation handed on to where it must not");
    }
    if (proposal.mangled) {
        const auto headers = parseHeaders(proposal.replacement());
        Fuzz::check(headers.has_value() && record.hasNat(), "a packet rewritten badly, or for nothing");
    }
}

} // namespace

/// A conversation from the input: three bytes a packet say who speaks, how far from the expected place, and how long
/// the payload is, which follows.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    HelperRunner runner(createHelper("sip").take(), 2);
    static const auto proposal = std::make_unique<Wire::Proposal>();
    Wire::PacketRecord record = connection(data[0]);
    record.helperDataLength = runner.descriptor().privateDataLength;
    std::uint32_t next[2] {0xffffff00, 5000};
    for (std::size_t at = 1; at + 3 <= size;) {
        const int from = data[at] & 1;
        const int shift = (data[at] >> 1 & 15) < 10 ? 0 : static_cast<int>(data[at] >> 1 & 127) - 64;
        const std::size_t length = std::min<std::size_t>(data[at + 1] * 256U + data[at + 2], size - at - 3);
        const std::string_view payload(reinterpret_cast<const char *>(data) + at + 3, length);
        const Tuple tuple = from == 0 ? record.reply.inverted() : record.original.inverted();
        const auto bytes = tuple.l4 == L4Protocol::Udp
            ? Test::udpPacket(tuple, payload)
            : Test::tcpPacket(tuple,
                {next[from] + static_cast<std::uint32_t>(shift), next[1 - from] + (data[at] >> 7) * 100, Test::Ack,
                    payload});
        record.ctInfo = from == 0 ? CtInfo::Established : CtInfo::EstablishedReply;
        record.originalLength = record.payloadLength = static_cast<std::uint32_t>(bytes.size());
        runner.judge(record, bytes, *proposal);
        checkProposal(*proposal, record);
        next[from] += shift == 0 ? static_cast<std::uint32_t>(length) : 0;
        at += 3 + length;
    }
    return 0;
}
