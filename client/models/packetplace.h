// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetmodel.h"

namespace Trackhand {

/// Where in a table of packets a person wants to go.
struct PacketPlace {
    int row = 0;
    bool exact = true; ///< false: there is no such packet among those shown, and this is the nearest
};

/// @p text is a packet's number ("901,203"), or a time of day or of a date ("14:02", "14:02:11.203",
/// "2026-01-02 14:02:11"), local, which means the first packet from then on. A time of day is that of the newest
/// packet's day, or the day before when it is later than that packet. Looks among the shown packets.
Result<PacketPlace> findPlace(const PacketModel &model, const QString &text);

/// The shown packet nearest to this time, in nanoseconds since 1970; -1 when none is shown.
int rowNearTime(const PacketModel &model, quint64 timeNs);

} // namespace Trackhand
