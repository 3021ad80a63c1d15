-- SPDX-FileCopyrightText: 2026 Trackhand authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The X Display Manager Control Protocol: a display asks a manager for a session, and the manager then opens an X
-- connection to the display. An example of a binary header: version, opcode and length, two bytes each, and a body.

local opcodes = {
    "BroadcastQuery", "Query", "IndirectQuery", "ForwardQuery", "Willing", "Unwilling", "Request", "Accept", "Decline",
    "Manage", "Refuse", "Failed", "KeepAlive", "Alive",
}
local headerLength, firstDisplayPort, lastDisplay = 6, 6000, 63

local function onManage(body, packet, connection)
    local session, display = body:u32(0), body:u16(4)
    if connection:flow().session ~= session then
        packet:note("refused: the manager has offered no such session")
        return
    end
    if display > lastDisplay then
        packet:note("refused: display ", display)
        return
    end
    local host, port = connection:expect {
        port = firstDisplayPort + display,
        protocol = "tcp",
        -- Behind an address translation another display number may have to stand for this one.
        where = body:range(4, 2),
        write = function(_, public)
            return string.pack(">I2", public - firstDisplayPort)
        end,
    }
    packet:note("display ", display, host and " -> expects " .. host .. ":" .. port or " -> refused: " .. port)
end

local function onPacket(packet, connection)
    local payload = packet:payload()
    local version, opcode, length = payload:u16(0), payload:u16(2), payload:u16(4)
    if version ~= 1 or not opcodes[opcode] then
        packet:note("no packet of XDMCP")
        return
    end
    packet:note(opcodes[opcode])
    local body = payload:range(headerLength, length)
    local fromDisplay = packet:direction() == "original"
    if opcodes[opcode] == "Accept" and not fromDisplay then
        connection:flow().session = body:u32(0)
    elseif opcodes[opcode] == "Manage" and fromDisplay then
        onManage(body, packet, connection)
    end
end

return {
    name = "xdmcp",
    summary = "X sessions of displays that ask a display manager for one.",
    advice = "Attach it to udp/177 of the managers meant; accept related traffic to ports 6000 to 6063.",
    transports = { "udp" },
    ports = { 177 },
    classes = { { name = "x11", max = 1, timeout = 60 } },
    on_packet = onPacket,
}
