// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/rewrite.h"
#include "helpers/packet/shorttext.h"
#include "helpers/protocols/sip/sipaddress.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand {

class Connection;

namespace Sip {

struct Message;
struct Registration;

/// What one message is to say instead, collected in any order. Either all of it fits the packet, or none is written:
/// half a translation would be worse than none.
class Edits {
public:
    /// For a message whose whole text is @p message.
    explicit Edits(std::string_view message)
        : m_message(message)
    {
    }

    /// @p piece of the message becomes @p text; nothing happens when it says so already.
    void replace(std::string_view piece, const ShortText &text);

    bool empty() const { return m_count == 0; }
    /// By how much what is replaced within @p part will be longer.
    std::ptrdiff_t growthOf(std::string_view part) const;

    /// Writes all of it; the message is in the payload of the packet from @p offset on. False when that cannot be done.
    bool apply(std::size_t offset, Rewrite &rewrite);

private:
    struct Edit {
        std::size_t offset = 0;
        std::size_t length = 0;
        ShortText text;
    };
    std::string_view m_message;
    std::size_t m_count = 0;
    bool m_tooMany = false;
    std::array<Edit, Rewrite::MaxEdits> m_edits;
};

/// Who an end of a translated connection is to the receiver of the packet in hand (kernel: nf_nat_sip.c, map_addr).
class Translation {
public:
    Translation(const Connection &connection, const Registration &registration)
        : m_connection(connection)
        , m_registration(registration)
    {
    }

    struct End {
        IpAddress address;
        std::uint16_t port = 0;
        auto operator<=>(const End &) const = default;
    };
    /// The same end as the receiver knows it. Nothing for one that is none of the connection's.
    std::optional<End> of(const End &end) const;

    /// The header fields that name an end: Request-URI, topmost Via with its parameters, From, To and Contact.
    void ofHeader(const Message &message, Edits &edits) const;

private:
    void ofHost(const std::optional<HostPort> &host, Edits &edits) const;
    void ofVia(const Message &message, Edits &edits) const;

    const Connection &m_connection;
    const Registration &m_registration;
};

/// Corrects Content-Length for what the edits make of the body.
void correctContentLength(const Message &message, Edits &edits);

} // namespace Sip
} // namespace Trackhand
