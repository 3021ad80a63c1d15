// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/rewrite.h"

#include <algorithm>

namespace Trackhand {

void Rewrite::begin(const Packet &packet, bool mayResizeTcp)
{
    const PacketHeaders &headers = packet.headers();
    const bool isUdp = headers.tuple.l4 == L4Protocol::Udp;
    m_payloadSize = packet.payload().size();
    m_packetSize = packet.bytes().size();
    m_possible = !packet.truncated() && !headers.fragment && (isUdp || headers.tuple.l4 == L4Protocol::Tcp);
    m_mayResize = isUdp || mayResizeTcp;
    m_count = 0;
    m_textLength = 0;
}

bool Rewrite::replace(std::size_t offset, std::size_t length, std::string_view text)
{
    const std::size_t behind =
        m_count == 0 ? 0 : m_edits[m_count - 1].offset + std::size_t {m_edits[m_count - 1].length};
    if (!m_possible || m_count == MaxEdits || text.size() > MaxText - m_textLength) {
        return false;
    }
    if (offset < behind || offset > m_payloadSize || length > m_payloadSize - offset) {
        return false;
    }
    if ((length != text.size() && !m_mayResize) || m_packetSize - length + text.size() > MaxPacket) {
        return false;
    }
    m_edits[m_count++] = {static_cast<std::uint16_t>(offset), static_cast<std::uint16_t>(length),
        static_cast<std::uint16_t>(m_textLength), static_cast<std::uint16_t>(text.size())};
    std::ranges::copy(text, m_text.begin() + static_cast<std::ptrdiff_t>(m_textLength));
    m_textLength += text.size();
    m_packetSize = m_packetSize - length + text.size();
    return true;
}

} // namespace Trackhand
