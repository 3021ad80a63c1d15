// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace Trackhand::Sip {

// The messages of the session initiation protocol (RFC 3261, section 7 and 25). Everything borrows the text it was read
// from, so that a piece of it can be found again to be rewritten.

struct Message {
    static constexpr std::size_t MaxContacts = 4; ///< further ones are left out

    std::string_view text;
    std::uint16_t status = 0; ///< of a response; 0 in a request
    std::string_view method; ///< of a response the one in CSeq
    std::optional<std::uint32_t> sequence; ///< the number in CSeq
    std::string_view callId;
    std::string_view requestUri;
    std::string_view via; ///< the topmost one
    std::string_view from;
    std::string_view to;
    std::array<std::string_view, MaxContacts> contacts {};
    std::size_t contactCount = 0;
    std::optional<std::uint32_t> expires; ///< seconds
    std::string_view contentLengthText;
    std::optional<std::uint32_t> contentLength;
    std::string_view contentType;
    std::string_view body; ///< no longer than Content-Length says

    bool isRequest() const { return status == 0; }
    std::span<const std::string_view> allContacts() const { return std::span(contacts).first(contactCount); }
    /// The session description in the body, alone or as a part of multipart/mixed; empty when there is none.
    std::string_view description() const;
};

/// Whether a line can be the first one of a message.
bool isStartLine(std::string_view line);

/// Where the empty line after the header fields ends; nothing when it has not come yet.
std::optional<std::size_t> headerLength(std::string_view text);

/// The length of the body as the header fields in @p header say; 0 when they do not.
std::uint32_t announcedBody(std::string_view header);

/// A message that is all of @p text, as a datagram is. Nothing when its first line is no start line.
std::optional<Message> parse(std::string_view text);

/// The method's name when it is one of SIP's, so that a note shows nothing else of a message; else "request".
std::string_view knownMethod(std::string_view method);

} // namespace Trackhand::Sip
