// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"

#include "client/export/jsonline.h"
#include "wire/ring/eventnames.h"

namespace Trackhand {

namespace {

void addTuple(JsonLine &json, const Tuple &tuple, bool anySource)
{
    if (!anySource && tuple.source.family != L3Protocol::Unspecified) {
        json.add("src", tuple.source.toString());
    }
    if (tuple.l4 != L4Protocol::Unspecified) {
        json.add("sport", tuple.sourcePort);
    }
    if (tuple.destination.family != L3Protocol::Unspecified) {
        json.add("dst", tuple.destination.toString());
    }
    if (tuple.l4 != L4Protocol::Unspecified) {
        json.add("dport", tuple.destinationPort);
    }
}

void addL4(JsonLine &json, L4Protocol l4)
{
    if (l4 != L4Protocol::Unspecified) {
        json.add("l4", toString(l4));
    }
}

void addHead(JsonLine &json, const EventRecord &event, std::optional<std::uint64_t> frame)
{
    json.add("time", rfc3339(event.timeNs));
    if (frame) {
        json.add("frame", *frame);
    }
    json.addUnlessEmpty("helper", event.helperName());
}

void addMaster(JsonLine &json, const EventRecord &event)
{
    const Tuple master = event.masterTuple();
    if (master.l4 == L4Protocol::Unspecified) {
        return;
    }
    JsonLine object;
    addTuple(object, master, false);
    addL4(object, master.l4);
    json.addRaw("master", object.text());
}

void addFlag(JsonLine &json, const char *name, const EventRecord &event, std::uint8_t flag)
{
    if ((event.flags & flag) != 0) {
        json.addBool(name, true);
    }
}

std::string packetJson(const EventRecord &event, std::optional<std::uint64_t> frame)
{
    JsonLine json;
    json.add("event", "packet");
    addHead(json, event, frame);
    json.add("queue", event.queue).add("id", event.packetId);
    if (event.hwProtocol != 0) {
        json.add("hw_protocol", hexNumber(event.hwProtocol));
    }
    json.add("hook", event.hook);
    json.addUnlessZero("indev", event.inDevice).addUnlessZero("outdev", event.outDevice);
    json.add("payload_len", event.payloadLength);
    if (event.l3 != L3Protocol::Unspecified) {
        json.add("l3", toString(event.l3));
    }
    addL4(json, event.l4);
    addTuple(json, event.tuple(), false);
    json.addUnlessEmpty("ctinfo", ctInfoName(event.ctInfo));
    json.addUnlessEmpty("direction", directionName(event.ctInfo));
    json.addUnlessEmpty("verdict", verdictName(event.verdict()));
    json.addBool("mangled", (event.flags & EventFlag::Mangled) != 0);
    if (event.latencyNs != 0) {
        json.addRaw("latency_us", microseconds(event.latencyNs));
    }
    json.addUnlessEmpty("note", event.noteText());
    addFlag(json, "fail_open", event, EventFlag::FailOpen);
    addFlag(json, "refused", event, EventFlag::Refused);
    return json.text();
}

std::string expectationJson(const EventRecord &event, std::optional<std::uint64_t> frame)
{
    JsonLine json;
    json.add("event", "expectation").addUnlessEmpty("action", actionName(event.action()));
    addHead(json, event, frame);
    json.addUnlessEmpty("class", event.className());
    addL4(json, event.l4);
    addTuple(json, event.tuple(), (event.flags & EventFlag::AnySource) != 0);
    json.add("timeout_s", event.timeoutSeconds);
    json.addBool("nat", (event.flags & EventFlag::Nat) != 0);
    addMaster(json, event);
    return json.text();
}

std::string flowJson(const EventRecord &event, std::optional<std::uint64_t> frame)
{
    JsonLine json;
    json.add("event", "flow").addUnlessEmpty("action", actionName(event.action()));
    addHead(json, event, frame);
    addL4(json, event.l4);
    addTuple(json, event.tuple(), false);
    json.add("timeout_s", event.timeoutSeconds).add("status", event.expectation.status);
    json.addUnlessZero("mark", event.expectation.mark);
    if ((event.flags & EventFlag::Counted) != 0) {
        const auto &counts = event.expectation;
        json.add("bytes_original", counts.bytesOriginal).add("bytes_reply", counts.bytesReply);
        json.add("packets_original", counts.packetsOriginal).add("packets_reply", counts.packetsReply);
    }
    addMaster(json, event);
    return json.text();
}

std::string quotedList(const QStringList &list)
{
    std::string text = "[";
    for (const QString &entry : list) {
        text += (text.size() > 1 ? "," : "") + JsonLine::quoted(entry.toStdString());
    }
    return text + ']';
}

std::string policiesJson(const PolicyList &policies)
{
    std::string text = "[";
    for (const Policy &policy : policies) {
        JsonLine object;
        object.add("name", policy.name.toStdString()).add("max", policy.maximum).add("timeout_s", policy.timeout);
        text += (text.size() > 1 ? "," : "") + object.text();
    }
    return text + ']';
}

std::string portsJson(const PortRangeList &ports)
{
    std::string text = "[";
    for (const PortRange &range : ports) {
        std::string one = std::to_string(range.first);
        if (range.last != range.first) {
            one = JsonLine::quoted(one + '-' + std::to_string(range.last));
        }
        text += (text.size() > 1 ? "," : "") + one;
    }
    return text + ']';
}

} // namespace

std::string eventJson(const EventRecord &event, std::optional<std::uint64_t> frame)
{
    switch (event.kind) {
    case EventKind::Expectation:
        return expectationJson(event, frame);
    case EventKind::Flow:
        return flowJson(event, frame);
    case EventKind::Packet:
    case EventKind::None:
        break;
    }
    return packetJson(event, frame);
}

std::string healthJson(const HelperInfo &helper)
{
    JsonLine json;
    json.add("event", "health").add("helper", helper.name.toStdString()).add("state", helper.state.toStdString());
    json.addUnlessZero("pid", helper.processId);
    for (const char *counter :
        {"restarts", "queue_depth", "kernel_dropped", "socket_dropped", "fail_open", "packets", "accepted", "dropped",
            "mangled", "refused", "expectations", "expectations_waiting", "events_lost", "verdicts_lost"}) {
        json.add(counter, helper.counter(counter));
    }
    return json.text();
}

std::string helperJson(const HelperInfo &helper)
{
    JsonLine json;
    json.add("helper", helper.name.toStdString()).add("owner", helper.owner.toStdString());
    json.add("state", helper.state.toStdString()).addUnlessEmpty("problem", helper.problem.toStdString());
    json.addRaw("l3", quotedList(helper.l3)).addRaw("l4", quotedList(helper.l4));
    json.add("queue", helper.queue).add("queue_len", helper.queueLength);
    json.addRaw("policies", policiesJson(helper.policies)).add("priv_len", helper.privateLength);
    JsonLine options;
    for (auto option = helper.options.cbegin(); option != helper.options.cend(); ++option) {
        options.add(option.key().toStdString(), option.value().toStdString());
    }
    json.addRaw("options", options.text()).addUnlessEmpty("script", helper.script.toStdString());
    json.addUnlessZero("pid", helper.processId);
    return json.text();
}

std::string ruleJson(const RuleInfo &rule)
{
    JsonLine json;
    json.add("id", rule.id).add("helper", rule.helper.toStdString());
    json.addRaw("l3", quotedList(rule.l3)).add("l4", rule.l4.toStdString());
    json.addRaw("dport", portsJson(rule.ports)).addRaw("hooks", quotedList(rule.hooks));
    json.addUnlessEmpty("iif", rule.inInterface.toStdString()).addUnlessEmpty("oif", rule.outInterface.toStdString());
    json.addUnlessEmpty("src", rule.source.toStdString()).addUnlessEmpty("dst", rule.destination.toStdString());
    json.add("packets", rule.packets).add("bytes", rule.bytes);
    return json.text();
}

} // namespace Trackhand
