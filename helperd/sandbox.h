// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

namespace Trackhand::Sandbox {

/// What the process is for.
enum class Purpose {
    Packets, ///< it judges them, and has no way to the outside but the channel
    /// It reads a script and says on its standard streams what that is. It never sees a packet, may be root (without
    /// capabilities that is a name), and nothing keeps its output from being a file.
    Description,
};

/// Gives up every power this process has, for good: no capability, no new privileges, no new file, socket, process or
/// program, no memory beyond a bound, and a seccomp filter that ends the process at any other system call (SIGSYS). It
/// can then compute, sleep, and use the eventfd and the shared memory it holds already.
///
/// Refuses to judge packets as root: the caller that starts it changes the uid first.
Status enter(Purpose purpose = Purpose::Packets);

} // namespace Trackhand::Sandbox
