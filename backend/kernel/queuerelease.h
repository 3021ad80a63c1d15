// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace Trackhand {

/// Frees a queue for the next listener while others (systemd's descriptor store) may still hold a copy of its socket.
/// @p socket is the one that is bound; what still waits in the queue is dropped, so nothing may.
void releaseQueue(int socket, std::uint16_t queue);

} // namespace Trackhand
