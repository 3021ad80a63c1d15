// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

namespace Trackhand::Sandbox {

/// Gives up every power this process has, for good: no capability, no new privileges, no new file, socket, process or
/// program, no memory beyond a bound, and a seccomp filter that ends the process at any other system call (SIGSYS). It
/// can then compute, sleep, and use the eventfd and the shared memory it holds already.
///
/// Refuses when the process is root: the caller that starts it changes the uid first.
Status enter();

} // namespace Trackhand::Sandbox
