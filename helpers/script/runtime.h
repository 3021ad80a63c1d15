// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/script/acts.h"
#include "helpers/script/memory.h"
#include "wire/base/result.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct lua_Debug;
struct lua_State;

namespace Trackhand::Script {

struct Call;
struct Object;

/// How a call of a script ended.
enum class Outcome : std::uint8_t {
    Done,
    PacketTooShort, ///< the script reads more than there is: the packet's fault, not the script's
    Failed,
};

/// A script's interpreter: the environment it sees, what it may use, and the way into it. Scripts have nothing that
/// catches errors, runs beside them or makes code of text, so an error, and the end of the instructions, always end the
/// whole call. Errors of Lua are jumps: no function that may raise one has an object with a destructor in scope.
class Runtime {
public:
    /// Runs the text of a script, named @p name in errors, and keeps the table that it returns. The error of a script
    /// that does not come so far is one line, which begins with "NAME:LINE: " where there is a line.
    static Result<std::unique_ptr<Runtime>> load(std::string_view name, std::string_view text);
    ~Runtime();
    Runtime(const Runtime &) = delete;
    Runtime &operator=(const Runtime &) = delete;

    lua_State *state() const { return m_state; }
    static Runtime &of(lua_State *state);

    /// Keeps on_packet of the script's table ready. False when it is no function.
    bool prepareCallback();
    /// Calls on_packet for what @p call has.
    Outcome judge(Call &call);
    std::string_view problem() const { return {m_problem.data(), m_problemLength}; } ///< of a call that was not Done

    /// Takes instructions away for something that takes time without any; raises an error when none are left.
    void charge(std::int64_t instructions);
    /// Ends the call without blame: the packet ends before the byte @p offset.
    [[noreturn]] void endOfPacket(std::size_t offset);
    /// Raises an error with the script's own line, whether it comes from one of our functions or from the hook.
    [[noreturn]] void fail(const char *format, ...);

    /// Says to whom it concerns, if to anybody, what the script's line in hand has done.
    void tell(Act::Kind kind, const Tuple &expected = {});

    Call &call(); ///< the packet in hand; raises an error while there is none, as when the script is loaded
    const Memory &memory() const { return m_memory; }
    Memory &memory() { return m_memory; }

    /// What the helper's options say, once they are known. Owned by the helper, which outlives all calls.
    void setOptions(const std::vector<OptionSpec> &specs, const OptionValues &values)
    {
        m_optionSpecs = &specs;
        m_optionValues = &values;
    }
    const std::vector<OptionSpec> *optionSpecs() const { return m_optionSpecs; }
    const OptionValues *optionValues() const { return m_optionValues; }

    /// Something a script can hold on to may be looked at only as long as its ticket is the present one.
    std::uint64_t payloadTicket() const { return m_payloadTicket; }
    std::uint64_t pieceTicket() const { return m_pieceTicket; }
    void nextPiece() { m_pieceTicket = ++m_lastTicket; }

    static constexpr int TableIndex = 1; ///< where on the stack the script's table stays

private:
    explicit Runtime(std::string_view name);

    std::optional<Error> run(std::string_view text);
    void begin(std::int64_t instructions, std::size_t mayAllocate);
    Outcome takeProblem(int status);
    void setProblem(std::string_view text);
    lua_Debug place() const;
    static void countInstructions(lua_State *state, lua_Debug *);
    [[noreturn]] void outOfInstructions();

    Memory m_memory; // before the state, which lives in it
    lua_State *m_state = nullptr;
    std::string m_name; ///< in errors
    std::int64_t m_instructions = 0; ///< left
    std::int64_t m_mayRun = 0;
    Call *m_call = nullptr;
    bool m_tooShort = false;
    bool m_prepared = false;
    std::uint64_t m_lastTicket = 0;
    std::uint64_t m_payloadTicket = 0;
    std::uint64_t m_pieceTicket = 0;
    const std::vector<OptionSpec> *m_optionSpecs = nullptr;
    const OptionValues *m_optionValues = nullptr;
    std::array<char, 200> m_problem {};
    std::size_t m_problemLength = 0;
};

} // namespace Trackhand::Script
