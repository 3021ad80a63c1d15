// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/api.h"

#include "helpers/script/functions.h"

namespace Trackhand::Script {

namespace {

constexpr ApiEntry Entries[] = {
    {"", "option", "option(name) -> value", "what a person has set an option of the script to",
        "A boolean, a whole number or a string, as the option's kind says; its default while nobody has set it.",
        &Global::option},
    {"", "address", "address(text) -> address, family", "an IP address in its shortest form",
        "family is \"ipv4\" or \"ipv6\". Nothing when the text is no address. Addresses are strings everywhere; in "
        "this "
        "form two are equal exactly when they are the same address.",
        &Global::address},

    {"buffer", "range", "buffer:range(offset [, length]) -> buffer", "a part of the bytes, to the end without length",
        "", &BufferApi::range},
    {"buffer", "text", "buffer:text([offset [, length]]) -> string", "the bytes as a string",
        "This copies them, and is the way to keep them: a buffer itself ends with its packet, or its line.",
        &BufferApi::text},
    {"buffer", "u8", "buffer:u8(offset) -> number", "one byte", "", &BufferApi::u8},
    {"buffer", "u16", "buffer:u16(offset) -> number", "two bytes, the greater first", "", &BufferApi::u16},
    {"buffer", "u32", "buffer:u32(offset) -> number", "four bytes, the greatest first", "", &BufferApi::u32},
    {"buffer", "u64", "buffer:u64(offset) -> number", "eight bytes, the greatest first",
        "Lua's whole numbers have a sign: from 2^63 on the result is negative.", &BufferApi::u64},
    {"buffer", "u16le", "buffer:u16le(offset) -> number", "two bytes, the smaller first", "", &BufferApi::u16le},
    {"buffer", "u32le", "buffer:u32le(offset) -> number", "four bytes, the smallest first", "", &BufferApi::u32le},
    {"buffer", "bits", "buffer:bits(offset, first, count) -> number", "1 to 32 bits",
        "first counts from the highest bit of the byte at offset: bits(0, 0, 4) is the upper half of the first byte.",
        &BufferApi::bits},
    {"buffer", "ipv4", "buffer:ipv4(offset) -> address", "four bytes as an IPv4 address", "", &BufferApi::ipv4},
    {"buffer", "ipv6", "buffer:ipv6(offset) -> address", "16 bytes as an IPv6 address", "", &BufferApi::ipv6},
    {"buffer", "find", "buffer:find(text [, offset]) -> offset", "where a text stands, searched from offset on",
        "Exactly this text; nothing when it is not there.", &BufferApi::find},
    {"buffer", "match", "buffer:match(pattern [, offset]) -> captures...", "what a pattern captures",
        "Lua's patterns without %b, %f and back references. The whole match when the pattern captures nothing, and "
        "nothing at all when it does not match. An empty pair of parentheses gives the offset where it stands.",
        &BufferApi::match},

    {"packet", "payload", "packet:payload() -> buffer", "the bytes behind the TCP or UDP header",
        "Of TCP as they come: a command may be split over two packets, which view = \"lines\" or \"stream\" heals.",
        &PacketApi::payload},
    {"packet", "lines", "for line, gap, cut in packet:lines() do", "the lines that this packet completes",
        "Needs view = \"lines\". Each line is a buffer without its CR LF, however the segments cut it. gap: lines "
        "before "
        "it are missing; cut: it was longer than 512 bytes. What is expected within the loop is expected again when "
        "the "
        "packet is sent again.",
        &PacketApi::lines},
    {"packet", "stream", "for bytes, gap in packet:stream() do", "the bytes of this direction in their order",
        "Needs view = \"stream\". Each byte comes once. gap: bytes before these are missing.", &PacketApi::stream},
    {"packet", "direction", "packet:direction() -> string", "\"original\" from the one who opened, else \"reply\"", "",
        &PacketApi::direction},
    {"packet", "flags", "packet:flags() -> number", "the flags of a TCP header: 1 FIN, 2 SYN, 4 RST, 16 ACK",
        "Nothing for other protocols.", &PacketApi::flags},
    {"packet", "is_truncated", "packet:is_truncated() -> boolean", "whether the queue cut it: there was more payload",
        "", &PacketApi::isTruncated},
    {"packet", "time", "packet:time() -> number", "nanoseconds of a clock that only goes forward",
        "For differences; in a replay it is the capture's time.", &PacketApi::time},
    {"packet", "rewrite", "packet:rewrite(where, text) -> true | nil, reason", "lets the packet say something else",
        "where is a buffer: a part of the payload or of the line in hand. Places go from front to back. TCP can change "
        "its length only where IPv4 addresses are translated. Lengths and checksums follow by themselves.",
        &PacketApi::rewrite},
    {"packet", "drop", "packet:drop()", "does not let the packet through", "", &PacketApi::drop},
    {"packet", "note", "packet:note(text...)", "says what it is, for the person who watches",
        "Strings, numbers and buffers, put together. What is said next is joined by \"; \". 152 bytes are shown.",
        &PacketApi::note},

    {"connection", "expect", "connection:expect{...} -> address, port | nil, reason",
        "lets a connection to the packet's sender through",
        "port: where the sender waits for it. protocol: \"tcp\", \"udp\" and so on, else the connection's own. class: "
        "the name of one of the script's classes, else the first. address: where the packet says that it waits, if it "
        "says so; another than the sender's own needs an option that grants \"foreign-addresses\". answer = true in "
        "place of port: the answer comes to the port that asked, from any port. source_port: where it comes from, else "
        "from any. any_source, permanent, helper = true: from any host, more than once, with this same helper; each "
        "needs its right. Where addresses are translated the peer knows the sender by another address and perhaps "
        "another port: where is the buffer that names them, and write, a function(address, port), returns the text "
        "that "
        "shall stand there. The result is where the peer will connect to, or nil and why it is not expected.",
        &ConnectionApi::expect},
    {"connection", "id", "connection:id() -> number", "the kernel's number for it", "", &ConnectionApi::id},
    {"connection", "family", "connection:family() -> string", "\"ipv4\" or \"ipv6\"", "", &ConnectionApi::family},
    {"connection", "protocol", "connection:protocol() -> string", "\"tcp\", \"udp\" and so on", "",
        &ConnectionApi::protocol},
    {"connection", "original", "connection:original() -> source, port, destination, port",
        "its ends as the one who opened it knows them", "Before any translation of addresses.",
        &ConnectionApi::original},
    {"connection", "reply", "connection:reply() -> source, port, destination, port", "the ends that answers have",
        "After translation; the reverse of original() where there is none.", &ConnectionApi::reply},
    {"connection", "has_nat", "connection:has_nat() -> boolean", "whether addresses or ports are translated", "",
        &ConnectionApi::hasNat},
    {"connection", "sender", "connection:sender() -> address", "who sent the packet in hand, as it knows itself", "",
        &ConnectionApi::sender},
    {"connection", "is_sender", "connection:is_sender(address) -> boolean",
        "whether the packet's sender has this address, for itself or for its peer", "", &ConnectionApi::isSender},
    {"connection", "data", "connection:data() -> string", "the bytes that the kernel keeps for the helper",
        "As many as private_length says. They outlive the helper's process.", &ConnectionApi::data},
    {"connection", "set_data", "connection:set_data(string)", "has the kernel keep these bytes",
        "It costs the packet more than one that does not: do it when something changes.", &ConnectionApi::setData},
    {"connection", "flow", "connection:flow() -> flow", "the script's own table for this connection",
        "flow.name = value keeps a string, a number or a boolean, up to 2048 bytes with their names and 40 for each. "
        "It is forgotten when the helper's process ends, and when 2048 other connections came later.",
        &ConnectionApi::flow},
};

constexpr FieldEntry Fields[] = {
    {"", "name", "string", "what the helper is called: small letters, digits and '-', 15 at most (needed)"},
    {"", "summary", "string", "one line: what it makes work"},
    {"", "advice", "string", "one line: how to use it without opening more than needed"},
    {"", "transports", "list", "\"tcp\", \"udp\", \"sctp\", \"dccp\", the usual one first (needed)"},
    {"", "families", "list", "\"ipv4\", \"ipv6\"; both without it"},
    {"", "ports", "list", "its usual ports"},
    {"", "classes", "list", "1 to 4 kinds of expected connections, tables with the fields below; one without it"},
    {"", "private_length", "number", "bytes that the kernel keeps with each connection, 0 to 32"},
    {"", "options", "list", "what a person can set, tables with the fields below"},
    {"", "rights", "list",
        "what its expectations need besides: \"loose-source\", \"permanent\", \"low-ports\", \"same-helper\""},
    {"", "view", "string", "how TCP is read: \"packets\" (without it), \"lines\" or \"stream\""},
    {"", "empty_segments", "boolean", "whether on_packet is called for TCP segments without payload"},
    {"", "on_packet", "function", "function(packet, connection): called for each packet (needed)"},
    {"classes", "name", "string", "small letters, digits, '-' and '_', 15 at most (needed)"},
    {"classes", "max", "number", "how many at a time a connection may have, 1 to 255; 1 without it"},
    {"classes", "timeout", "number", "seconds that one is waited for; 300 without it"},
    {"options", "name", "string", "small letters, digits and '_' (needed)"},
    {"options", "kind", "string", "\"bool\", \"int\" or \"string\" (needed)"},
    {"options", "default", "value", "what it is when nobody sets it"},
    {"options", "text", "string", "one line about it"},
    {"options", "min", "number", "of an int"},
    {"options", "max", "number", "of an int; of a string its greatest length"},
    {"options", "grants", "string", "what setting it allows: \"foreign-addresses\", \"low-ports\" or \"loose-source\""},
};

constexpr const char *Language[] = {"assert", "error", "ipairs", "next", "pairs", "select", "tonumber", "tostring",
    "type", "math.abs", "math.ceil", "math.floor", "math.fmod", "math.huge", "math.max", "math.maxinteger", "math.min",
    "math.mininteger", "math.modf", "math.pi", "math.sqrt", "math.tointeger", "math.type", "math.ult", "string.byte",
    "string.char", "string.find", "string.format", "string.len", "string.lower", "string.match", "string.pack",
    "string.packsize", "string.rep", "string.reverse", "string.sub", "string.unpack", "string.upper", "table.concat",
    "table.insert", "table.pack", "table.remove", "table.unpack"};

} // namespace

std::span<const ApiEntry> apiEntries()
{
    return Entries;
}

std::span<const FieldEntry> fieldEntries()
{
    return Fields;
}

std::span<const char *const> languageFunctions()
{
    return Language;
}

} // namespace Trackhand::Script
