-- SPDX-FileCopyrightText: 2026 Trackhand authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Drops requests of SNMP versions 1 and 2c whose community is the word that everybody tries first. An example of a
-- helper that expects nothing and judges: lengths, types and values of ASN.1 are read in place.

local sequence, integer, octets = 0x30, 0x02, 0x04

-- The contents of the element at an offset and the offset behind it; nothing when it is of another type.
local function element(bytes, offset, type)
    if bytes:u8(offset) ~= type then
        return nil
    end
    local length, at = bytes:u8(offset + 1), offset + 2
    if length >= 0x80 then -- as many bytes of length follow
        local count = length - 0x80
        if count < 1 or count > 2 then
            return nil
        end
        length = count == 1 and bytes:u8(at) or bytes:u16(at)
        at = at + count
    end
    return bytes:range(at, length), at + length
end

local function onPacket(packet, connection)
    if packet:direction() ~= "original" then
        return
    end
    local message = element(packet:payload(), 0, sequence)
    local version, behind
    if message then
        version, behind = element(message, 0, integer)
    end
    if not version or #version ~= 1 then
        packet:note("no message of SNMP")
        return
    end
    if version:u8(0) > 1 then
        packet:note("SNMP version 3")
        return
    end
    local community = element(message, behind, octets)
    if community and community:text():lower() == option("community") then
        packet:note("community ", community, " -> dropped")
        packet:drop()
    else
        packet:note("another community")
    end
end

return {
    name = "snmp-public",
    summary = "No requests with the community that everybody knows.",
    advice = "Attach it to udp/161 of the devices meant.",
    transports = { "udp" },
    ports = { 161 },
    options = {
        { name = "community", kind = "string", default = "public", max = 32, text = "the community to drop, in small letters" },
    },
    on_packet = onPacket,
}
