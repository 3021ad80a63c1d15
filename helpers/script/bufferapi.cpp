// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/functions.h"
#include "helpers/script/objects.h"
#include "helpers/script/pattern.h"
#include "helpers/script/runtime.h"
#include "wire/net/address.h"

#include <algorithm>
#include <array>
#include <lua.hpp>

namespace Trackhand::Script::BufferApi {

namespace {

constexpr int MaxBits = 32;

std::size_t sizeArgument(lua_State *state, int index)
{
    const lua_Integer value = luaL_checkinteger(state, index);
    luaL_argcheck(state, value >= 0, index, "it counts from 0");
    return static_cast<std::size_t>(value);
}

/// @p length bytes of @p buffer at @p offset; when there are not so many the packet is at fault.
const std::uint8_t *bytesAt(lua_State *state, const Buffer &buffer, std::size_t offset, std::size_t length)
{
    if (offset > buffer.size || length > buffer.size - offset) {
        Runtime::of(state).endOfPacket(offset + length);
    }
    return buffer.data + offset;
}

std::uint64_t bigEndian(const std::uint8_t *bytes, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        value = value << 8 | bytes[i];
    }
    return value;
}

int readNumber(lua_State *state, std::size_t count)
{
    const Buffer &buffer = bufferArgument(state, 1);
    const std::uint8_t *bytes = bytesAt(state, buffer, sizeArgument(state, 2), count);
    lua_pushinteger(state, static_cast<lua_Integer>(bigEndian(bytes, count)));
    return 1;
}

int readLittleEndian(lua_State *state, std::size_t count)
{
    const Buffer &buffer = bufferArgument(state, 1);
    const std::uint8_t *bytes = bytesAt(state, buffer, sizeArgument(state, 2), count);
    std::uint64_t value = 0;
    for (std::size_t i = count; i-- != 0;) {
        value = value << 8 | bytes[i];
    }
    lua_pushinteger(state, static_cast<lua_Integer>(value));
    return 1;
}

int readAddress(lua_State *state, L3Protocol family, std::size_t size)
{
    const Buffer &buffer = bufferArgument(state, 1);
    const std::uint8_t *bytes = bytesAt(state, buffer, sizeArgument(state, 2), size);
    std::array<char, IpAddress::MaxText> into;
    const std::string_view text = IpAddress::fromBytes(family, bytes).write(into);
    lua_pushlstring(state, text.data(), text.size());
    return 1;
}

/// What arguments 2 and 3, an offset and a length, name of @p buffer; all of it without them.
std::string_view part(lua_State *state, const Buffer &buffer)
{
    const std::size_t offset = lua_isnoneornil(state, 2) ? 0 : sizeArgument(state, 2);
    const bool toEnd = lua_isnoneornil(state, 3);
    const std::size_t length = toEnd ? buffer.size - std::min(buffer.size, offset) : sizeArgument(state, 3);
    bytesAt(state, buffer, offset, length);
    return buffer.text().substr(offset, length);
}

void pushCapture(lua_State *state, const Pattern &pattern, const Pattern::Piece &piece)
{
    if (piece.isPosition) {
        lua_pushinteger(state, static_cast<lua_Integer>(piece.begin));
    } else {
        const std::string_view text = pattern.text(piece);
        lua_pushlstring(state, text.data(), text.size());
    }
}

} // namespace

int length(lua_State *state)
{
    lua_pushinteger(state, static_cast<lua_Integer>(bufferArgument(state, 1).size));
    return 1;
}

int range(lua_State *state)
{
    const Buffer &whole = bufferArgument(state, 1);
    const std::string_view bytes = part(state, whole);
    Buffer &piece = pushBuffer(state);
    piece.ofStream = whole.ofStream;
    piece.ticket = whole.ticket;
    piece.data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    piece.size = bytes.size();
    piece.sequence = whole.sequence + static_cast<std::uint32_t>(piece.data - whole.data);
    return 1;
}

int text(lua_State *state)
{
    const std::string_view bytes = part(state, bufferArgument(state, 1));
    lua_pushlstring(state, bytes.data(), bytes.size());
    return 1;
}

int u8(lua_State *state)
{
    return readNumber(state, 1);
}

int u16(lua_State *state)
{
    return readNumber(state, 2);
}

int u32(lua_State *state)
{
    return readNumber(state, 4);
}

int u64(lua_State *state)
{
    return readNumber(state, 8);
}

int u16le(lua_State *state)
{
    return readLittleEndian(state, 2);
}

int u32le(lua_State *state)
{
    return readLittleEndian(state, 4);
}

int bits(lua_State *state)
{
    const Buffer &buffer = bufferArgument(state, 1);
    const std::size_t first = sizeArgument(state, 3);
    const lua_Integer count = luaL_checkinteger(state, 4);
    luaL_argcheck(state, count >= 1 && count <= MaxBits, 4, "1 to 32 bits can be read at a time");
    luaL_argcheck(state, first < 8 * 65536, 3, "no packet has so many bits");
    const std::size_t offset = sizeArgument(state, 2) + first / 8;
    const std::size_t behind = first % 8 + static_cast<std::size_t>(count);
    const std::size_t bytes = (behind + 7) / 8;
    const std::uint64_t value = bigEndian(bytesAt(state, buffer, offset, bytes), bytes) >> (bytes * 8 - behind);
    lua_pushinteger(state, static_cast<lua_Integer>(value & ((std::uint64_t {1} << count) - 1)));
    return 1;
}

int ipv4(lua_State *state)
{
    return readAddress(state, L3Protocol::Ipv4, 4);
}

int ipv6(lua_State *state)
{
    return readAddress(state, L3Protocol::Ipv6, 16);
}

int find(lua_State *state)
{
    const std::string_view bytes = bufferArgument(state, 1).text();
    const std::string_view wanted = textArgument(state, 2);
    const std::size_t from = lua_isnoneornil(state, 3) ? 0 : sizeArgument(state, 3);
    Runtime::of(state).charge(static_cast<std::int64_t>(bytes.size() / 16 * (1 + wanted.size() / 64)));
    const std::size_t at = bytes.find(wanted, from);
    if (at == std::string_view::npos) {
        lua_pushnil(state);
        return 1;
    }
    lua_pushinteger(state, static_cast<lua_Integer>(at));
    return 1;
}

int match(lua_State *state)
{
    const Buffer &buffer = bufferArgument(state, 1);
    const std::size_t from = lua_isnoneornil(state, 3) ? 0 : sizeArgument(state, 3);
    Pattern pattern(Runtime::of(state), buffer.text(), textArgument(state, 2));
    if (!pattern.find(from)) {
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

} // namespace Trackhand::Script::BufferApi
