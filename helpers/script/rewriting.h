// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace Trackhand::Script {

struct Buffer;
struct Call;

/// Lets the packet in hand say @p text where it says @p where. Empty when that was done, else a reason for people.
std::string_view replaceBytes(Call &call, const Buffer &where, std::string_view text);

} // namespace Trackhand::Script
