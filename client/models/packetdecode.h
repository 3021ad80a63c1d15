// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/payloadfeed.h"
#include "wire/ring/event.h"

#include <QList>
#include <QString>
#include <optional>

namespace Trackhand {

/// Bytes of a packet, counted from its IP header on.
struct ByteRange {
    int offset = 0;
    int length = 0;

    bool isEmpty() const { return length == 0; }
    bool contains(int byte) const { return byte >= offset && byte < offset + length; }
    bool operator==(const ByteRange &) const = default;
};

/// One line of what is known about a packet.
struct DecodedField {
    QString name;
    QString value;
    ByteRange bytes; ///< empty for what is not in the packet itself
    int parent = -1; ///< number of the field it belongs to; parents come before their children
};

/// An expectation and what became of it.
struct ExpectedConnection {
    EventRecord made;
    EventAction fate = EventAction::New;
};

/// Everything about one packet: its headers, its connection as conntrack had it, what its helper said and what is
/// expected on the connection. Without @p bytes the headers are what the event says of them. Headers are found by
/// parseHeaders() alone; only fields within the bounds that it has checked are read here.
QList<DecodedField> decodePacket(
    const EventRecord &event, const std::optional<PacketBytes> &bytes, const QList<ExpectedConnection> &expected);

} // namespace Trackhand
