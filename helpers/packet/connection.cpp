// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/connection.h"

#include <algorithm>

namespace Trackhand {

void Connection::update(const Wire::PacketRecord &record)
{
    m_original = record.original;
    m_reply = record.reply;
    m_id = record.ctId;
    m_ctInfo = record.ctInfo;
    m_direction = record.isReplyDirection() ? Direction::Reply : Direction::Original;
    m_dataChanged = false;
    m_dataLength = static_cast<std::uint8_t>(std::min<std::size_t>(record.helperDataLength, m_data.size()));
    m_data = record.helperData;
    m_note.clear();
}

void Connection::reset(const Wire::PacketRecord &record)
{
    update(record);
    if (m_state) {
        m_state->reset();
    }
}

void Connection::setPrivateData(std::span<const std::uint8_t> data)
{
    const std::size_t length = std::min<std::size_t>(data.size(), m_dataLength);
    m_dataChanged = m_dataChanged || !std::equal(data.begin(), data.begin() + length, m_data.begin());
    std::copy_n(data.begin(), length, m_data.begin());
}

} // namespace Trackhand
