// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/packet/replacement.h"
#include "helpers/script/call.h"
#include "helpers/script/functions.h"
#include "helpers/script/objects.h"
#include "helpers/script/rewriting.h"
#include "helpers/script/runtime.h"

#include <array>
#include <lua.hpp>

namespace Trackhand::Script::PacketApi {

namespace {

constexpr std::size_t MaxNotePieces = 16;

Call &callOf(lua_State *state)
{
    checkKind(state, 1, Kind::Packet);
    return Runtime::of(state).call();
}

void pushText(lua_State *state, std::string_view text)
{
    lua_pushlstring(state, text.data(), text.size());
}

/// The next piece of the stream is in hand, and the one before is gone.
Buffer &pushPiece(lua_State *state, Call &call, const std::uint8_t *data, std::size_t size, std::uint32_t sequence)
{
    Runtime &runtime = Runtime::of(state);
    runtime.nextPiece();
    call.hasPiece = true;
    Buffer &piece = pushBuffer(state);
    piece.ofStream = true;
    piece.sequence = sequence;
    piece.ticket = runtime.pieceTicket();
    piece.data = data;
    piece.size = size;
    return piece;
}

int noFurtherPiece(lua_State *state, Call &call)
{
    Runtime::of(state).nextPiece();
    call.hasPiece = false;
    lua_pushnil(state);
    return 1;
}

int nextLine(lua_State *state)
{
    Call &call = callOf(state);
    const auto line = (*call.flow.lines)[call.side()].next();
    if (!line) {
        return noFurtherPiece(state, call);
    }
    const auto *data = reinterpret_cast<const std::uint8_t *>(line->text.data());
    pushPiece(state, call, data, line->text.size(), line->beginSequence);
    call.pieceEnd = line->endSequence;
    lua_pushboolean(state, line->afterGap ? 1 : 0);
    lua_pushboolean(state, line->cut ? 1 : 0);
    return 3;
}

int nextChunk(lua_State *state)
{
    Call &call = callOf(state);
    const auto chunk = (*call.flow.streams)[call.side()].next();
    if (!chunk) {
        return noFurtherPiece(state, call);
    }
    pushPiece(state, call, chunk->bytes.data(), chunk->bytes.size(), chunk->sequence);
    call.pieceEnd = chunk->sequence + static_cast<std::uint32_t>(chunk->bytes.size());
    lua_pushboolean(state, chunk->afterGap ? 1 : 0);
    return 2;
}

int pushIterator(lua_State *state, lua_CFunction next)
{
    lua_pushcfunction(state, next);
    lua_pushvalue(state, 1);
    return 2;
}

} // namespace

int payload(lua_State *state)
{
    const Call &call = callOf(state);
    const auto bytes = call.packet.payload();
    Buffer &buffer = pushBuffer(state);
    buffer.ticket = Runtime::of(state).payloadTicket();
    buffer.data = bytes.data();
    buffer.size = bytes.size();
    return 1;
}

int lines(lua_State *state)
{
    if (!callOf(state).flow.lines) {
        return luaL_error(state, "packet:lines() needs view = \"lines\" in the script's table");
    }
    return pushIterator(state, &nextLine);
}

int stream(lua_State *state)
{
    if (!callOf(state).flow.streams) {
        return luaL_error(state, "packet:stream() needs view = \"stream\" in the script's table");
    }
    return pushIterator(state, &nextChunk);
}

int direction(lua_State *state)
{
    pushText(state, callOf(state).packet.direction() == Direction::Original ? "original" : "reply");
    return 1;
}

int flags(lua_State *state)
{
    const Packet &packet = callOf(state).packet;
    if (packet.isTcp()) {
        lua_pushinteger(state, packet.headers().tcpFlags);
    } else {
        lua_pushnil(state);
    }
    return 1;
}

int isTruncated(lua_State *state)
{
    lua_pushboolean(state, callOf(state).packet.truncated() ? 1 : 0);
    return 1;
}

int time(lua_State *state)
{
    lua_pushinteger(state, static_cast<lua_Integer>(callOf(state).packet.receivedNs()));
    return 1;
}

int rewrite(lua_State *state)
{
    Call &call = callOf(state);
    const Buffer &where = bufferArgument(state, 2);
    const std::string_view text = textArgument(state, 3);
    const std::string_view problem = replaceBytes(call, where, text);
    if (!problem.empty()) {
        lua_pushnil(state);
        pushText(state, problem);
        return 2;
    }
    if (where.ofStream && call.flow.replacements) {
        (*call.flow.replacements)[call.side()].remember(where.sequence, where.size, text);
    }
    Runtime::of(state).tell(Act::Kind::Rewrite);
    lua_pushboolean(state, 1);
    return 1;
}

int drop(lua_State *state)
{
    callOf(state).drop = true;
    Runtime::of(state).tell(Act::Kind::Drop);
    return 0;
}

int note(lua_State *state)
{
    Call &call = callOf(state);
    const auto count = static_cast<std::size_t>(lua_gettop(state)) - 1;
    std::array<std::string_view, MaxNotePieces> pieces; // all of them are said or none
    if (count > pieces.size()) {
        return luaL_error(state, "at most %d texts in a note", static_cast<int>(pieces.size()));
    }
    for (std::size_t i = 0; i < count; ++i) {
        pieces[i] = textArgument(state, static_cast<int>(i) + 2);
    }
    Note &note = call.connection.note().next();
    for (std::size_t i = 0; i < count; ++i) {
        note.append(pieces[i]);
    }
    Runtime::of(state).tell(Act::Kind::Note);
    return 0;
}

} // namespace Trackhand::Script::PacketApi
