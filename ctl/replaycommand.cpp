// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/commands.h"
#include "ctl/replayrun.h"
#include "ctl/session.h"

namespace Trackhand {

namespace {

ExitStatus runReplay(Session &session, const Arguments &arguments)
{
    const auto helpers = replayHelpersFrom(arguments, arguments.values("script"));
    if (!helpers) {
        const bool mistyped = helpers.error().code == ErrorCode::InvalidArgument;
        return mistyped ? session.usage(helpers.error()) : session.fail(helpers.error());
    }
    return playAndPrint(session, *helpers, arguments.operand(0));
}

} // namespace

std::vector<Command> replayCommands()
{
    return {{"replay", "FILE", 1, 1, "runs helpers over a pcap or pcapng file, without root, kernel or backend",
        {
            {"helper", "NAME", "a helper to run; repeat it for several at once"},
            {"script", "FILE.lua", "a helper written in Lua, in place of the built-in one of its name"},
            {"module", "FILE.so", "a helper in C++ that was built on its own"},
            {"dport", "[NAME:]N[,N|N-M]", "ports a helper is attached to (default: the protocol's own)"},
            {"option", "[NAME:]KEY=VALUE", "an option of a protocol, once for each"},
        },
        runReplay}};
}

} // namespace Trackhand
