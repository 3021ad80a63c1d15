// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/rewriting.h"

#include "helpers/packet/replacement.h"
#include "helpers/script/call.h"
#include "helpers/script/objects.h"

namespace Trackhand::Script {

std::string_view replaceBytes(Call &call, const Buffer &where, std::string_view text)
{
    if (where.ofStream) {
        const Replacement replacement {where.sequence, where.size, ShortText() << text};
        return replacement.text.fits() ? replacement.putInto(call.packet, call.rewrite)
                                       : std::string_view("more than 128 bytes to be written at once");
    }
    const auto offset = static_cast<std::size_t>(where.data - call.packet.payload().data());
    if (call.rewrite.replace(offset, where.size, text)) {
        return {};
    }
    return call.rewrite.mayResize() || text.size() == where.size
        ? "the packet cannot be rewritten there"
        : "Linux resizes TCP only where IPv4 addresses are translated";
}

} // namespace Trackhand::Script
