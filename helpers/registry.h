// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "wire/base/result.h"

#include <memory>
#include <string_view>
#include <vector>

namespace Trackhand {

/// The helper that shows and accepts: what a name without a protocol of its own gets.
constexpr std::string_view ObserverName = "observer";

/// The built-in protocols, by name.
std::vector<const HelperDescriptor *> availableHelpers();

/// Nothing when no built-in protocol has this name.
const HelperDescriptor *findHelper(std::string_view name);

/// NoSuchHelper for an unknown name, InvalidArgument for options that do not fit.
Result<std::unique_ptr<Helper>> createHelper(std::string_view name, const HelperOptions &options = {});

} // namespace Trackhand
