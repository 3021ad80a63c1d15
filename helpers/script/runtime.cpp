// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/runtime.h"

#include "helpers/script/call.h"
#include "helpers/script/library.h"
#include "helpers/script/objects.h"

#include <algorithm>
#include <cstdarg>
#include <lua.hpp>

namespace Trackhand::Script {

namespace {

constexpr int CallbackIndex = Runtime::TableIndex + 1;
constexpr int PacketIndex = CallbackIndex + 1;
constexpr int ConnectionIndex = PacketIndex + 1;
constexpr int PercentBeforeCollecting = 1000; // of what was left by the last time; Lua takes no more

int makeEnvironment(lua_State *state)
{
    openLibrary(state);
    registerObjects(state);
    return 0;
}

int fetchArguments(lua_State *state)
{
    lua_getfield(state, 1, "on_packet");
    pushPacket(state);
    pushConnection(state);
    return 3;
}

} // namespace

Runtime::Runtime(std::string_view name)
    : m_name(name)
{
}

Runtime::~Runtime()
{
    m_memory.setState(nullptr);
    if (m_state) {
        lua_close(m_state);
    }
}

Runtime &Runtime::of(lua_State *state)
{
    return **static_cast<Runtime **>(lua_getextraspace(state));
}

Result<std::unique_ptr<Runtime>> Runtime::load(std::string_view name, std::string_view text)
{
    std::unique_ptr<Runtime> runtime(new Runtime(name));
    runtime->m_state = lua_newstate(&Memory::allocate, &runtime->m_memory);
    if (!runtime->m_state) {
        return Error {ErrorCode::Failed, "there is no memory for a script"};
    }
    *static_cast<Runtime **>(lua_getextraspace(runtime->m_state)) = runtime.get();
    runtime->m_memory.setState(runtime->m_state);
    if (const auto error = runtime->run(text)) {
        return *error;
    }
    return runtime;
}

std::optional<Error> Runtime::run(std::string_view text)
{
    const auto failed = [this] {
        return Error {ErrorCode::InvalidArgument, std::string(problem())};
    };
    if (text.size() > MaxSourceLength) {
        return Error {ErrorCode::InvalidArgument, m_name + ": a script has at most 256 KiB"};
    }
    begin(InstructionsToLoad, MaxAllocatedToLoad);
    lua_sethook(m_state, &Runtime::countInstructions, LUA_MASKCOUNT, InstructionsBetweenLooks);
    // Packets leave some garbage and the rest stays: it is cheaper to collect seldom. The limit of memory holds all the
    // same.
    lua_gc(m_state, LUA_GCINC, PercentBeforeCollecting, 0, 0);
    lua_pushcfunction(m_state, &makeEnvironment);
    if (takeProblem(lua_pcall(m_state, 0, 0, 0)) != Outcome::Done) {
        return failed();
    }
    // "t": compiled code can break the interpreter, and is refused.
    const int loaded = luaL_loadbufferx(m_state, text.data(), text.size(), ("@" + m_name).c_str(), "t");
    if (takeProblem(loaded) != Outcome::Done || takeProblem(lua_pcall(m_state, 0, 1, 0)) != Outcome::Done) {
        return failed();
    }
    if (!lua_istable(m_state, TableIndex)) {
        return Error {ErrorCode::InvalidArgument,
            m_name + ": the script returns no table; it ends with \"return { name = ..., on_packet = ... }\""};
    }
    return std::nullopt;
}

bool Runtime::prepareCallback()
{
    lua_settop(m_state, TableIndex);
    begin(InstructionsToLoad, MaxAllocatedToLoad);
    lua_pushcfunction(m_state, &fetchArguments);
    lua_pushvalue(m_state, TableIndex);
    m_prepared = takeProblem(lua_pcall(m_state, 1, 3, 0)) == Outcome::Done && lua_isfunction(m_state, CallbackIndex);
    return m_prepared;
}

Outcome Runtime::judge(Call &call)
{
    if (!m_prepared) {
        return Outcome::Failed;
    }
    begin(InstructionsPerPacket, MaxAllocatedPerPacket);
    m_call = &call;
    m_payloadTicket = ++m_lastTicket;
    m_pieceTicket = ++m_lastTicket;
    lua_settop(m_state, ConnectionIndex);
    lua_pushvalue(m_state, CallbackIndex);
    lua_pushvalue(m_state, PacketIndex);
    lua_pushvalue(m_state, ConnectionIndex);
    const Outcome outcome = takeProblem(lua_pcall(m_state, 2, 0, 0));
    m_call = nullptr;
    m_payloadTicket = 0;
    m_pieceTicket = 0;
    return outcome;
}

void Runtime::begin(std::int64_t instructions, std::size_t mayAllocate)
{
    m_memory.begin(mayAllocate);
    m_instructions = instructions;
    m_mayRun = instructions;
    m_tooShort = false;
}

/// Takes the message off the stack. A message that is no text is not made one, because that could raise an error here.
Outcome Runtime::takeProblem(int status)
{
    if (status == LUA_OK) {
        return Outcome::Done;
    }
    if (status == LUA_ERRMEM) {
        const int line = m_memory.refusedLine();
        setProblem(m_name + (line != 0 ? ":" + std::to_string(line) : "") + ": more memory than a script may use");
    } else if (lua_type(m_state, -1) == LUA_TSTRING) {
        std::size_t length = 0;
        const char *text = lua_tolstring(m_state, -1, &length);
        const bool hasPlace = std::string_view(text, length).starts_with(m_name + ":");
        setProblem(hasPlace ? std::string(text, length) : m_name + ": " + std::string(text, length));
    } else {
        setProblem(m_name + ": an error that is no text");
    }
    lua_pop(m_state, 1);
    return m_tooShort ? Outcome::PacketTooShort : Outcome::Failed;
}

void Runtime::setProblem(std::string_view text)
{
    m_problemLength = std::min(text.size(), m_problem.size());
    std::copy_n(text.begin(), m_problemLength, m_problem.begin());
    std::replace(m_problem.begin(), m_problem.begin() + static_cast<std::ptrdiff_t>(m_problemLength), '\n', ' ');
}

void Runtime::charge(std::int64_t instructions)
{
    m_instructions -= instructions;
    if (m_instructions < 0) {
        outOfInstructions();
    }
}

void Runtime::countInstructions(lua_State *state, lua_Debug *)
{
    of(state).charge(InstructionsBetweenLooks);
}

void Runtime::outOfInstructions()
{
    fail("more than %I instructions for %s", static_cast<LUAI_UACINT>(m_mayRun),
        m_call ? "one packet" : "the script to be loaded");
}

void Runtime::endOfPacket(std::size_t offset)
{
    m_tooShort = true;
    fail("the packet ends before byte %I", static_cast<LUAI_UACINT>(offset));
}

/// The innermost line of the script itself.
lua_Debug Runtime::place() const
{
    lua_Debug place {};
    for (int level = 0; place.currentline <= 0 && lua_getstack(m_state, level, &place) != 0; ++level) {
        lua_getinfo(m_state, "Sl", &place);
    }
    return place;
}

void Runtime::tell(Act::Kind kind, const Tuple &expected)
{
    if (m_call && m_call->acts) {
        m_call->acts->add({kind, place().currentline, expected});
    }
}

void Runtime::fail(const char *format, ...)
{
    const lua_Debug here = place();
    lua_pushfstring(m_state, "%s:%d: ", here.short_src, here.currentline);
    va_list values;
    va_start(values, format);
    lua_pushvfstring(m_state, format, values);
    va_end(values);
    lua_concat(m_state, 2);
    lua_error(m_state);
    __builtin_unreachable();
}

Call &Runtime::call()
{
    if (!m_call) {
        fail("there is a packet only within on_packet");
    }
    return *m_call;
}

} // namespace Trackhand::Script
