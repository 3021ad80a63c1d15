// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string>

struct lua_State;

namespace Trackhand::Script {

/// One thing that scripts can use. Everything that is said of it, and the function itself, come from its entry: what is
/// registered, what an editor completes and what docs/script-api.md explains cannot differ.
struct ApiEntry {
    const char *owner; ///< "buffer", "packet", "connection", or "" for a global function
    const char *name;
    const char *signature; ///< as it is written, with what it returns
    const char *summary; ///< one line
    const char *details; ///< more about it, or ""
    int (*function)(lua_State *state);
};

/// One field of the table that a script returns.
struct FieldEntry {
    const char *owner; ///< "" for the table itself, "classes" or "options" for the tables in those
    const char *name;
    const char *type;
    const char *summary;
};

std::span<const ApiEntry> apiEntries();
std::span<const FieldEntry> fieldEntries();

/// The names of Lua's own functions that scripts have: "string.byte" and so on.
std::span<const char *const> languageFunctions();

/// docs/script-api.md.
std::string apiReference();

} // namespace Trackhand::Script
