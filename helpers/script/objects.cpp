// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/objects.h"

#include "helpers/script/api.h"
#include "helpers/script/functions.h"
#include "helpers/script/runtime.h"

#include <cstring>
#include <lua.hpp>
#include <new>

namespace Trackhand::Script {

namespace {

constexpr const char *KindNames[KindCount] = {"buffer", "packet", "connection", "flow"};

/// Keys of the kinds' metatables in the registry, by address.
constexpr char Keys[KindCount] = {};

const char *nameOf(Kind kind)
{
    return KindNames[static_cast<std::size_t>(kind)];
}

const void *keyOf(Kind kind)
{
    return &Keys[static_cast<std::size_t>(kind)];
}

void pushMethods(lua_State *state, Kind kind)
{
    lua_newtable(state);
    for (const ApiEntry &entry : apiEntries()) {
        if (std::strcmp(entry.owner, nameOf(kind)) == 0) {
            lua_pushcfunction(state, entry.function);
            lua_setfield(state, -2, entry.name);
        }
    }
}

void registerKind(lua_State *state, Kind kind)
{
    lua_newtable(state);
    lua_pushstring(state, nameOf(kind));
    lua_setfield(state, -2, "__name");
    pushMethods(state, kind);
    lua_setfield(state, -2, "__index");
    if (kind == Kind::Buffer) {
        lua_pushcfunction(state, &BufferApi::length);
        lua_setfield(state, -2, "__len");
    }
    lua_rawsetp(state, LUA_REGISTRYINDEX, keyOf(kind));
}

void setKind(lua_State *state, Kind kind)
{
    lua_rawgetp(state, LUA_REGISTRYINDEX, keyOf(kind));
    lua_setmetatable(state, -2);
}

void pushPlain(lua_State *state, Kind kind)
{
    new (lua_newuserdatauv(state, sizeof(Object), 0)) Object {kind};
    setKind(state, kind);
}

} // namespace

void registerObjects(lua_State *state)
{
    for (const Kind kind : {Kind::Buffer, Kind::Packet, Kind::Connection}) {
        registerKind(state, kind);
    }
}

void pushPacket(lua_State *state)
{
    pushPlain(state, Kind::Packet);
}

void pushConnection(lua_State *state)
{
    pushPlain(state, Kind::Connection);
}

Buffer &pushBuffer(lua_State *state)
{
    auto *buffer = new (lua_newuserdatauv(state, sizeof(Buffer), 0)) Buffer;
    buffer->kind = Kind::Buffer;
    setKind(state, Kind::Buffer);
    return *buffer;
}

void pushFlowTable(lua_State *state)
{
    auto *table = new (lua_newuserdatauv(state, sizeof(FlowTableObject), 1)) FlowTableObject;
    table->kind = Kind::Flow;
}

void emptyFlowTable(lua_State *state)
{
    static_cast<FlowTableObject *>(lua_touserdata(state, -1))->bytes = 0;
    lua_createtable(state, 0, 3); // a metatable of its own: reading finds the entries without a call
    lua_newtable(state);
    lua_pushvalue(state, -1);
    lua_setiuservalue(state, -4, 1);
    lua_setfield(state, -2, "__index");
    lua_pushcfunction(state, &ConnectionApi::flowNewIndex);
    lua_setfield(state, -2, "__newindex");
    lua_pushstring(state, nameOf(Kind::Flow));
    lua_setfield(state, -2, "__name");
    lua_setmetatable(state, -2);
}

// Nothing but these objects is ever given to a script as userdata, so each can be asked for its kind.
void checkKind(lua_State *state, int index, Kind kind)
{
    const auto *object = static_cast<const Object *>(lua_touserdata(state, index));
    if (!object || object->kind != kind) {
        luaL_typeerror(state, index, nameOf(kind));
    }
}

Buffer *toBuffer(lua_State *state, int index)
{
    auto *object = static_cast<Object *>(lua_touserdata(state, index));
    return object && object->kind == Kind::Buffer ? static_cast<Buffer *>(object) : nullptr;
}

const Buffer &bufferArgument(lua_State *state, int index)
{
    const Buffer *const buffer = toBuffer(state, index);
    if (!buffer) {
        luaL_typeerror(state, index, nameOf(Kind::Buffer));
    }
    const Runtime &runtime = Runtime::of(state);
    if (buffer->ticket != (buffer->ofStream ? runtime.pieceTicket() : runtime.payloadTicket())) {
        luaL_argerror(state, index, "this buffer is of an earlier packet or line; keep its text() instead");
    }
    return *buffer;
}

std::string_view textArgument(lua_State *state, int index)
{
    if (lua_type(state, index) == LUA_TUSERDATA) {
        return bufferArgument(state, index).text();
    }
    std::size_t length = 0;
    const char *text = luaL_checklstring(state, index, &length);
    return {text, length};
}

} // namespace Trackhand::Script
