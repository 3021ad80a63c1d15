// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Trackhand {

class Session;
struct WatchOptions;
enum class ExitStatus;

/// `watch health`: prints each helper, and again whenever its state or its counters have changed.
ExitStatus watchHealth(Session &session, const WatchOptions &options);

} // namespace Trackhand
