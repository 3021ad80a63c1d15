// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ctl/exitstatus.h"
#include "ctl/replayoptions.h"
#include "helpers/replay/replay.h"
#include "wire/base/result.h"

#include <QString>
#include <vector>

namespace Trackhand {

class Session;

/// Helpers attached to a replay, and which of them are scripts.
struct Stage {
    Replay replay;
    std::vector<const ScriptHelper *> scripts;

    /// InvalidArgument for options that do not fit.
    Status attach(const std::vector<ReplayHelper> &helpers);
    /// What is to be said of scripts that ended with errors; empty when none did.
    std::string complaint() const;
};

/// Replays @p file and prints what happens and, at the end, how much of it. Failed when the file was damaged, or a
/// script ended with an error.
ExitStatus playAndPrint(Session &session, const std::vector<ReplayHelper> &helpers, const QString &file);

} // namespace Trackhand
