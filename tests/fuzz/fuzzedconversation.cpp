// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzedconversation.h"

#include <memory>
#include <string_view>

using namespace Trackhand;

namespace Fuzz {

namespace {

constexpr int MaxPackets = 64; ///< or long inputs are a thousand empty packets each, and there are few of them

constexpr std::uint8_t Ipv6 = 0x01;
constexpr std::uint8_t ClientTranslated = 0x02;
constexpr std::uint8_t ServerTranslated = 0x04;
constexpr std::uint8_t Handshake = 0x08;
constexpr std::uint8_t Granted = 0x10;

constexpr std::uint8_t FromServer = 0x01;
constexpr std::uint8_t Shifted = 0x02;
constexpr std::uint8_t Ends = 0x04;
constexpr std::uint8_t AcknowledgesMore = 0x08;
constexpr std::uint8_t Cut = 0x10;
constexpr std::uint8_t Anew = 0x20;
constexpr std::uint8_t Again = 0x40;

struct Hosts {
    std::string_view client;
    std::string_view server;
    std::string_view clientSeen; ///< by the server, when it is translated
    std::string_view serverSeen;
    std::array<std::string_view, 4> groups; ///< of mdns, ssdp, slp, and all
};
constexpr Hosts Four {"10.0.1.2", "10.0.2.2", "10.0.2.1", "10.0.1.1",
    {"224.0.0.251", "239.255.255.250", "239.255.255.253", "255.255.255.255"}};
constexpr Hosts Six {
    "fd00:1::2", "fd00:2::2", "fd00:2::1", "fd00:1::1", {"ff02::fb", "ff02::c", "ff02::116", "ff02::1:2"}};

IpAddress address(std::string_view text)
{
    return *IpAddress::parse(text);
}

/// Any value of an option that is not its default.
std::string otherValue(const OptionSpec &option)
{
    switch (option.kind) {
    case OptionKind::Boolean:
        return option.defaultValue == "true" ? "false" : "true";
    case OptionKind::Integer:
        return std::to_string(option.defaultValue == std::to_string(option.maximum) ? option.minimum : option.maximum);
    case OptionKind::Text:
        break;
    }
    return option.defaultValue;
}

} // namespace

FuzzedConversation::FuzzedConversation(
    const HelperDescriptor &helper, const MakeHelper &makeHelper, Input &input)
    : m_helper(helper)
    , m_input(input)
    , m_world(input.number<std::uint8_t>())
    , m_takenPorts(input.number<std::uint8_t>())
    , m_runner(makeHelper(options()), 2)
{
    m_runner.setPortAuthority(this);
    setTuples(input.number<std::uint8_t>());
    m_record.ctId = 1;
    m_record.helperDataLength = helper.privateDataLength;
}

HelperOptions FuzzedConversation::options() const
{
    HelperOptions options;
    for (const OptionSpec &option : m_helper.options) {
        if ((m_world & Granted) != 0 && option.grants != OptionGrant::None) {
            options[option.name] = otherValue(option);
        }
    }
    return options;
}

bool FuzzedConversation::grants(OptionGrant grant) const
{
    return std::ranges::any_of(m_helper.options, [&](const OptionSpec &option) {
        return (m_world & Granted) != 0 && option.grants == grant && otherValue(option) != option.defaultValue;
    });
}

void FuzzedConversation::setTuples(std::uint8_t ports)
{
    const auto understands = [&](L3Protocol l3) {
        return std::ranges::find(m_helper.l3, l3) != m_helper.l3.end();
    };
    const bool six = understands(L3Protocol::Ipv6) && ((m_world & Ipv6) != 0 || !understands(L3Protocol::Ipv4));
    const Hosts &hosts = six ? Six : Four;
    const std::uint16_t port = m_helper.ports.empty() ? 4711 : m_helper.ports[(ports & 15U) % m_helper.ports.size()];
    const std::size_t group = ports >> 4 & 7U;
    const bool toGroup = group >= 1 && group <= hosts.groups.size();
    m_original = {address(hosts.client), address(toGroup ? hosts.groups[group - 1] : hosts.server),
        (ports & 0x80) != 0 ? port : std::uint16_t {40000}, port, m_helper.l4[(m_world >> 6U) % m_helper.l4.size()]};
    m_reply = m_original.inverted();
    if ((m_world & ClientTranslated) != 0) {
        m_reply.destination = address(hosts.clientSeen);
    }
    if ((m_world & ServerTranslated) != 0 && !toGroup) {
        m_original.destination = address(hosts.serverSeen);
    }
    m_record.original = m_original;
    m_record.reply = m_reply;
}

std::optional<std::uint16_t> FuzzedConversation::request(const Wire::PortRequest &request)
{
    (*m_ports)(m_record, request);
    const unsigned port = request.first.tuple.destinationPort + unsigned {m_takenPorts};
    if (m_takenPorts == 255 || port + request.count > 65536) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(port);
}

void FuzzedConversation::run(const Onlooker &onlooker, const PortsOnlooker &ports)
{
    m_ports = &ports;
    if (isTcp() && (m_world & Handshake) != 0) {
        handshake(onlooker);
    }
    for (int i = 0; i < MaxPackets && !m_input.rest().empty(); ++i) {
        packet(onlooker);
    }
}

void FuzzedConversation::handshake(const Onlooker &onlooker)
{
    send(0, {m_next[0] - 1, {}}, Test::Syn, onlooker);
    send(1, {m_next[1] - 1, {}}, Test::Syn | Test::Ack, onlooker);
    send(0, {m_next[0], {}}, Test::Ack, onlooker);
}

void FuzzedConversation::packet(const Onlooker &onlooker)
{
    const auto kind = m_input.number<std::uint8_t>();
    const std::size_t from = (kind & FromServer) != 0 ? 1 : 0;
    const auto flags = static_cast<std::uint8_t>(Test::Ack | ((kind & Ends) != 0 ? Test::Fin : 0));
    m_ackAhead = (kind & AcknowledgesMore) != 0 ? 100 : 0;
    m_record.ctId += (kind & Anew) != 0 ? 1 : 0;
    if ((kind & Again) == 0) {
        const int shift = (kind & Shifted) != 0 ? m_input.number<std::int8_t>() : 0;
        const auto length = m_input.number<std::uint16_t>();
        const auto payload = m_input.bytes(length);
        m_last[from] = {m_next[from] + static_cast<std::uint32_t>(shift), {payload.begin(), payload.end()}};
        m_next[from] += shift == 0 ? static_cast<std::uint32_t>(payload.size()) : 0;
    }
    m_record.originalLength = (kind & Cut) != 0 ? 0xffff : 0;
    send(from, m_last[from], flags, onlooker);
}

/// As the kernel shows it: behind all address translation.
void FuzzedConversation::send(std::size_t from, const Said &said, std::uint8_t tcpFlags, const Onlooker &onlooker)
{
    static const auto proposal = std::make_unique<Wire::Proposal>();
    const Tuple onWire = from == 0 ? m_reply.inverted() : m_original.inverted();
    const std::string_view payload(reinterpret_cast<const char *>(said.payload.data()), said.payload.size());
    const auto bytes = isTcp()
        ? Test::tcpPacket(onWire, {said.sequence, m_next[1 - from] + m_ackAhead, tcpFlags, payload})
        : Test::udpPacket(onWire, payload);
    m_replied = m_replied || from == 1;
    m_record.ctInfo = from == 1 ? CtInfo::EstablishedReply : m_replied ? CtInfo::Established : CtInfo::New;
    m_record.payloadLength = static_cast<std::uint32_t>(bytes.size());
    m_record.originalLength = std::max(m_record.originalLength, m_record.payloadLength);
    ++m_record.packetId;
    m_runner.judge(m_record, bytes, *proposal);
    if (proposal->helperDataChanged) {
        m_record.helperData = proposal->helperData;
    }
    onlooker({m_record, bytes, *proposal});
}

} // namespace Fuzz
