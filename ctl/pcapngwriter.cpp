// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/pcapngwriter.h"

#include "client/export/eventnames.h"

#include <cstring>

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

std::string comment(const EventRecord &event)
{
    std::string text = "helper=" + std::string(event.helperName()) + " queue=" + std::to_string(event.queue)
        + " id=" + std::to_string(event.packetId) + " hook=" + std::to_string(event.hook)
        + " verdict=" + std::string(verdictName(event.verdict()));
    if ((event.flags & EventFlag::Mangled) != 0) {
        text += " mangled";
    }
    if (!event.noteText().empty()) {
        text += " note=" + std::string(event.noteText());
    }
    return text;
}

} // namespace

Result<std::unique_ptr<PcapngWriter>> PcapngWriter::create(const QString &file)
{
    std::unique_ptr<PcapngWriter> writer(new PcapngWriter);
    writer->m_file.setFileName(file);
    if (!writer->m_file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return Error {ErrorCode::Failed,
            "cannot write " + file.toStdString() + ": " + writer->m_file.errorString().toStdString()};
    }
    std::string section;
    append(section, ByteOrderMagic);
    append<std::uint16_t>(section, 1); // version 1.0
    append<std::uint16_t>(section, 0);
    append<std::int64_t>(section, -1); // length not known
    appendOption(section, OptionApplication, "trackhandctl " TRACKHAND_VERSION);
    endOptions(section);
    std::string interface;
    append(interface, LinkTypeRaw);
    append<std::uint16_t>(interface, 0);
    append<std::uint32_t>(interface, 0); // no snap length
    appendOption(interface, OptionInterfaceName, "nfqueue");
    appendOption(interface, OptionTimeResolution, std::string(1, Nanoseconds));
    endOptions(interface);
    if (const auto written = writer->writeBlock(SectionHeaderBlock, section); !written) {
        return written.error();
    }
    if (const auto written = writer->writeBlock(InterfaceBlock, interface); !written) {
        return written.error();
    }
    return writer;
}

Status PcapngWriter::write(const EventRecord &event, const CapturedBytes &packet)
{
    std::string body;
    append<std::uint32_t>(body, 0); // the one interface
    append(body, static_cast<std::uint32_t>(event.timeNs >> 32));
    append(body, static_cast<std::uint32_t>(event.timeNs));
    append(body, static_cast<std::uint32_t>(packet.bytes.size()));
    append(body, packet.packetLength);
    body.append(packet.bytes.begin(), packet.bytes.end());
    pad(body);
    appendOption(body, OptionComment, comment(event));
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
    if (m_file.write(block.data(), qint64(block.size())) != qint64(block.size()) || !m_file.flush()) {
        return Error {ErrorCode::Failed,
            "cannot write " + m_file.fileName().toStdString() + ": " + m_file.errorString().toStdString()};
    }
    return Done {};
}

} // namespace Trackhand
