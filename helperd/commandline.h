// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperoptions.h"
#include "wire/base/result.h"

#include <optional>
#include <string>

namespace Trackhand {

/// What trackhand-helperd was asked to do.
struct CommandLine {
    enum class Task { Run, Check, List, Modules, Version, Help } task = Task::Run;
    std::string helper;
    HelperOptions options;
    std::optional<int> script; ///< the descriptor from which the text of a script is read
};

/// `[--check] --helper NAME [--script FD] [--option KEY=VALUE]...`, `--list [--script FD]`, `--version` or `--help`.
/// InvalidArgument for anything else.
Result<CommandLine> parseCommandLine(int argc, char *argv[]);

extern const char *const UsageText;

} // namespace Trackhand
