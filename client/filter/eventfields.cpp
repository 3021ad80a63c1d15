// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/eventfields.h"

#include "wire/ring/eventnames.h"

namespace Trackhand {

namespace {

using Number = std::optional<double>;
using Text = std::optional<std::string_view>;
using Address = std::optional<IpAddress>;

bool isPacket(const EventRecord &event)
{
    return event.kind == EventKind::Packet;
}

bool hasDetail(const EventRecord &event)
{
    return event.kind == EventKind::Expectation || event.kind == EventKind::Flow;
}

bool hasMaster(const EventRecord &event)
{
    return hasDetail(event) && event.expectation.masterL4 != L4Protocol::Unspecified;
}

Text nonEmpty(std::string_view text)
{
    return text.empty() ? Text() : Text(text);
}

Number packetNumber(const EventRecord &event, double number)
{
    return isPacket(event) ? Number(number) : Number();
}

// An expectation's record has the same bytes, but the kernel says nothing of the kind about it.
Number flowNumber(const EventRecord &event, double number)
{
    return event.kind == EventKind::Flow ? Number(number) : Number();
}

Number flagNumber(const EventRecord &event, bool applies, std::uint8_t flag)
{
    return applies ? Number((event.flags & flag) != 0 ? 1 : 0) : Number();
}

Address source(const EventRecord &event)
{
    const bool any = event.kind == EventKind::Expectation && (event.flags & EventFlag::AnySource) != 0;
    return any || event.l3 == L3Protocol::Unspecified ? Address() : Address(event.tuple().source);
}

Address destination(const EventRecord &event)
{
    return event.l3 == L3Protocol::Unspecified ? Address() : Address(event.tuple().destination);
}

Number sourcePort(const EventRecord &event)
{
    return event.l4 == L4Protocol::Unspecified ? Number() : Number(event.sourcePort);
}

Number destinationPort(const EventRecord &event)
{
    return event.l4 == L4Protocol::Unspecified ? Number() : Number(event.destinationPort);
}

Text helper(const EventRecord &event)
{
    return nonEmpty(event.helperName());
}

Text className(const EventRecord &event)
{
    return event.kind == EventKind::Expectation ? nonEmpty(event.className()) : Text();
}

Text note(const EventRecord &event)
{
    return isPacket(event) ? Text(event.noteText()) : Text();
}

EventField number(const char *name, EventField::NumberGetter getter)
{
    return {name, EventField::Type::Number, {getter}, {}, {}, {}};
}

EventField yesNo(const char *name, EventField::NumberGetter getter)
{
    return {name, EventField::Type::YesNo, {getter}, {}, {}, {}};
}

EventField text(const char *name, EventField::TextGetter getter, const QStringList &allowed = {})
{
    return {name, EventField::Type::Text, {}, {getter}, {}, allowed};
}

EventField address(const char *name, std::vector<EventField::AddressGetter> getters)
{
    return {name, EventField::Type::Address, {}, {}, std::move(getters), {}};
}

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(QLatin1Char(' '));
}

QStringList l4Names()
{
    return words("tcp udp sctp dccp gre any");
}

std::vector<EventField> commonFields()
{
    return {
        text(
            "event", [](const EventRecord &e) { return nonEmpty(kindName(e.kind)); }, words("packet expectation flow")),
        text("helper", helper),
        text(
            "l3", [](const EventRecord &e) -> Text { return toString(e.l3); }, words("ipv4 ipv6 any")),
        text(
            "l4", [](const EventRecord &e) -> Text { return toString(e.l4); }, l4Names()),
        address("src", {source}),
        address("dst", {destination}),
        address("addr", {source, destination}),
        number("sport", sourcePort),
        number("dport", destinationPort),
        {"port", EventField::Type::Number, {sourcePort, destinationPort}, {}, {}, {}},
    };
}

std::vector<EventField> packetFields()
{
    return {
        number("queue", [](const EventRecord &e) { return packetNumber(e, e.queue); }),
        number("id", [](const EventRecord &e) { return packetNumber(e, e.packetId); }),
        number("hw_protocol", [](const EventRecord &e) { return packetNumber(e, e.hwProtocol); }),
        number("hook", [](const EventRecord &e) { return packetNumber(e, e.hook); }),
        number("indev", [](const EventRecord &e) { return packetNumber(e, e.inDevice); }),
        number("outdev", [](const EventRecord &e) { return packetNumber(e, e.outDevice); }),
        number("payload_len", [](const EventRecord &e) { return packetNumber(e, e.payloadLength); }),
        number("latency_us", [](const EventRecord &e) { return packetNumber(e, e.latencyNs / 1000.0); }),
        text(
            "ctinfo", [](const EventRecord &e) { return isPacket(e) ? nonEmpty(ctInfoName(e.ctInfo)) : Text(); },
            words("established related new")),
        text(
            "direction", [](const EventRecord &e) { return isPacket(e) ? nonEmpty(directionName(e.ctInfo)) : Text(); },
            words("original reply")),
        text(
            "verdict", [](const EventRecord &e) { return isPacket(e) ? nonEmpty(verdictName(e.verdict())) : Text(); },
            words("accept drop")),
        text("note", note),
        yesNo("mangled", [](const EventRecord &e) { return flagNumber(e, isPacket(e), EventFlag::Mangled); }),
        yesNo("fail_open", [](const EventRecord &e) { return flagNumber(e, isPacket(e), EventFlag::FailOpen); }),
        yesNo("refused", [](const EventRecord &e) { return flagNumber(e, isPacket(e), EventFlag::Refused); }),
    };
}

std::vector<EventField> expectationFields()
{
    return {
        text(
            "action", [](const EventRecord &e) { return hasDetail(e) ? nonEmpty(actionName(e.action())) : Text(); },
            words("new matched expired evicted removed updated")),
        text("class", className),
        number("timeout_s", [](const EventRecord &e) { return hasDetail(e) ? Number(e.timeoutSeconds) : Number(); }),
        number("mark", [](const EventRecord &e) { return flowNumber(e, e.expectation.mark); }),
        yesNo("nat",
            [](const EventRecord &e) { return flagNumber(e, e.kind == EventKind::Expectation, EventFlag::Nat); }),
        number("status", [](const EventRecord &e) { return flowNumber(e, e.expectation.status); }),
        number(
            "bytes_original", [](const EventRecord &e) { return flowNumber(e, double(e.expectation.bytesOriginal)); }),
        number("bytes_reply", [](const EventRecord &e) { return flowNumber(e, double(e.expectation.bytesReply)); }),
        address("master.src", {[](const EventRecord &e) {
            return hasMaster(e) ? Address(e.masterTuple().source) : Address();
        }}),
        address("master.dst", {[](const EventRecord &e) {
            return hasMaster(e) ? Address(e.masterTuple().destination) : Address();
        }}),
        text(
            "master.l4",
            [](const EventRecord &e) { return hasMaster(e) ? Text(toString(e.expectation.masterL4)) : Text(); },
            l4Names()),
        number("master.sport",
            [](const EventRecord &e) { return hasMaster(e) ? Number(e.expectation.masterSourcePort) : Number(); }),
        number("master.dport",
            [](const EventRecord &e) { return hasMaster(e) ? Number(e.expectation.masterDestinationPort) : Number(); }),
    };
}

std::vector<EventField> allFields()
{
    std::vector<EventField> all = commonFields();
    for (auto &part : {packetFields(), expectationFields()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

const std::vector<EventField> &eventFields()
{
    static const std::vector<EventField> fields = allFields();
    return fields;
}

const EventField *findEventField(QStringView name)
{
    for (const EventField &field : eventFields()) {
        if (name == QLatin1String(field.name)) {
            return &field;
        }
    }
    return nullptr;
}

} // namespace Trackhand
