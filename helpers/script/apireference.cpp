// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/api.h"
#include "helpers/script/limits.h"

#include <string_view>

namespace Trackhand::Script {

namespace {

constexpr const char *Introduction = R"(# Helpers in Lua

*Made from the definitions in helpers/script/api.cpp by the target script_reference; change it there.*

A helper is one Lua 5.4 file that returns a table. Trackhand calls its function `on_packet(packet, connection)` for each
packet of the connections that it is attached to. Offsets count bytes from 0.

    return {
        name = "hello",
        transports = { "udp" },
        ports = { 7000 },
        on_packet = function(packet, connection)
            local payload = packet:payload()
            if payload:u8(0) == 1 then
                packet:note("wants an answer at ", payload:u16(1))
                connection:expect { port = payload:u16(1) }
            end
        end,
    }

`trackhandctl script new NAME` writes a file to begin with, `script check` says what is wrong with one, `script run` runs
it over a capture, and `script test` compares what it does with what it shall do.
)";

constexpr const char *Rules = R"(
## What a script may do

It sees the packets of its connections, and nothing else: no files, no network, no clock, no other code. What Lua has for
those, and what would catch errors or run beside the packet (pcall, coroutines, metatables, load), is not there.

- An error accepts the packet. Its note says what was wrong and on which line.
- Reading beyond the end of a packet ends with the packet accepted, too, and is no error: anybody can send short packets.
- 20 errors in a row, or a packet in nine over a long time, disable the script: everything is accepted from then on.
- A buffer ends with its packet, one of a line or a stream with the next one; `text()` keeps its bytes.
)";

void addOwner(std::string &text, std::string_view owner, const char *title)
{
    text += std::string("\n## ") + title + "\n";
    for (const ApiEntry &entry : apiEntries()) {
        if (owner == entry.owner) {
            text += std::string("\n**`") + entry.signature + "`** " + entry.summary + "\n";
            text += *entry.details != '\0' ? std::string("\n> ") + entry.details + "\n" : "";
        }
    }
}

void addFields(std::string &text, std::string_view owner, const std::string &title)
{
    text += "\n" + title + "\n\n| field | type | |\n|---|---|---|\n";
    for (const FieldEntry &field : fieldEntries()) {
        if (owner == field.owner) {
            text += std::string("| `") + field.name + "` | " + field.type + " | " + field.summary + " |\n";
        }
    }
}

void addLimits(std::string &text)
{
    const auto kib = [](std::size_t bytes) {
        return std::to_string(bytes >> 10) + " KiB";
    };
    text += "\n| of | at most |\n|---|---|\n";
    text += "| instructions for a packet | " + std::to_string(InstructionsPerPacket) + " |\n";
    text += "| memory of a script | " + kib(MaxMemory) + " |\n";
    text += "| memory asked for during one packet | " + kib(MaxAllocatedPerPacket) + " |\n";
    text += "| a string | " + kib(MaxStringLength) + " |\n";
    text += "| the table of a connection | " + std::to_string(MaxFlowBytes) + " bytes |\n";
    text += "| the script's text | " + kib(MaxSourceLength) + " |\n";
    text += "\nFunctions that take time without instructions (patterns, long strings, `pairs` of a script that keeps "
            "much)\n"
            "are charged for it.\n";
}

} // namespace

std::string apiReference()
{
    std::string text = Introduction;
    addFields(text, "", "## The table");
    addFields(text, "classes", "Each of `classes`:");
    addFields(text, "options", "Each of `options`:");
    addOwner(text, "packet", "packet");
    addOwner(text, "connection", "connection");
    addOwner(text, "buffer", "buffer");
    text += "\n`#buffer` is how many bytes it has.\n";
    addOwner(text, "", "Functions");
    text += "\nOf Lua's own functions there are";
    for (const char *const name : languageFunctions()) {
        text += std::string(name == languageFunctions().front() ? " `" : ", `") + name + "`";
    }
    text += ".\n";
    text += Rules;
    addLimits(text);
    return text;
}

} // namespace Trackhand::Script
