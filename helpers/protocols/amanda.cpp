// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/amanda.h"

#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/rewrite.h"
#include "helpers/packet/shorttext.h"
#include "helpers/protocols/amandasyntax.h"

#include <array>
#include <functional>

namespace Trackhand {

namespace {

} // namespace

/// The last reply's ports and what they were announced as. A reply is sent again until it is acknowledged, and each
/// copy must announce the same.
class AmandaFlow : public FlowState {
public:
    void reset() override
    {
        m_digest = 0;
        m_publicPorts = {};
    }

    /// A reply has come. What the last one was announced as is forgotten unless this is the same again.
    void begin(std::string_view reply)
    {
        const std::size_t digest = std::hash<std::string_view>()(reply);
        if (digest != m_digest) {
            m_digest = digest;
            m_publicPorts = {};
        }
    }

    /// What the reply is to say in place of the port of its stream @p index; 0: not known yet.
    std::uint16_t &publicPort(std::size_t index) { return m_publicPorts[index]; }

private:
    std::size_t m_digest = 0;
    std::array<std::uint16_t, Amanda::Connect::MaxStreams> m_publicPorts {};
};

struct AmandaHelper::Context {
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
};

const HelperDescriptor &AmandaHelper::describe()
{
    static const HelperDescriptor descriptor {
        .name = "amanda",
        .summary = "Backups with Amanda over UDP: the TCP streams that amandad announces in its replies.",
        .advice = "Attach it to udp/10080 of the machines that are backed up, from the backup server alone.",
        .l3 = {L3Protocol::Ipv4, L3Protocol::Ipv6},
        .l4 = {L4Protocol::Udp},
        .ports = {10080},
        .classes = {{.name = "amanda", .maximum = Amanda::Connect::MaxStreams, .timeoutSeconds = 180}},
        .options = {{.name = "allow_low_ports",
            .kind = OptionKind::Boolean,
            .defaultValue = "false",
            .text = "also expect streams to ports below 1024",
            .grants = OptionGrant::LowPorts}},
    };
    return descriptor;
}

AmandaHelper::AmandaHelper(const OptionValues &options)
    : m_allowLowPorts(options.boolean("allow_low_ports"))
{
}

std::unique_ptr<FlowState> AmandaHelper::newFlowState() const
{
    return std::make_unique<AmandaFlow>();
}

Judgement AmandaHelper::onPacket(
    const Packet &packet, Connection &connection, Expectations &expectations, Rewrite &rewrite)
{
    if (packet.headers().tuple.l4 != L4Protocol::Udp || packet.headers().fragment) {
        return Judgement::Accept;
    }
    const auto payload = packet.payload();
    const std::string_view text(reinterpret_cast<const char *>(payload.data()), payload.size());
    const std::string_view kind = Amanda::packetKind(text);
    connection.note().append(kind.empty() ? "no packet of Amanda" : kind);
    if (packet.direction() == Direction::Reply && (kind == "REP" || kind == "PREP")) {
        Context context {packet, connection, expectations, rewrite};
        onReply(text, context);
    }
    return Judgement::Accept;
}

void AmandaHelper::onReply(std::string_view reply, Context &context) const
{
    const auto connect = Amanda::parseConnect(reply);
    if (!connect) {
        return;
    }
    auto &flow = context.connection.state<AmandaFlow>();
    flow.begin(reply);
    context.connection.note().append(" CONNECT");
    for (std::size_t i = 0; i < connect->streams().size(); ++i) {
        onStream(connect->streams()[i], flow.publicPort(i), context);
    }
}

void AmandaHelper::onStream(const Amanda::Stream &stream, std::uint16_t &publicPort, Context &context) const
{
    Note &note = context.connection.note().append(" ").append(stream.name).append(" ").append(stream.portText);
    if (stream.port < FirstUnprivilegedPort && !m_allowLowPorts) {
        note.append(" refused: below 1024 (option allow_low_ports);");
        return;
    }
    auto expectation = expectationToSender(context.connection, L4Protocol::Tcp, stream.port);
    if (expectation.nat != Wire::NatFunction::None) {
        if (publicPort == 0) {
            publicPort = context.expectations.reservePorts(expectation).value_or(0);
        }
        if (publicPort == 0) {
            note.append(" refused: no port of the translated address is free for it;");
            return;
        }
        expectation.tuple.destinationPort = publicPort;
        if (publicPort != stream.port && !announce(stream, publicPort, context)) {
            return;
        }
    }
    context.expectations.add(expectation);
}

/// Writes what the one who asked is to read in place of the port.
bool AmandaHelper::announce(const Amanda::Stream &stream, std::uint16_t publicPort, Context &context)
{
    Note &note = context.connection.note();
    const auto *payload = reinterpret_cast<const char *>(context.packet.payload().data());
    const auto offset = static_cast<std::size_t>(stream.portText.data() - payload);
    ShortText text;
    text << std::uint64_t {publicPort};
    if (!context.rewrite.replace(offset, stream.portText.size(), text.view())) {
        note.append(" refused: the packet cannot be rewritten;");
        return false;
    }
    note.append(" as ").append(text.view());
    return true;
}

} // namespace Trackhand
