// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <span>
#include <string>
#include <string_view>

/// The blocks of a capture file of packets as the queue shows them: from the IP header on (link type RAW), times in
/// nanoseconds, and with each packet a comment of what became of it. Format: draft-ietf-opsawg-pcapng, in the byte
/// order of this machine.
namespace Trackhand::Wire::Pcapng {

/// The file's head: its section and its one interface. @p application is who writes; @p comment, unless it is empty, is
/// about the whole file.
void appendHead(std::string &file, std::string_view application, std::string_view comment = {});

/// @p bytes are as many of the packet as were kept, maybe none; @p packetLength is how many it had.
void appendPacket(
    std::string &file, const EventRecord &event, std::span<const std::uint8_t> bytes, std::uint32_t packetLength);

/// The comment that appendHead() wrote at the beginning of @p file, which may be cut behind it; empty when there is
/// none.
std::string_view commentOf(std::string_view file);

} // namespace Trackhand::Wire::Pcapng
