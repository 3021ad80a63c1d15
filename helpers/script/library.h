// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

struct lua_State;

namespace Trackhand::Script {

/// Makes the environment of a script: of Lua's own functions those that reach nothing, catch nothing and take no time
/// that nobody counts. May raise errors of Lua.
void openLibrary(lua_State *state);

} // namespace Trackhand::Script
