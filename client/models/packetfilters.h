// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetmodel.h"

/// Filters made from what a packet has, so that nobody needs to type them.
namespace Trackhand {

/// What lets the packets through that say the same in this column: `helper == "ftp"`. "" for columns that no field of a
/// filter has, and for values that are not there.
QString filterOfCell(const EventRecord &packet, int column);

/// Both directions of the packet's connection; "" for a packet without addresses.
QString filterOfConversation(const EventRecord &packet);

/// What lets through that passes both. Either may be "".
QString bothFilters(const QString &one, const QString &other);

/// What lets through that @p filter does not.
QString oppositeFilter(const QString &filter);

} // namespace Trackhand
