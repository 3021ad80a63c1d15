# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The few messages of H.225.0 and H.245 that peer.py's two sides say to each other, in aligned PER (ITU-T X.691).

A message is written field by field with the field's name. What is received is not decoded: the receiver writes the same
message itself and compares. Only addresses may differ, so a router that changes anything else is found out."""

import ipaddress


class Message:
    def __init__(self):
        self.bits = []
        self.names = []  # (bit, name) of each field, for people
        self.addresses = {}  # name -> (byte, size of the address)

    def put(self, value, width, name=""):
        """Bits that are not aligned."""
        if name:
            self.names.append((len(self.bits), name))
        self.bits += [value >> i & 1 for i in reversed(range(width))]
        return self

    def flags(self, digits, name=""):
        return self.put(int(digits, 2), len(digits), name)

    def align(self):
        self.bits += [0] * (-len(self.bits) % 8)
        return self

    def octets(self, data, name=""):
        self.align()
        if name:
            self.names.append((len(self.bits), name))
        for byte in data:
            self.put(byte, 8)
        return self

    def length(self, count, name="length"):
        self.align()
        return self.put(count, 8, name) if count < 128 else self.put(0x8000 | count, 16, name)

    def within(self, part):
        """Another message with its length before it: an open type or an octet string."""
        data = bytes(part)
        self.length(len(data))
        start = len(self.bits)
        self.names += [(start + bit, name) for bit, name in part.names]
        for name, (at, size) in part.addresses.items():
            self.addresses[self.fresh(name)] = (start // 8 + at, size)
        return self.octets(data)

    def append(self, part):
        """Another message's fields, which begin with a byte or are not aligned anywhere."""
        start = len(self.bits)
        self.names += [(start + bit, name) for bit, name in part.names]
        for name, (at, size) in part.addresses.items():
            self.addresses[self.fresh(name)] = (start // 8 + at, size)
        self.bits += part.bits
        return self

    def fresh(self, name):
        """Several channels of a message have addresses of the same name: the later ones are counted."""
        number = sum(each.rstrip("0123456789") == name for each in self.addresses)
        return f"{name}{number}" if number else name

    def endpoint(self, name, address, port):
        packed = ipaddress.ip_address(address).packed
        self.align()
        self.addresses[self.fresh(name)] = (len(self.bits) // 8, len(packed))
        return self.octets(packed, name).put(port, 16, name + ": port")

    def transport225(self, name, address, port):
        if ipaddress.ip_address(address).version == 4:
            self.flags("0000", "TransportAddress ipAddress")
        else:
            self.flags("0011", "TransportAddress ip6Address").flags("0")
        return self.endpoint(name, address, port)

    def transport245(self, name, address, port):
        four = ipaddress.ip_address(address).version == 4
        self.flags("00", "TransportAddress unicastAddress").flags("0000" if four else "0010", "UnicastAddress").flags("0")
        return self.endpoint(name, address, port)

    def additions(self, count, present):
        """The extension additions of a sequence: how many are known, and those that are here by their index."""
        self.put(count - 1, 7, "additions").flags("".join("01"[i in present] for i in range(count)), "present")
        for index in sorted(present):
            self.within(present[index])
        return self

    def __bytes__(self):
        bits = self.bits + [0] * (-len(self.bits) % 8)
        data = bytes(int("".join(map(str, bits[i : i + 8])), 2) for i in range(0, len(bits), 8))
        return data or b"\0"

    def match(self, data):
        """The addresses in what was received, if it is this message in all else."""
        mine, theirs, found = bytearray(bytes(self)), bytearray(data), {}
        if len(mine) != len(theirs):
            raise ValueError(f"another message: {data.hex()}, expected one like {bytes(self).hex()}")
        for name, (at, size) in self.addresses.items():
            found[name] = (str(ipaddress.ip_address(data[at : at + size])), int.from_bytes(data[at + size : at + size + 2], "big"))
            mine[at : at + size + 2] = theirs[at : at + size + 2] = bytes(size + 2)
        if mine != theirs:
            raise ValueError(f"changed elsewhere than in its addresses: {data.hex()}, expected {bytes(self).hex()}")
        return found


VERSION = bytes([0, 8, 0x91, 0x4A, 0, 4])  # itu-t recommendation h 2250 0 4
GUID = bytes(range(16))


def version(message):
    return message.length(6).octets(VERSION, "protocolIdentifier")


def terminal(message):
    """An EndpointType with vendor and terminal."""
    message.flags("0", "EndpointType: no additions").flags("010001", "vendor and terminal present")
    message.flags("0", "VendorIdentifier: no additions").flags("10", "productId present, versionId not").flags("0")
    message.octets([0xB5], "t35CountryCode").octets([0]).octets([0, 1], "manufacturerCode")
    message.octets([len(b"trackhand") - 1], "productId: length - 1").octets(b"trackhand")
    return message.flags("00", "TerminalInfo").flags("00", "mc, undefinedNode")


def alias(message, name):
    """An AliasAddress h323-ID."""
    return message.flags("01", "AliasAddress h323-ID").octets([len(name) - 1]).octets(name.encode("utf-16-be"))


def octet_strings(parts):
    message = Message().length(len(parts), "number of")
    for part in parts:
        message.within(part)
    return message


def call_identifier():
    return Message().flags("0").octets(GUID, "callIdentifier")


def boolean(value):
    return Message().put(int(value), 1)


# H.225.0 call signalling


def user_information(body, kind, tunnelled=None):
    """A body (of so many bits that it begins with a byte) in its H323-UserInformation."""
    message = Message().flags("00", "H323-UserInformation").flags("10", "H323-UU-PDU: additions").put(kind, 4, "body")
    message.append(body)
    present = {1: boolean(tunnelled is not None)}
    if tunnelled:
        present[2] = octet_strings(tunnelled)
    return message.additions(3, present)


def q931(kind, content):
    message = Message().octets([8], "Q.931").octets([2, 0, 1], "call reference").octets([kind], "message type")
    data = bytes(content)
    message.octets([0x7E], "User-user").put(len(data) + 1, 16, "length").octets([5], "X.208 and X.209")
    return message.append(content)


def setup(source, destination, control=None, fast=None, tunnelled=None):
    message = Message().flags("1", "Setup-UUIE: additions").flags("1111000" if control else "0111000", "optionals")
    version(message)
    if control:
        message.transport225("h245Address", *control)
    alias(message.length(1, "sourceAddress: number of"), "alice")
    terminal(message)
    alias(message.length(1, "destinationAddress: number of"), "bob")
    message.transport225("destCallSignalAddress", *destination)
    message.flags("0", "activeMC").octets(GUID, "conferenceID").flags("000", "conferenceGoal create")
    message.flags("000", "callType pointToPoint")
    present = {0: Message().transport225("sourceCallSignalAddress", *source), 2: call_identifier(), 7: boolean(False)}
    if fast:
        present[6] = octet_strings(fast)
    return q931(5, user_information(message.additions(9, present), 0, tunnelled))


def answer(kind, control=None, fast=None, tunnelled=None):
    """Alerting (1), CallProceeding (2) or Connect (7), by their numbers in Q.931."""
    message = Message().flags("1", "additions").flags("1" if control else "0", "h245Address present")
    version(message)
    if kind != 7:
        terminal(message)
    if control:
        message.transport225("h245Address", *control)
    if kind == 7:
        terminal(message).octets(GUID, "conferenceID")
    present = {0: call_identifier()}
    if fast:
        present[4] = octet_strings(fast)
    return q931(kind, user_information(message.additions(5, present), {1: 3, 2: 1, 7: 2}[kind], tunnelled))


def facility(control=None, alternative=None, tunnelled=None):
    message = Message().flags("1", "Facility-UUIE: additions").flags("100" if alternative else "000", "optionals")
    version(message)
    if alternative:
        message.transport225("alternativeAddress", *alternative)
    message.flags("001" if alternative else "011", "reason")  # callForwarded, undefinedReason
    present = {0: call_identifier()}
    if control:
        present[6] = Message().transport225("h245Address", *control)
    return q931(0x62, user_information(message.additions(8, present), 6, tunnelled))


# H.245


def parameters(media, media_control):
    """H2250LogicalChannelParameters."""
    message = Message().flags("0").flags(f"00{int(media is not None)}0{int(media_control is not None)}00000", "optionals")
    message.octets([1], "sessionID")
    if media:
        message.transport245("mediaChannel", *media)
    if media_control:
        message.transport245("mediaControlChannel", *media_control)
    return message


def multiplexed(message, of_h2250):
    return message.flags("1").flags("0000000", "multiplexParameters h2250").within(of_h2250)


def data_type(message, t120=False):
    if t120:
        return message.flags("0100", "dataType data").flags("0").flags("00001", "application t120").flags(
            "10000011", "separateLANStack").within(Message()).put(0, 2, "maxBitRate: length").octets([0], "maxBitRate")
    return message.flags("0011", "dataType audioData").flags("00010", "g711Ulaw64k").octets([19], "frames - 1")


def network_access(address):
    message = Message().flags("0", "NetworkAccessParameters").flags("10", "optionals").flags("00", "unicast")
    message.flags("010", "localAreaAddress").transport245("separateStack", *address)
    return message.flags("0", "associateConference")


def channel_body(number, media=None, media_control=None, t120=None):
    message = Message().flags("1" if t120 else "0", "OpenLogicalChannel").flags("0", "reverse absent")
    message.align().put(number - 1, 16, "forwardLogicalChannelNumber").flags("00", "forward parameters")
    data_type(message, t120 is not None)
    multiplexed(message, parameters(media, media_control))
    return message.additions(1, {0: network_access(t120)}) if t120 else message


def fast_channel(number, reverse, media=None, media_control=None):
    """A channel as fastStart proposes it: the caller sends on a forward one and receives on a reverse one."""
    if not reverse:
        return channel_body(number, media, media_control)
    message = Message().flags("01", "OpenLogicalChannel: reverse present").align().put(number - 1, 16, "number")
    message.flags("00", "forward parameters").flags("0001", "dataType nullData").flags("1").flags("0000001", "none")
    message.within(Message())
    message.flags("01", "reverse parameters")
    return multiplexed(data_type(message), parameters(media, media_control))


def open_channel(number, media=None, media_control=None, t120=None):
    message = Message().flags("000", "request").flags("00011", "openLogicalChannel")
    return message.append(channel_body(number, media, media_control, t120))


def open_channel_ack(number, media=None, media_control=None, t120=None):
    message = Message().flags("001", "response").flags("000101", "openLogicalChannelAck").flags("10", "additions")
    message.align().put(number - 1, 16, "forwardLogicalChannelNumber")
    acknowledged = Message().flags("00", "h2250LogicalChannelAckParameters")
    acknowledged.flags(f"01{int(media is not None)}{int(media_control is not None)}0", "optionals")
    acknowledged.put(0, 8, "sessionID - 1")
    if media:
        acknowledged.transport245("mediaChannel", *media)
    if media_control:
        acknowledged.transport245("mediaControlChannel", *media_control)
    present = {1: acknowledged}
    if t120:
        present[0] = network_access(t120)
    return message.additions(2, present)


# RAS


def ras(kind):
    return Message().flags("0").put(kind, 5, "RasMessage")


def registration_request(number, signalling, own, keep_alive=False):
    message = ras(3).flags("1", "RegistrationRequest: additions").flags("000", "optionals")
    message.align().put(number - 1, 16, "requestSeqNum")
    version(message).flags("0", "discoveryComplete").length(len(signalling), "callSignalAddress: number of")
    for address in signalling:
        message.transport225("callSignalAddress", *address)
    message.length(1, "rasAddress: number of").transport225("rasAddress", *own)
    terminal(message)
    message.flags("0", "endpointVendor").flags("00").flags("0").octets([0xB5]).octets([0]).octets([0, 1])
    return message.additions(6, {5: boolean(keep_alive)})


def registration_confirm(number, signalling):
    message = ras(4).flags("0").flags("000", "optionals").align().put(number - 1, 16, "requestSeqNum")
    version(message).length(1, "callSignalAddress: number of").transport225("callSignalAddress", *signalling)
    return message.put(1, 7, "endpointIdentifier: length - 1").octets("ep".encode("utf-16-be"))


def admission_request(number, own):
    message = ras(9).flags("0").flags("0100100", "optionals").align().put(number - 1, 16, "requestSeqNum")
    message.flags("000", "callType").put(1, 7, "endpointIdentifier").octets("ep".encode("utf-16-be"))
    alias(message.length(1, "destinationInfo: number of"), "bob")
    alias(message.length(1, "srcInfo: number of"), "alice")
    message.transport225("srcCallSignalAddress", *own)
    message.put(1, 2, "bandWidth: length").octets([5, 0]).align().put(7, 16, "callReferenceValue")
    return message.octets(GUID, "conferenceID").flags("00", "activeMC, answerCall")


def admission_confirm(number, destination):
    message = ras(10).flags("0").flags("00", "optionals").align().put(number - 1, 16, "requestSeqNum")
    message.put(1, 2, "bandWidth: length").octets([5, 0]).flags("01", "callModel gatekeeperRouted")
    return message.transport225("destCallSignalAddress", *destination)


def tpkt(message):
    data = bytes(message)
    return bytes([3, 0]) + (len(data) + 4).to_bytes(2, "big") + data
