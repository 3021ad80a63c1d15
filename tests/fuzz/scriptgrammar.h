// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "check.h"

#include <string>

namespace Fuzz {

/// A helper in Lua out of an input, which decides at every turn what comes next: mostly one that can be loaded, and does
/// anything that a script can do with any values. Every function of the API and of the language comes up, since the names
/// are those of helpers/script/api.h. Takes of the input what it needs; no longer than 16 KiB.
std::string scriptFrom(Input &input);

} // namespace Fuzz
