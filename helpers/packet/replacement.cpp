// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/replacement.h"

namespace Trackhand {

std::string_view Replacement::putInto(const Packet &packet, Rewrite &rewrite) const
{
    const auto offset = packet.offsetOf(sequence);
    if (!offset || *offset + length > packet.payload().size()) {
        return "it is split over segments and must be rewritten";
    }
    if (rewrite.replace(*offset, length, text.view())) {
        return {};
    }
    return rewrite.mayResize() ? "the packet cannot be rewritten" : "Linux cannot resize translated TCP over IPv6";
}

} // namespace Trackhand
