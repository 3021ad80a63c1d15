// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "ctl/arguments.h"

namespace Trackhand {

/// The options that say how a helper shall be; `helper add` and `helper set` have them alike.
std::vector<Option> helperSettingOptions();

/// What those options say; InvalidArgument, in words for the person who typed them, when they do not fit.
Result<HelperArguments> helperSettingsFrom(const Arguments &arguments);

} // namespace Trackhand
