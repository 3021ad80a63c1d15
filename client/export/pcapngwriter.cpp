// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/pcapngwriter.h"

#include "client/export/eventnames.h"
#include "client/export/fileproblem.h"

#include <QString>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::uint32_t SectionHeaderBlock = 0x0a0d0d0a;
constexpr std::uint32_t InterfaceBlock = 1;
constexpr std::uint32_t EnhancedPacketBlock = 6;
constexpr std::uint32_t ByteOrderMagic = 0x1a2b3c4d;
constexpr std::uint16_t LinkTypeRaw = 101;
constexpr std::uint16_t OptionComment = 1;
constexpr std::uint16_t OptionInterfaceName = 2;
constexpr std::uint16_t OptionApplication = 4;
constexpr std::uint16_t OptionTimeResolution = 9;
constexpr char Nanoseconds = 9;

template <typename T>
void append(std::string &to, T value)
{
    to.append(reinterpret_cast<const char *>(&value), sizeof value);
}

void pad(std::string &to)
{
    to.append((4 - to.size() % 4) % 4, '\0');
}

void appendOption(std::string &to, std::uint16_t code, const std::string &value)
{
    append(to, code);
    append(to, static_cast<std::uint16_t>(value.size()));
    to += value;
    pad(to);
}

void endOptions(std::string &to)
{
    append<std::uint32_t>(to, 0);
}

void addWord(std::string &text, const char *name, const std::string &value)
{
    if (!value.empty()) {
        text += (text.empty() ? "" : " ") + std::string(name) + '=' + value;
    }
}

void addFlag(std::string &text, const char *name, const EventRecord &event, std::uint8_t flag)
{
    if ((event.flags & flag) != 0) {
        text += " " + std::string(name);
    }
}

void addDevice(std::string &text, const char *name, std::uint32_t device)
{
    addWord(text, name, device == 0 ? std::string() : std::to_string(device));
}

void addTuple(std::string &text, const Tuple &tuple)
{
    if (tuple.l4 == L4Protocol::Unspecified) {
        return;
    }
    addWord(text, "l4", std::string(toString(tuple.l4)));
    addWord(text, "src", tuple.source.toString());
    addWord(text, "sport", std::to_string(tuple.sourcePort));
    addWord(text, "dst", tuple.destination.toString());
    addWord(text, "dport", std::to_string(tuple.destinationPort));
}

std::string validUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toStdString();
}

} // namespace

std::string packetComment(const EventRecord &event, bool hasBytes)
{
    std::string text;
    addWord(text, "helper", validUtf8(event.helperName()));
    addWord(text, "queue", std::to_string(event.queue));
    addWord(text, "id", std::to_string(event.packetId));
    addWord(text, "hook", std::to_string(event.hook));
    addWord(text, "verdict", std::string(verdictName(event.verdict())));
    addFlag(text, "mangled", event, EventFlag::Mangled);
    addFlag(text, "fail_open", event, EventFlag::FailOpen);
    addFlag(text, "refused", event, EventFlag::Refused);
    addWord(text, "ctinfo", std::string(ctInfoName(event.ctInfo)));
    addWord(text, "direction", std::string(directionName(event.ctInfo)));
    addDevice(text, "indev", event.inDevice);
    addDevice(text, "outdev", event.outDevice);
    addWord(text, "latency_us", event.latencyNs == 0 ? std::string() : microseconds(event.latencyNs));
    if (!hasBytes) {
        addTuple(text, event.tuple());
    }
    addWord(text, "note", validUtf8(event.noteText()));
    return text;
}

Status PcapngWriter::begin(const std::string &application)
{
    std::string section;
    append(section, ByteOrderMagic);
    append<std::uint16_t>(section, 1); // version 1.0
    append<std::uint16_t>(section, 0);
    append<std::int64_t>(section, -1); // length not known
    appendOption(section, OptionApplication, application);
    endOptions(section);
    std::string interface;
    append(interface, LinkTypeRaw);
    append<std::uint16_t>(interface, 0);
    append<std::uint32_t>(interface, 0); // no snap length
    appendOption(interface, OptionInterfaceName, "nfqueue");
    appendOption(interface, OptionTimeResolution, std::string(1, Nanoseconds));
    endOptions(interface);
    const Status written = writeBlock(SectionHeaderBlock, section);
    return written ? writeBlock(InterfaceBlock, interface) : written;
}

Status PcapngWriter::write(const EventRecord &event, std::span<const std::uint8_t> bytes, std::uint32_t packetLength)
{
    const auto captured = static_cast<std::uint32_t>(bytes.size());
    std::string body;
    append<std::uint32_t>(body, 0); // the one interface
    append(body, static_cast<std::uint32_t>(event.timeNs >> 32));
    append(body, static_cast<std::uint32_t>(event.timeNs));
    append(body, captured);
    append(body, std::max(captured, packetLength));
    body.append(bytes.begin(), bytes.end());
    pad(body);
    appendOption(body, OptionComment, packetComment(event, !bytes.empty()));
    endOptions(body);
    ++m_packets;
    return writeBlock(EnhancedPacketBlock, body);
}

Status PcapngWriter::writeBlock(std::uint32_t type, const std::string &body)
{
    const auto length = static_cast<std::uint32_t>(body.size() + 12);
    std::string block;
    append(block, type);
    append(block, length);
    block += body;
    append(block, length);
    if (m_file->write(block.data(), qint64(block.size())) != qint64(block.size())) {
        return cannotWrite(*m_file);
    }
    return Done {};
}

} // namespace Trackhand
