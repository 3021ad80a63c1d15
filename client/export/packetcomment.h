// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <QByteArray>
#include <string>

/// What became of a packet, as the comment that it has in a capture file: words of the form name=value, named as in the
/// JSON events, the note last because it may hold anything.
namespace Trackhand {

/// Addresses are among the words when the file has no bytes that would say them.
std::string packetComment(const EventRecord &event, bool hasBytes);

/// Writes into @p event what the comment says. False, and nothing written, when it is no comment of ours.
bool readPacketComment(const QByteArray &comment, EventRecord &event);

} // namespace Trackhand
