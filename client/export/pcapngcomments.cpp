// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/pcapngcomments.h"

#include <QtEndian>

namespace Trackhand {

namespace {

constexpr quint32 SectionHeaderBlock = 0x0a0d0d0a;
constexpr quint32 SimplePacketBlock = 3;
constexpr quint32 ObsoletePacketBlock = 2;
constexpr quint32 EnhancedPacketBlock = 6;
constexpr quint32 BigEndianMagic = 0x4d3c2b1a; // as a little-endian number
constexpr quint32 LongestBlock = 16 * 1024 * 1024; // as libpcap has it
constexpr qsizetype PacketHead = 20; // of both blocks that have options
constexpr quint16 OptionComment = 1;

} // namespace

PcapngComments::PcapngComments(const QString &file)
    : m_file(file)
{
    if (m_file.open(QIODevice::ReadOnly)) {
        const QByteArray begin = m_file.peek(4);
        if (begin.size() < 4 || qFromLittleEndian<quint32>(begin.constData()) != SectionHeaderBlock) {
            m_file.close();
        }
    }
}

QByteArray PcapngComments::next()
{
    while (readBlock()) {
        if (m_type == SimplePacketBlock) {
            return {};
        }
        if ((m_type == EnhancedPacketBlock || m_type == ObsoletePacketBlock) && m_body.size() >= PacketHead) {
            const quint32 captured = number(m_body, 12);
            return captured > quint32(m_body.size()) ? QByteArray() : comment(PacketHead + (captured + 3) / 4 * 4);
        }
    }
    return {};
}

quint32 PcapngComments::number(const QByteArray &bytes, qsizetype at) const
{
    return m_bigEndian ? qFromBigEndian<quint32>(bytes.constData() + at)
                       : qFromLittleEndian<quint32>(bytes.constData() + at);
}

quint16 PcapngComments::shortNumber(const QByteArray &bytes, qsizetype at) const
{
    return m_bigEndian ? qFromBigEndian<quint16>(bytes.constData() + at)
                       : qFromLittleEndian<quint16>(bytes.constData() + at);
}

// A section says its byte order behind its length, so that is looked at first.
bool PcapngComments::readBlock()
{
    const QByteArray head = m_file.isOpen() ? m_file.read(8) : QByteArray();
    if (head.size() < 8) {
        m_file.close();
        return false;
    }
    if (qFromLittleEndian<quint32>(head.constData()) == SectionHeaderBlock) {
        const QByteArray magic = m_file.peek(4);
        m_bigEndian = magic.size() == 4 && qFromLittleEndian<quint32>(magic.constData()) == BigEndianMagic;
    }
    m_type = number(head, 0);
    const quint32 length = number(head, 4);
    const bool sane = length >= 12 && length % 4 == 0 && length <= LongestBlock;
    m_body = sane ? m_file.read(length - 8) : QByteArray();
    if (!sane || m_body.size() != qsizetype(length - 8)) {
        m_file.close();
        return false;
    }
    m_body.chop(4); // the length again
    return true;
}

QByteArray PcapngComments::comment(qsizetype options) const
{
    for (qsizetype at = options; at + 4 <= m_body.size();) {
        const quint16 code = shortNumber(m_body, at);
        const qsizetype length = shortNumber(m_body, at + 2);
        if (code == 0 || at + 4 + length > m_body.size()) {
            break;
        }
        if (code == OptionComment) {
            return m_body.mid(at + 4, length);
        }
        at += 4 + (length + 3) / 4 * 4;
    }
    return {};
}

} // namespace Trackhand
