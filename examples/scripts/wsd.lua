-- SPDX-FileCopyrightText: 2026 Trackhand authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Web Services Dynamic Discovery: printers and scanners are asked for in a group, and each answers the one who asked.
-- An example of answers from hosts that nobody knows yet: they are expected from anywhere, but from one port only, and
-- for a few seconds.

local port = 3702

local function onPacket(packet, connection)
    local message = packet:payload()
    if packet:direction() ~= "original" then
        return
    end
    local action = message:match("discovery/(%a+)</%w*:?Action>")
    packet:note(action or "no message of WS-Discovery")
    if action ~= "Probe" and action ~= "Resolve" then
        return
    end
    local host, asked = connection:expect {
        answer = true,
        source_port = port,
        any_source = true,
        permanent = true, -- the first answer would use it up
    }
    packet:note(host and "expects answers at " .. host .. ":" .. asked or "refused: " .. asked)
end

return {
    name = "wsd",
    summary = "Answers of printers, scanners and cameras that were asked for with WS-Discovery.",
    advice = "Attach it to udp/3702 with the destination 239.255.255.250 or ff02::c, on the hosts that may ask.",
    transports = { "udp" },
    ports = { port },
    classes = { { name = "answers", max = 1, timeout = 10 } },
    rights = { "loose-source", "permanent" },
    on_packet = onPacket,
}
