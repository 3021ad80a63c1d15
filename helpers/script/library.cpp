// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/library.h"

#include "helpers/script/api.h"
#include "helpers/script/limits.h"
#include "helpers/script/objects.h"
#include "helpers/script/pattern.h"
#include "helpers/script/runtime.h"

#include <algorithm>
#include <cstring>
#include <lua.hpp>

namespace Trackhand::Script {

namespace {

constexpr std::size_t BytesPerInstruction = 16;
constexpr std::size_t MaxUnpacked = 200;

/// One of Lua's functions that take longer the longer their first argument is.
int chargedCall(lua_State *state)
{
    const lua_Unsigned length = lua_rawlen(state, 1);
    const bool isTable = lua_istable(state, 1);
    Runtime::of(state).charge(static_cast<std::int64_t>(isTable ? length : length / BytesPerInstruction));
    return lua_tocfunction(state, lua_upvalueindex(1))(state);
}

/// Looking for the next entry may pass over all that were removed: it costs by what the script keeps.
int nextEntry(lua_State *state)
{
    luaL_checktype(state, 1, LUA_TTABLE);
    Runtime &runtime = Runtime::of(state);
    runtime.charge(static_cast<std::int64_t>(runtime.memory().used() >> 14));
    lua_settop(state, 2);
    if (lua_next(state, 1) != 0) {
        return 2;
    }
    lua_pushnil(state);
    return 1;
}

int pairsOfTable(lua_State *state)
{
    luaL_checktype(state, 1, LUA_TTABLE);
    lua_pushcfunction(state, &nextEntry);
    lua_pushvalue(state, 1);
    lua_pushnil(state);
    return 3;
}

int repeatString(lua_State *state)
{
    const std::string_view text = textArgument(state, 1);
    const auto count = static_cast<std::size_t>(std::max<lua_Integer>(0, luaL_checkinteger(state, 2)));
    std::size_t betweenLength = 0;
    const char *const between = luaL_optlstring(state, 3, "", &betweenLength);
    const std::size_t each = text.size() + betweenLength;
    if (each != 0 && count > MaxStringLength / each) {
        return luaL_error(state, "the result would be longer than 64 KiB");
    }
    Runtime::of(state).charge(static_cast<std::int64_t>(each == 0 ? 0 : count));
    luaL_Buffer buffer;
    luaL_buffinit(state, &buffer);
    for (std::size_t i = 0; each != 0 && i < count; ++i) {
        luaL_addlstring(&buffer, text.data(), text.size());
        if (i + 1 < count) {
            luaL_addlstring(&buffer, between, betweenLength);
        }
    }
    luaL_pushresult(&buffer);
    return 1;
}

int unpackTable(lua_State *state)
{
    luaL_checktype(state, 1, LUA_TTABLE);
    const lua_Integer first = luaL_optinteger(state, 2, 1);
    const lua_Integer last = luaL_optinteger(state, 3, static_cast<lua_Integer>(lua_rawlen(state, 1)));
    if (last < first) {
        return 0;
    }
    const auto count = static_cast<lua_Unsigned>(last) - static_cast<lua_Unsigned>(first);
    if (count >= MaxUnpacked || lua_checkstack(state, static_cast<int>(count) + 1) == 0) {
        return luaL_error(state, "more than 200 values to unpack");
    }
    for (lua_Unsigned i = 0; i <= count; ++i) {
        lua_rawgeti(state, 1, static_cast<lua_Integer>(static_cast<lua_Unsigned>(first) + i));
    }
    return static_cast<int>(count) + 1;
}

/// Where a search in a string of @p length begins that Lua says begins at argument @p index, which may count from the
/// end; from 0.
std::size_t searchStart(lua_State *state, int index, std::size_t length)
{
    const lua_Integer at = luaL_optinteger(state, index, 1);
    if (at > 0) {
        return static_cast<std::size_t>(at) - 1;
    }
    const auto back = at == 0 ? length : static_cast<std::size_t>(-(at + 1)) + 1;
    return back > length ? 0 : length - back;
}

void pushCapture(lua_State *state, const Pattern &pattern, const Pattern::Piece &piece)
{
    if (piece.isPosition) {
        lua_pushinteger(state, static_cast<lua_Integer>(piece.begin) + 1);
    } else {
        const std::string_view text = pattern.text(piece);
        lua_pushlstring(state, text.data(), text.size());
    }
}

int findInString(lua_State *state)
{
    const std::string_view text = textArgument(state, 1);
    const std::string_view wanted = textArgument(state, 2);
    const std::size_t from = searchStart(state, 3, text.size());
    if (lua_toboolean(state, 4) != 0) {
        // Naive at its worst: every byte of one may be compared with every byte of the other.
        Runtime::of(state).charge(
            static_cast<std::int64_t>(text.size() / BytesPerInstruction * (1 + wanted.size() / 64)));
        const std::size_t at = text.find(wanted, from);
        if (at == std::string_view::npos) {
            lua_pushnil(state);
            return 1;
        }
        lua_pushinteger(state, static_cast<lua_Integer>(at) + 1);
        lua_pushinteger(state, static_cast<lua_Integer>(at + wanted.size()));
        return 2;
    }
    Pattern pattern(Runtime::of(state), text, wanted);
    if (from > text.size() || !pattern.find(from)) {
        lua_pushnil(state);
        return 1;
    }
    lua_pushinteger(state, static_cast<lua_Integer>(pattern.whole().begin) + 1);
    lua_pushinteger(state, static_cast<lua_Integer>(pattern.whole().begin + pattern.whole().length));
    for (std::size_t i = 0; i < pattern.captureCount(); ++i) {
        pushCapture(state, pattern, pattern.capture(i));
    }
    return 2 + static_cast<int>(pattern.captureCount());
}

int matchInString(lua_State *state)
{
    const std::string_view text = textArgument(state, 1);
    const std::size_t from = searchStart(state, 3, text.size());
    Pattern pattern(Runtime::of(state), text, textArgument(state, 2));
    if (from > text.size() || !pattern.find(from)) {
        lua_pushnil(state);
        return 1;
    }
    if (pattern.captureCount() == 0) {
        pushCapture(state, pattern, pattern.whole());
        return 1;
    }
    for (std::size_t i = 0; i < pattern.captureCount(); ++i) {
        pushCapture(state, pattern, pattern.capture(i));
    }
    return static_cast<int>(pattern.captureCount());
}

/// Ours in place of Lua's, which would run for as long as they like.
struct Replacement {
    const char *name;
    lua_CFunction function;
};
constexpr Replacement Replacements[] = {{"next", &nextEntry}, {"pairs", &pairsOfTable}, {"string.find", &findInString},
    {"string.match", &matchInString}, {"string.rep", &repeatString}, {"table.unpack", &unpackTable}};

constexpr const char *Charged[] = {"string.byte", "string.format", "string.lower", "string.pack", "string.reverse",
    "string.unpack", "string.upper", "table.concat", "table.insert", "table.remove", "tonumber"};

lua_CFunction replacementOf(std::string_view name)
{
    const auto found = std::ranges::find(Replacements, name, &Replacement::name);
    return found == std::end(Replacements) ? nullptr : found->function;
}

/// Pushes what the script shall have under @p name; @p source is where Lua's own version of it lies.
void pushLanguageFunction(lua_State *state, const char *name, const char *field, int source)
{
    if (const lua_CFunction ours = replacementOf(name)) {
        lua_pushcfunction(state, ours);
        return;
    }
    lua_getfield(state, source, field);
    if (std::ranges::find(Charged, std::string_view(name)) != std::end(Charged)) {
        lua_pushcclosure(state, &chargedCall, 1);
    }
}

/// Copies what is allowed of library @p name, which the script shall have under that name; globals have none.
void copyLibrary(lua_State *state, const char *name, lua_CFunction open, int environment)
{
    lua_pushcfunction(state, open);
    lua_pushstring(state, name);
    lua_call(state, 1, 1);
    const int source = lua_gettop(state);
    const std::size_t nameLength = std::strlen(name);
    if (nameLength != 0) {
        lua_newtable(state);
    }
    const int target = nameLength != 0 ? lua_gettop(state) : environment;
    for (const char *const function : languageFunctions()) {
        const char *const point = std::strchr(function, '.');
        const bool isHere =
            point ? std::strncmp(function, name, nameLength) == 0 && function + nameLength == point : nameLength == 0;
        if (isHere) {
            const char *const field = point ? point + 1 : function;
            pushLanguageFunction(state, function, field, source);
            lua_setfield(state, target, field);
        }
    }
    if (nameLength != 0) {
        lua_setfield(state, environment, name);
    }
    lua_settop(state, source - 1);
}

/// "text":upper() finds its function in the script's own table string, and nothing of Lua's.
void tieStrings(lua_State *state, int environment)
{
    lua_pushliteral(state, "");
    lua_newtable(state);
    lua_getfield(state, environment, "string");
    lua_setfield(state, -2, "__index");
    lua_setmetatable(state, -2);
    lua_pop(state, 1);
}

} // namespace

void openLibrary(lua_State *state)
{
    lua_newtable(state);
    const int environment = lua_gettop(state);
    copyLibrary(state, "", &luaopen_base, environment);
    copyLibrary(state, "string", &luaopen_string, environment);
    copyLibrary(state, "table", &luaopen_table, environment);
    copyLibrary(state, "math", &luaopen_math, environment);
    tieStrings(state, environment);
    for (const ApiEntry &entry : apiEntries()) {
        if (*entry.owner == '\0') {
            lua_pushcfunction(state, entry.function);
            lua_setfield(state, environment, entry.name);
        }
    }
    lua_rawseti(state, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}

} // namespace Trackhand::Script
