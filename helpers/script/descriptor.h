// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/script/call.h"
#include "wire/base/result.h"

#include <string_view>

namespace Trackhand::Script {

class Runtime;

/// What the table says that a script returned.
struct Description {
    HelperDescriptor descriptor;
    View view = View::Packets;
};

/// InvalidArgument, one line that names the field, for a table that does not fit.
Result<Description> readDescription(Runtime &runtime, std::string_view scriptName);

} // namespace Trackhand::Script
