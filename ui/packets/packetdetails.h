// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/ring/event.h"

#include <QString>

namespace Trackhand {

/// All that is known about one packet, one fact a line.
QString packetDetails(const EventRecord &event);

} // namespace Trackhand
