-- SPDX-FileCopyrightText: 2026 Trackhand authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The remote shell of BSD: the client's first bytes are the number of a port, ended by a zero byte, to which the server
-- connects for the error output. An example of a stream: the number may come in any pieces.

local longest = 5

local function onNumber(text, bytes, from, packet, connection)
    local port = tonumber(text)
    if not port or port > 65535 then
        packet:note("no port that could be expected")
        return
    end
    if port == 0 then
        packet:note("no error output")
        return
    end
    local host, where = connection:expect {
        port = port,
        -- Only a number that came in one piece can be changed where addresses are translated.
        where = from == 0 and bytes:range(0, #text) or nil,
        write = function(_, public)
            return tostring(public)
        end,
    }
    packet:note("error output", host and " -> expects " .. host .. ":" .. where or " -> refused: " .. where)
end

local function onPacket(packet, connection)
    if packet:direction() ~= "original" then
        return
    end
    local flow = connection:flow()
    for bytes, gap in packet:stream() do
        if gap or flow.done then
            flow.done = true
            return
        end
        local before = flow.number or ""
        local digits, ended = bytes:match("^(%d*)(\0?)")
        local text = before .. digits
        if ended ~= "" then
            flow.done = true
            onNumber(text, bytes, #before, packet, connection)
            return
        end
        if #digits < #bytes or #text > longest then
            flow.done = true
            packet:note("does not begin with a port")
            return
        end
        flow.number = text
    end
end

return {
    name = "rsh",
    summary = "The error output of remote shells.",
    advice = "Attach it to tcp/514 of the servers meant. The ports are below 1024: accept related traffic to them.",
    transports = { "tcp" },
    families = { "ipv4" },
    ports = { 514 },
    view = "stream",
    classes = { { name = "stderr", max = 1, timeout = 60 } },
    rights = { "low-ports" },
    on_packet = onPacket,
}
