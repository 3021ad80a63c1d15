-- SPDX-FileCopyrightText: 2026 Trackhand authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The Media Gateway Control Protocol (RFC 3435): a call agent tells a gateway to make connections, and the answer says
-- where the gateway waits for the sound. An example of requests and responses that belong together by an id: only the
-- answer to a command that was seen opens anything.

local opens = { CRCX = true, MDCX = true }
local remembered = 8 -- commands of a connection that are waited for at a time; the oldest makes room

local function remember(flow, id)
    local at = flow.next or 0
    flow[at] = id
    flow.next = (at + 1) % remembered
end

local function takeCommand(flow, id)
    for at = 0, remembered - 1 do
        if flow[at] == id then
            flow[at] = nil
            return true
        end
    end
    return false
end

-- The first address and the first port of sound that a description names (RFC 8866).
local function mediaEnd(message)
    local host = message:match("\nc=IN IP[46] ([%x%.:]+)")
    local port = message:match("\nm=audio (%d+) ")
    return host and address(host), tonumber(port or "")
end

local function expectSound(message, packet, connection)
    local host, port = mediaEnd(message)
    if not host or not port or port < 1 or port > 65534 then
        packet:note("no end that could be expected")
    elseif connection:has_nat() then
        packet:note("refused: the addresses are translated, which this example leaves out")
    else
        for _, each in ipairs { port, port + 1 } do -- RTP, and RTCP beside it
            local where, why = connection:expect {
                port = each,
                address = host,
                any_source = true, -- the other end of the call is a host that nobody has heard of yet
            }
            packet:note(where and "expects " .. where .. ":" .. each or "refused: " .. why)
        end
    end
end

local function onPacket(packet, connection)
    local message = packet:payload()
    local flow = connection:flow()
    local verb, id = message:match("^(%u%u%u%u) (%d+) ")
    if verb then
        packet:note(verb, " ", id)
        if opens[verb] and #id <= 9 then
            remember(flow, tonumber(id))
        end
        return
    end
    local code, answered = message:match("^(%d%d%d) (%d+)")
    if not code then
        packet:note("no message of MGCP")
        return
    end
    packet:note(code, " ", answered)
    if code == "200" and takeCommand(flow, tonumber(answered)) then
        expectSound(message, packet, connection)
    end
end

return {
    name = "mgcp",
    summary = "The sound of calls that MGCP gateways are told to make.",
    advice = "Attach it to udp/2427 between the call agent and its gateways.",
    transports = { "udp" },
    ports = { 2427 },
    classes = { { name = "rtp", max = 4, timeout = 180 } },
    rights = { "loose-source" },
    on_packet = onPacket,
}
