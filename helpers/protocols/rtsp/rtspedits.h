// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/replacementmemory.h"
#include "helpers/packet/shorttext.h"
#include "helpers/protocols/rtsp/rtspsyntax.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace Trackhand::Rtsp {

/// What a Transport field is to say instead, collected in any order and written all together or not at all.
class Edits {
public:
    /// @p end is to be at another address and at other ports, in the form in which it says so.
    void move(const End &end, const IpAddress &address, const Ports &ports);

    bool empty() const { return m_count == 0; }

    /// Writes them into @p packet, and has @p memory remember them. Why that cannot be; empty when it is done.
    std::string_view write(const Head &head, const Packet &packet, Rewrite &rewrite, ReplacementMemory &memory);

private:
    struct Edit {
        std::string_view before;
        ShortText after;
    };
    void replace(std::string_view before, const ShortText &after);

    static constexpr std::size_t Max = ReplacementMemory::Size;
    std::array<Edit, Max> m_edits;
    std::size_t m_count = 0;
    bool m_tooMany = false;
};

} // namespace Trackhand::Rtsp
