-- SPDX-FileCopyrightText: 2026 Trackhand authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The file transfer protocol (RFC 959, RFC 2428): lets the data connections through that a control connection announces
-- with PORT, EPRT, PASV (227) and EPSV (229). The same in Lua as the built-in helper, whose tests it passes.

local verbs = {}
for word in pairs {
    ABOR = 1, ACCT = 1, ADAT = 1, ALLO = 1, APPE = 1, AUTH = 1, CCC = 1, CDUP = 1, CLNT = 1, CONF = 1, CWD = 1, DELE = 1,
    ENC = 1, EPRT = 1, EPSV = 1, FEAT = 1, HELP = 1, HOST = 1, LANG = 1, LIST = 1, MDTM = 1, MFMT = 1, MIC = 1, MKD = 1,
    MLSD = 1, MLST = 1, MODE = 1, NLST = 1, NOOP = 1, OPTS = 1, PASS = 1, PASV = 1, PBSZ = 1, PORT = 1, PROT = 1, PWD = 1,
    QUIT = 1, REIN = 1, REST = 1, RETR = 1, RMD = 1, RNFR = 1, RNTO = 1, SITE = 1, SIZE = 1, SMNT = 1, STAT = 1, STOR = 1,
    STOU = 1, STRU = 1, SYST = 1, TYPE = 1, USER = 1,
} do
    verbs[word] = word
    verbs[word:lower()] = word
end

-- What the kernel keeps with a connection, for the helper that comes after this process: version, flags, two zero bytes.
local version, encryptedFlag, extendedOnlyFlag = 1, 1, 2

local function restore(flow, connection)
    local known, flags = connection:data():byte(1, 2)
    flow.encrypted = known == version and flags % 2 == 1
    flow.extendedOnly = known == version and flags >= extendedOnlyFlag or nil
end

local function save(flow, connection)
    local flags = (flow.encrypted and encryptedFlag or 0) + (flow.extendedOnly and extendedOnlyFlag or 0)
    connection:set_data(string.char(version, flags, 0, 0))
end

-- An announcement is where in the line it stands, the end that it names, and how another end is written in its form.

