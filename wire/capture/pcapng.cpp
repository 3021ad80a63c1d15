// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/capture/pcapng.h"

#include "wire/capture/packetcomment.h"

#include <algorithm>
#include <cstring>

namespace Trackhand::Wire::Pcapng {

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
constexpr std::size_t MaxOptionLength = 0xffff;
constexpr std::size_t SectionOptions = 24; // where the options of a section begin

template <typename T>
void append(std::string &to, T value)
{
    to.append(reinterpret_cast<const char *>(&value), sizeof value);
}

template <typename T>
T numberAt(std::string_view from, std::size_t at)
{
    T value = 0;
    std::memcpy(&value, from.data() + at, sizeof value);
    return value;
}

constexpr std::size_t padded(std::size_t length)
{
    return (length + 3) / 4 * 4;
}

void pad(std::string &to)
{
    to.resize(padded(to.size()));
}

void appendOption(std::string &to, std::uint16_t code, std::string_view value)
{
    value = value.substr(0, MaxOptionLength);
    append(to, code);
    append(to, static_cast<std::uint16_t>(value.size()));
    to += value;
    pad(to);
}

void endOptions(std::string &to)
{
    append<std::uint32_t>(to, 0);
}

void appendBlock(std::string &file, std::uint32_t type, const std::string &body)
{
    const auto length = static_cast<std::uint32_t>(body.size() + 12);
    append(file, type);
    append(file, length);
    file += body;
    append(file, length);
}

} // namespace

void appendHead(std::string &file, std::string_view application, std::string_view comment)
{
    std::string section;
    append(section, ByteOrderMagic);
    append<std::uint16_t>(section, 1); // version 1.0
    append<std::uint16_t>(section, 0);
    append<std::int64_t>(section, -1); // length not known
    if (!comment.empty()) {
        appendOption(section, OptionComment, comment);
    }
    appendOption(section, OptionApplication, application);
    endOptions(section);
    std::string interface;
    append(interface, LinkTypeRaw);
    append<std::uint16_t>(interface, 0);
    append<std::uint32_t>(interface, 0); // no snap length
    appendOption(interface, OptionInterfaceName, "nfqueue");
    appendOption(interface, OptionTimeResolution, std::string(1, Nanoseconds));
    endOptions(interface);
    appendBlock(file, SectionHeaderBlock, section);
    appendBlock(file, InterfaceBlock, interface);
}

void appendPacket(
    std::string &file, const EventRecord &event, std::span<const std::uint8_t> bytes, std::uint32_t packetLength)
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
    appendBlock(file, EnhancedPacketBlock, body);
}

std::string_view commentOf(std::string_view file)
{
    if (file.size() < SectionOptions + 4 || numberAt<std::uint32_t>(file, 0) != SectionHeaderBlock
        || numberAt<std::uint32_t>(file, 8) != ByteOrderMagic
        || numberAt<std::uint16_t>(file, SectionOptions) != OptionComment) {
        return {};
    }
    const std::size_t length = numberAt<std::uint16_t>(file, SectionOptions + 2);
    const std::size_t end = SectionOptions + 4 + length;
    return end <= file.size() && end <= numberAt<std::uint32_t>(file, 4) ? file.substr(SectionOptions + 4, length)
                                                                         : std::string_view();
}

} // namespace Trackhand::Wire::Pcapng
