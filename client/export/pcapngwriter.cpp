// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/pcapngwriter.h"

#include "client/export/fileproblem.h"
#include "client/export/packetcomment.h"

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

} // namespace

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