-- h1,h2,h3,h4,p1,p2
local function commaEnd(line, at)
    local from, a, b, c, d, high, low, to = line:match("^()(%d+),(%d+),(%d+),(%d+),(%d+),(%d+)()", at)
    if not from then
        return nil
    end
    high, low = tonumber(high), tonumber(low)
    local host = address(a .. "." .. b .. "." .. c .. "." .. d)
    if not host or high > 255 or low > 255 or high + low == 0 then
        return nil
    end
    return {
        from = from, to = to, address = host, port = high * 256 + low,
        write = function(other, port)
            local one, two, three, four = other:match("^(%d+)%.(%d+)%.(%d+)%.(%d+)$")
            return table.concat({ one, two, three, four, port // 256, port % 256 }, ",")
        end,
    }
end

-- The first six numbers that can be address and port (RFC 1123, 4.1.2.6).
local function passiveEnd(line, at)
    while true do
        local from, to = line:match("()%d+()", at)
        if not from then
            return nil
        end
        local announcement = commaEnd(line, from)
        if announcement then
            return announcement
        end
        at = to
    end
end

-- In a pattern: this very delimiter, which is any visible character but a digit.
local function delimiterPattern(delimiter)
    return delimiter:match("%p") and "%" .. delimiter or delimiter
end

local function validPort(text)
    local port = tonumber(text)
    return port > 0 and port <= 65535 and port or nil
end

-- |1|10.0.1.2|50000| or |2|fd00::2|50000|
local function extendedEnd(line, at)
    local from, delimiter = line:match("^ *()([%a%p])", at)
    if not from then
        return nil
    end
    local d = delimiterPattern(delimiter)
    local family, text, port, to =
        line:match("^" .. d .. "(%d+)" .. d .. "([^" .. d .. "]*)" .. d .. "(%d+)" .. d .. "()", from)
    if not family then
        return nil
    end
    local host, kind = address(text)
    if not host or not validPort(port) or family ~= (kind == "ipv4" and "1" or "2") then
        return nil
    end
    return {
        from = from, to = to, address = host, port = validPort(port),
        write = function(other, number)
            return table.concat({ "", family, other, number, "" }, delimiter)
        end,
    }
end

-- (|||50000|)
local function extendedPassiveEnd(line, at)
    local from, delimiter = line:match("()%(([%a%p])", at)
    if not from then
        return nil
    end
    local d = delimiterPattern(delimiter)
    local port, to = line:match("^%(" .. d .. d .. d .. "(%d+)" .. d .. "%)()", from)
    if not port or not validPort(port) then
        return nil
    end
    return {
        from = from, to = to, port = validPort(port),
        write = function(_, number)
            return "(" .. delimiter:rep(3) .. number .. delimiter .. ")"
        end,
    }
end

local function endText(host, port)
    return host:find(":", 1, true) and "[" .. host .. "]:" .. port or host .. ":" .. port
end

local function announce(what, line, announcement, flow, packet, connection)
    if not announcement then
        packet:note(what, " not understood")
        return
    end
    local where = line:range(announcement.from, announcement.to - announcement.from)
    if flow.extendedOnly and what ~= "229" then
        packet:note(what, " ", where, " -> refused: only EPSV was agreed on")
        return
    end
    local said = where:text()
    local says = said
    local host, port = connection:expect {
        port = announcement.port,
        address = announcement.address,
        where = where,
        write = function(other, number)
            says = announcement.write(other, number)
            return says
        end,
    }
    if host then
        packet:note(what, " ", said, " -> ", says ~= said and "says " .. says .. ", " or "", "expects ", endText(host, port))
    else
        packet:note(what, " ", said, " -> refused: ", port)
    end
end

local function onCommand(line, flow, packet, connection)
    local word, at = line:match("^[\xf0-\xff]*([^ ]+)()") -- Telnet's interrupt may stand before ABOR
    local verb = word and (verbs[word] or verbs[word:upper()])
    if not verb then
        return
    end
    if verb == "PORT" then
        announce(verb, line, commaEnd(line, line:match("^ *()", at)), flow, packet, connection)
    elseif verb == "EPRT" then
        announce(verb, line, extendedEnd(line, at), flow, packet, connection)
    else
        packet:note(verb)
        if verb == "EPSV" and line:match("^ [Aa][Ll][Ll]$", at) then
            flow.extendedOnlyAsked = true
        end
    end
end

-- What the final line of a reply means besides its code, which any reply has.
local meaning = {
    ["227"] = function(line, flow, packet, connection)
        announce("227", line, passiveEnd(line, 3), flow, packet, connection)
    end,
    ["229"] = function(line, flow, packet, connection)
        announce("229", line, extendedPassiveEnd(line, 3), flow, packet, connection)
    end,
    ["234"] = function(_, flow, packet, connection)
        flow.encrypted = true
        save(flow, connection)
        packet:note("234 -> encrypted from here on, nothing more can be seen")
        return "encrypted"
    end,
}

local function onAnswerToEpsvAll(code, flow, connection)
    if code >= "200" then
        flow.extendedOnlyAsked = nil
        flow.extendedOnly = flow.extendedOnly or code < "300" or nil
        save(flow, connection)
    end
end

-- Only the last line of a reply counts, as clients read it; lines within a longer one may say anything.
local function onReply(line, gap, flow, packet, connection)
    if gap then
        flow.open = nil
    end
    local code, more = line:match("^([1-9]%d%d)([ -]?)")
    if not code or (more == "" and #line > 3) then
        return
    end
    local open = flow.open
    if open then
        if code ~= open or more == "-" then
            return
        end
        flow.open = nil
    elseif more == "-" then
        flow.open = code
        return
    end
    if flow.extendedOnlyAsked then
        onAnswerToEpsvAll(code, flow, connection)
    end
    local act = meaning[code]
    if act then
        return act(line, flow, packet, connection)
    end
    packet:note(code)
end

local function onPacket(packet, connection)
    local flow = connection:flow()
    local encrypted = flow.encrypted
    if encrypted == nil then
        restore(flow, connection)
        encrypted = flow.encrypted
    end
    if encrypted then
        packet:note("encrypted")
        return
    end
    local isCommand = packet:direction() == "original"
    for line, gap in packet:lines() do
        if isCommand then
            onCommand(line, flow, packet, connection)
        elseif onReply(line, gap, flow, packet, connection) == "encrypted" then
            return
        end
    end
end

return {
    name = "ftp",
    summary = "FTP data connections, active and passive, over IPv4 and IPv6.",
    advice = "Attach it to tcp/21 of the servers meant, and accept related traffic only to ports from 1024 on.",
    transports = { "tcp" },
    ports = { 21 },
    view = "lines",
    classes = { { name = "ftp", max = 4, timeout = 300 } },
    private_length = 4,
    options = {
        {
            name = "loose", kind = "bool", default = false, grants = "foreign-addresses",
            text = "also expect data connections to other hosts than the one that announces them",
        },
        {
            name = "allow_low_ports", kind = "bool", default = false, grants = "low-ports",
            text = "also expect data connections to ports below 1024",
        },
    },
    on_packet = onPacket,
}
