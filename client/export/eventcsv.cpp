// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventcsv.h"

#include "wire/ring/eventnames.h"

#include <QString>
#include <array>

namespace Trackhand {

namespace {

struct Column {
    const char *name;
    std::string (*value)(const EventRecord &);
};

std::string unlessZero(std::uint32_t number)
{
    return number == 0 ? std::string() : std::to_string(number);
}

template <std::uint8_t Flag>
std::string flag(const EventRecord &event)
{
    return (event.flags & Flag) != 0 ? "true" : "false";
}

std::string port(const EventRecord &event, std::uint16_t number)
{
    return event.l4 == L4Protocol::Unspecified ? std::string() : std::to_string(number);
}

std::string address(const IpAddress &address)
{
    return address.family == L3Protocol::Unspecified ? std::string() : address.toString();
}

std::string note(const EventRecord &event)
{
    const std::string_view text = event.noteText();
    const std::string valid = QString::fromUtf8(text.data(), qsizetype(text.size())).toStdString();
    const bool formula = !valid.empty() && std::string_view("=+-@\t\r").find(valid.front()) != std::string_view::npos;
    return formula ? '\'' + valid : valid;
}

using Event = const EventRecord &;

constexpr std::array<Column, 24> Columns {{
    {"number",
        [](Event e) {
            return std::to_string(e.sequence);
        }},
    {"time",
        [](Event e) {
            return rfc3339(e.timeNs);
        }},
    {"helper",
        [](Event e) {
            return std::string(e.helperName());
        }},
    {"queue",
        [](Event e) {
            return std::to_string(e.queue);
        }},
    {"id",
        [](Event e) {
            return std::to_string(e.packetId);
        }},
    {"hw_protocol",
        [](Event e) {
            return e.hwProtocol == 0 ? std::string() : hexNumber(e.hwProtocol);
        }},
    {"hook",
        [](Event e) {
            return std::to_string(e.hook);
        }},
    {"indev",
        [](Event e) {
            return unlessZero(e.inDevice);
        }},
    {"outdev",
        [](Event e) {
            return unlessZero(e.outDevice);
        }},
    {"payload_len",
        [](Event e) {
            return std::to_string(e.payloadLength);
        }},
    {"l3",
        [](Event e) {
            return e.l3 == L3Protocol::Unspecified ? std::string() : std::string(toString(e.l3));
        }},
    {"l4",
        [](Event e) {
            return e.l4 == L4Protocol::Unspecified ? std::string() : std::string(toString(e.l4));
        }},
    {"src",
        [](Event e) {
            return address(e.tuple().source);
        }},
    {"sport",
        [](Event e) {
            return port(e, e.sourcePort);
        }},
    {"dst",
        [](Event e) {
            return address(e.tuple().destination);
        }},
    {"dport",
        [](Event e) {
            return port(e, e.destinationPort);
        }},
    {"ctinfo",
        [](Event e) {
            return std::string(ctInfoName(e.ctInfo));
        }},
    {"direction",
        [](Event e) {
            return std::string(directionName(e.ctInfo));
        }},
    {"verdict",
        [](Event e) {
            return std::string(verdictName(e.verdict()));
        }},
    {"mangled", flag<EventFlag::Mangled>},
    {"fail_open", flag<EventFlag::FailOpen>},
    {"refused", flag<EventFlag::Refused>},
    {"latency_us",
        [](Event e) {
            return e.latencyNs == 0 ? std::string() : microseconds(e.latencyNs);
        }},
    {"note", note},
}};

std::string quoted(const std::string &value)
{
    if (value.find_first_of(",\"\r\n") == std::string::npos) {
        return value;
    }
    std::string text = "\"";
    for (const char c : value) {
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    return text + '"';
}

} // namespace

std::string eventCsvHeader()
{
    std::string line;
    for (const Column &column : Columns) {
        line += (line.empty() ? "" : ",") + std::string(column.name);
    }
    return line;
}

std::string eventCsv(const EventRecord &packet)
{
    std::string line;
    for (const Column &column : Columns) {
        line += (&column == Columns.data() ? "" : ",") + quoted(column.value(packet));
    }
    return line;
}

} // namespace Trackhand
