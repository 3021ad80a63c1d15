// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/shorttext.h"
#include "wire/net/address.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand::Rtsp {

/// The methods that mean something to the helper.
enum class Method : std::uint8_t { Other, Setup, Play, Record, Teardown };

std::string_view toString(Method method);

/// "SETUP rtsp://host/path RTSP/1.0" or "RTSP/1.0 200 OK".
struct StartLine {
    Method method = Method::Other;
    int status = 0; ///< of a reply; 0 for a request
};
std::optional<StartLine> parseStartLine(std::string_view line);

/// Whether a connection that begins with this line is HTTP: RTSP tunnelled through it, which needs no help, or a
/// browser that somebody makes speak RTSP.
bool isHttp(std::string_view line);

enum class FieldName : std::uint8_t { Other, CSeq, ContentLength, Transport };
struct Field {
    FieldName name = FieldName::Other;
    std::string_view value; ///< without the blanks around it
};
std::optional<Field> parseField(std::string_view line);
std::optional<std::uint32_t> parseNumber(std::string_view text);

/// What is known of a message before its body.
struct Head {
    StartLine start;
    std::optional<std::uint32_t> cseq;
    std::uint32_t contentLength = 0;
    std::string_view transport; ///< the value of the first Transport field
    std::uint32_t transportSequence = 0; ///< of its first byte
    std::uint32_t endSequence = 0; ///< of the byte after the empty line
};

/// The ports of media and of its control protocol (RTCP): second is 0 where there is only one.
struct Ports {
    std::uint16_t first = 0;
    std::uint16_t second = 0;

    static constexpr std::size_t Count = 2;
    std::uint16_t at(std::size_t index) const { return index == 0 ? first : second; }
    bool operator==(const Ports &) const = default;
};

/// Where one side of a media stream says it sends from and receives.
struct End {
    IpAddress address; ///< unspecified family where none is said: the host that says so
    Ports ports; ///< 0 where none are said
    bool isValid = true; ///< what is said was understood
    std::string_view addressText; ///< RFC 2326: the value of destination= or source=
    std::string_view portsText; ///< RFC 2326: the value of client_port= or server_port= or port=
    std::string_view listText; ///< RFC 7826: the value of dest_addr= or src_addr=: "host:port"/"host:port"

    /// The list in the same form with other ends; hosts that were left out stay so.
    ShortText listWith(const IpAddress &otherAddress, const Ports &otherPorts) const;
};

ShortText portsText(const Ports &ports); ///< 50000-50001

/// One of the transports that a Transport field offers or grants (RFC 2326, 12.39; RFC 7826, 18.54).
struct Transport {
    bool isUdp = true; ///< RTP/AVP, RTP/SAVPF/UDP, MP2T/H2221/UDP and so on
    bool isMulticast = false; ///< as said; without a word UDP may be either (RFC 2326), and is taken for unicast
    End client;
    End server;
};

/// A Transport field's first transports; more than anybody offers are left out.
struct Transports {
    static constexpr std::size_t Max = 4;

    std::array<Transport, Max> all;
    std::size_t count = 0;
};
Transports parseTransports(std::string_view value);

} // namespace Trackhand::Rtsp
