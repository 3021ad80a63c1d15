// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

struct lua_State;

/// The functions that api.cpp lists, by the object they are of.
namespace Trackhand::Script {

namespace Global {
int address(lua_State *state);
int option(lua_State *state);
} // namespace Global

namespace BufferApi {
int length(lua_State *state);
int range(lua_State *state);
int text(lua_State *state);
int u8(lua_State *state);
int u16(lua_State *state);
int u32(lua_State *state);
int u64(lua_State *state);
int u16le(lua_State *state);
int u32le(lua_State *state);
int bits(lua_State *state);
int ipv4(lua_State *state);
int ipv6(lua_State *state);
int find(lua_State *state);
int match(lua_State *state);
} // namespace BufferApi

namespace PacketApi {
int payload(lua_State *state);
int lines(lua_State *state);
int stream(lua_State *state);
int direction(lua_State *state);
int flags(lua_State *state);
int isTruncated(lua_State *state);
int time(lua_State *state);
int rewrite(lua_State *state);
int drop(lua_State *state);
int note(lua_State *state);
} // namespace PacketApi

namespace ConnectionApi {
int id(lua_State *state);
int family(lua_State *state);
int protocol(lua_State *state);
int original(lua_State *state);
int reply(lua_State *state);
int hasNat(lua_State *state);
int sender(lua_State *state);
int isSender(lua_State *state);
int expect(lua_State *state);
int data(lua_State *state);
int setData(lua_State *state);
int flow(lua_State *state);
int flowNewIndex(lua_State *state);
} // namespace ConnectionApi

} // namespace Trackhand::Script
