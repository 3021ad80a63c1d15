// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <string>
#include <string_view>

/// What became of a packet, as the comment that it has in a capture file: words of the form name=value, named as in the
/// JSON events, the note last because it may hold anything.
namespace Trackhand {

/// Addresses are among the words when the file has no bytes that would say them.
std::string packetComment(const EventRecord &event, bool hasBytes);

/// @p text with U+FFFD in the place of every byte that is not of UTF-8.
std::string validUtf8(std::string_view text);

/// Writes into @p event what the comment says. False, and nothing written, when it is no comment of ours.
bool readPacketComment(std::string_view comment, EventRecord &event);

} // namespace Trackhand
