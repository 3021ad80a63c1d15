// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/rtsp/rtspedits.h"

#include <algorithm>
#include <span>

namespace Trackhand::Rtsp {

void Edits::move(const End &end, const IpAddress &address, const Ports &ports)
{
    if (!end.addressText.empty()) {
        replace(end.addressText, ShortText() << address);
    }
    if (!end.portsText.empty()) {
        replace(end.portsText, portsText(ports));
    }
    if (!end.listText.empty()) {
        replace(end.listText, end.listWith(address, ports));
    }
}

void Edits::replace(std::string_view before, const ShortText &after)
{
    if (before == after.view()) {
        return;
    }
    m_tooMany = m_tooMany || m_count == Max || after.view().size() > ReplacementMemory::MaxText;
    if (!m_tooMany) {
        m_edits[m_count++] = {before, after};
    }
}

std::string_view Edits::write(const Head &head, const Packet &packet, Rewrite &rewrite, ReplacementMemory &memory)
{
    const auto edits = std::span(m_edits).first(m_count);
    std::ranges::sort(edits, {}, [](const Edit &edit) { return edit.before.data(); });
    const auto sequenceOf = [&head](const Edit &edit) {
        return head.transportSequence + static_cast<std::uint32_t>(edit.before.data() - head.transport.data());
    };
    for (const Edit &edit : edits) {
        const auto offset = packet.offsetOf(sequenceOf(edit));
        if (!offset || edit.before.size() > packet.payload().size() - *offset) {
            return "it is split over segments and must be rewritten";
        }
        if (edit.before.size() != edit.after.view().size() && !rewrite.mayResize()) {
            return "Linux cannot resize translated TCP over IPv6";
        }
    }
    for (const Edit &edit : edits) {
        if (m_tooMany || !rewrite.replace(*packet.offsetOf(sequenceOf(edit)), edit.before.size(), edit.after.view())) {
            return "the packet cannot be rewritten";
        }
        memory.remember(sequenceOf(edit), edit.before.size(), edit.after.view());
    }
    return {};
}

} // namespace Trackhand::Rtsp
