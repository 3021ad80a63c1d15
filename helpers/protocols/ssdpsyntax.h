// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/shorttext.h"
#include "wire/net/address.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand::Ssdp {

/// The end of a connection that an http URL names by its address: of names nobody here can tell whose they are.
struct Url {
    IpAddress address;
    std::uint16_t port = 80;
    std::string_view end; ///< the part that says so: 10.0.2.2:5000, [fd00:2::2]:5000
};
std::optional<Url> parseUrl(std::string_view text);

/// The same end in the same form.
ShortText urlEnd(const IpAddress &address, std::uint16_t port);

/// The value of a header line, when it is that header; @p name in capitals.
std::optional<std::string_view> headerValue(std::string_view line, std::string_view name);
/// The same of the first such header of a message that is all there.
std::optional<std::string_view> findHeader(std::string_view message, std::string_view name);

/// The method of a request line, or nothing when the line is none.
std::optional<std::string_view> requestMethod(std::string_view line);

/// A length in bytes of at most 2 GiB.
std::optional<std::uint32_t> parseLength(std::string_view text);

} // namespace Trackhand::Ssdp
