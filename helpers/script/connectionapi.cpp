// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/call.h"
#include "helpers/script/functions.h"
#include "helpers/script/limits.h"
#include "helpers/script/objects.h"
#include "helpers/script/runtime.h"

#include <lua.hpp>

namespace Trackhand::Script {

namespace {

void pushText(lua_State *state, std::string_view text)
{
    lua_pushlstring(state, text.data(), text.size());
}

void pushAddress(lua_State *state, const IpAddress &address)
{
    std::array<char, IpAddress::MaxText> into;
    pushText(state, address.write(into));
}

Call &callOf(lua_State *state)
{
    checkKind(state, 1, Kind::Connection);
    return Runtime::of(state).call();
}

int pushEnds(lua_State *state, const Tuple &tuple)
{
    pushAddress(state, tuple.source);
    lua_pushinteger(state, tuple.sourcePort);
    pushAddress(state, tuple.destination);
    lua_pushinteger(state, tuple.destinationPort);
    return 4;
}

std::size_t lengthOf(lua_State *state, int index)
{
    return lua_type(state, index) == LUA_TSTRING ? lua_rawlen(state, index) : 0;
}

bool isPlain(lua_State *state, int index)
{
    const int type = lua_type(state, index);
    return type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN;
}

/// Of numbers all but "not a number", which no table can have as a key.
bool isPlainKey(lua_State *state, int index)
{
    return isPlain(state, index) && (lua_type(state, index) != LUA_TNUMBER || lua_rawequal(state, index, index) != 0);
}

} // namespace

namespace ConnectionApi {

int id(lua_State *state)
{
    lua_pushinteger(state, callOf(state).connection.id());
    return 1;
}

int family(lua_State *state)
{
    pushText(state, toString(callOf(state).connection.senderAddress().family));
    return 1;
}

int protocol(lua_State *state)
{
    pushText(state, toString(callOf(state).connection.tuple(Direction::Original).l4));
    return 1;
}

int original(lua_State *state)
{
    return pushEnds(state, callOf(state).connection.tuple(Direction::Original));
}

int reply(lua_State *state)
{
    return pushEnds(state, callOf(state).connection.tuple(Direction::Reply));
}

int hasNat(lua_State *state)
{
    lua_pushboolean(state, callOf(state).connection.hasNat() ? 1 : 0);
    return 1;
}

int sender(lua_State *state)
{
    pushAddress(state, callOf(state).connection.senderAddress());
    return 1;
}

int isSender(lua_State *state)
{
    const Call &call = callOf(state);
    const auto address = IpAddress::parse(textArgument(state, 2));
    lua_pushboolean(state, address && call.connection.isSenders(*address) ? 1 : 0);
    return 1;
}

int data(lua_State *state)
{
    const auto bytes = callOf(state).connection.privateData();
    pushText(state, {reinterpret_cast<const char *>(bytes.data()), bytes.size()});
    return 1;
}

int setData(lua_State *state)
{
    Call &call = callOf(state);
    const std::string_view bytes = textArgument(state, 2);
    if (bytes.size() > call.descriptor.privateDataLength) {
        return luaL_error(state, "%d bytes of data, but private_length is %d", static_cast<int>(bytes.size()),
            static_cast<int>(call.descriptor.privateDataLength));
    }
    call.connection.setPrivateData({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
    return 0;
}

int flow(lua_State *state)
{
    Flow &flow = callOf(state).flow;
    if (flow.table == 0) {
        pushFlowTable(state);
        lua_pushvalue(state, -1);
        flow.table = luaL_ref(state, LUA_REGISTRYINDEX);
        flow.tableIsOld = true;
    } else {
        lua_rawgeti(state, LUA_REGISTRYINDEX, flow.table);
    }
    if (flow.tableIsOld) {
        emptyFlowTable(state);
        flow.tableIsOld = false;
    }
    return 1;
}

int flowNewIndex(lua_State *state)
{
    checkKind(state, 1, Kind::Flow);
    lua_settop(state, 3);
    if (!isPlainKey(state, 2) || !(isPlain(state, 3) || lua_isnil(state, 3))) {
        return luaL_error(state, "the table of a connection keeps strings, numbers and booleans");
    }
    auto &table = *static_cast<FlowTableObject *>(lua_touserdata(state, 1));
    lua_getiuservalue(state, 1, 1);
    lua_pushvalue(state, 2);
    lua_rawget(state, -2);
    const std::size_t entry = FlowEntryBytes + lengthOf(state, 2);
    const std::size_t before = lua_isnil(state, -1) ? 0 : entry + lengthOf(state, -1);
    const std::size_t after = lua_isnil(state, 3) ? 0 : entry + lengthOf(state, 3);
    const std::size_t bytes = table.bytes - before + after;
    if (after > before && bytes > MaxFlowBytes) {
        return luaL_error(
            state, "the table of this connection would be larger than %d bytes", static_cast<int>(MaxFlowBytes));
    }
    lua_pop(state, 1);
    lua_pushvalue(state, 2);
    lua_pushvalue(state, 3);
    lua_rawset(state, -3);
    table.bytes = bytes;
    return 0;
}

} // namespace ConnectionApi

namespace Global {

int address(lua_State *state)
{
    const auto parsed = IpAddress::parse(textArgument(state, 1));
    if (!parsed) {
        lua_pushnil(state);
        return 1;
    }
    pushAddress(state, *parsed);
    pushText(state, toString(parsed->family));
    return 2;
}

int option(lua_State *state)
{
    const Runtime &runtime = Runtime::of(state);
    const std::string_view name = textArgument(state, 1);
    if (!runtime.optionValues()) {
        return luaL_error(state, "options have values only within on_packet");
    }
    for (const OptionSpec &spec : *runtime.optionSpecs()) {
        if (spec.name != name) {
            continue;
        }
        if (spec.kind == OptionKind::Boolean) {
            lua_pushboolean(state, runtime.optionValues()->boolean(name) ? 1 : 0);
        } else if (spec.kind == OptionKind::Integer) {
            lua_pushinteger(state, runtime.optionValues()->integer(name));
        } else {
            pushText(state, runtime.optionValues()->text(name));
        }
        return 1;
    }
    return luaL_error(state, "the script has no option of this name");
}

} // namespace Global

} // namespace Trackhand::Script
