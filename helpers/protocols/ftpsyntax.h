// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/shorttext.h"
#include "wire/net/address.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand::Ftp {

/// Where one end of a control connection says it waits for the data connection.
struct Announcement {
    IpAddress address; ///< unspecified family in a 229 reply, which names a port alone
    std::uint16_t port = 0;
    std::string_view text; ///< the part of the line that says so

    /// The same in the same form of another end.
    ShortText withEnd(const IpAddress &otherAddress, std::uint16_t otherPort) const;
};

/// The arguments of PORT: h1,h2,h3,h4,p1,p2 (RFC 959).
std::optional<Announcement> parsePort(std::string_view arguments);
/// The arguments of EPRT: |1|10.0.1.2|50000| or |2|fd00::2|50000|, with any delimiter (RFC 2428).
std::optional<Announcement> parseExtendedPort(std::string_view arguments);
/// The text of a 227 reply: the first six numbers in it that can be address and port (RFC 1123, 4.1.2.6).
std::optional<Announcement> parsePassive(std::string_view text);
/// The text of a 229 reply: (|||50000|), with any delimiter (RFC 2428).
std::optional<Announcement> parseExtendedPassive(std::string_view text);

/// The code of a reply line and whether more lines of the reply follow.
struct ReplyCode {
    int code = 0;
    bool continues = false;
};
std::optional<ReplyCode> parseReplyCode(std::string_view line);

/// The verb of a command line in capitals, when it is one of FTP's; what follows it goes to @p arguments. Telnet's
/// interrupt sequences before it (RFC 959, 4.1.3: ABOR) are passed over.
std::optional<std::string_view> parseVerb(std::string_view line, std::string_view &arguments);

} // namespace Trackhand::Ftp
