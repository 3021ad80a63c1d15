// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

struct lua_State;

namespace Trackhand::Script {

enum class Kind : std::uint8_t { Buffer, Packet, Connection, Flow };
constexpr std::size_t KindCount = 4;

/// What every object of ours begins with in Lua's memory. Scripts can have no others.
struct Object {
    Kind kind;
};

/// Bytes of the packet in hand, or of the piece of its stream in hand: borrowed, never copied.
struct Buffer : Object {
    bool ofStream = false;
    std::uint32_t sequence = 0; ///< of its first byte, if it is of the stream
    std::uint64_t ticket = 0; ///< the Runtime's while the bytes are there
    const std::uint8_t *data = nullptr;
    std::size_t size = 0;

    std::string_view text() const { return {reinterpret_cast<const char *>(data), size}; }
};

/// The table of one connection; its entries are in the object's user value.
struct FlowTableObject : Object {
    std::size_t bytes = 0; ///< that the entries count
};

/// Makes the kinds of objects and the one packet and the one connection that every call passes.
void registerObjects(lua_State *state);
void pushPacket(lua_State *state);
void pushConnection(lua_State *state);

/// Of argument @p index; raises an error when it is something else, or a buffer whose time has passed.
const Buffer &bufferArgument(lua_State *state, int index);
Buffer *toBuffer(lua_State *state, int index); ///< nothing when it is no buffer
void checkKind(lua_State *state, int index, Kind kind);

/// A new one on the stack.
Buffer &pushBuffer(lua_State *state);
void pushFlowTable(lua_State *state); ///< a new one, which emptyFlowTable() makes ready
void emptyFlowTable(lua_State *state); ///< the one on top of the stack

/// The bytes of an argument that is a string, a number or a buffer.
std::string_view textArgument(lua_State *state, int index);

} // namespace Trackhand::Script
