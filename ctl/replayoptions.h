// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperoptions.h"
#include "helpers/replay/attachedhelper.h"
#include "wire/base/result.h"

#include <string>
#include <vector>

namespace Trackhand {

class Arguments;

/// One helper of a replay, as the command line has it.
struct ReplayHelper {
    std::string name;
    std::vector<ReplayPorts> ports; ///< empty: its own
    HelperOptions options;
};

/// What --helper, --dport and --option of `replay` say together. With several helpers ports are given as NAME:PORTS,
/// and so are options that several of them have. NoSuchHelper for a name that is none; else InvalidArgument.
Result<std::vector<ReplayHelper>> replayHelpersFrom(const Arguments &arguments);

} // namespace Trackhand
