// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Trackhand {

/// What a new script says, with @NAME@ for the helper's name. It is a whole helper: a made-up protocol whose messages
/// say in one line where their sender waits.
constexpr const char *ScriptTemplate = R"lua(-- @NAME@: what this helper makes work, in one sentence.
--
-- Try it:   trackhandctl script check @NAME@.lua
--           trackhandctl script run @NAME@.lua --capture FILE.pcap
-- All that a script can use is in script-api.md, beside Trackhand's documentation.

local function onPacket(packet, connection)
    for line in packet:lines() do
        -- A line like "LISTEN 50000" says that its sender waits for a connection at that port.
        local from, port, to = line:match("^LISTEN ()(%d+)()")
        if port then
            local host, where = connection:expect {
                port = tonumber(port),
                class = "data",
                -- Where addresses are translated the peer may find another port: write it in place of this one.
                where = line:range(from, to - from),
                write = function(_, number)
                    return tostring(number)
                end,
            }
            if host then
                packet:note("LISTEN ", port, " -> expects ", host, ":", where)
            else
                packet:note("LISTEN ", port, " -> refused: ", where)
            end
        end
    end
end

return {
    name = "@NAME@",
    summary = "What it makes work, in one line.",
    advice = "Which traffic to attach it to.",
    transports = { "tcp" },
    ports = { 7000 },
    view = "lines", -- TCP as whole lines, however the segments cut them
    classes = { { name = "data", max = 4, timeout = 300 } },
    on_packet = onPacket,
}
)lua";

} // namespace Trackhand
