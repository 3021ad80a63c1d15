#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two ends of an H.323 call, written from ITU-T H.225.0, H.245 and H.323.

    peer.py answer OWN PEER WAY...    waits for calls of PEER (and is its gatekeeper), and says "ready" when it does
    peer.py call OWN PEER WAY...      calls PEER, or the address that stands for it, once each way

OWN is the end's own address, PEER the one by which it knows the other. An end ends well when it has received media, or
data, from the other at each address that it announced, and every address that it was told is one of PEER. What is sent
to those comes from ports of its own, so nothing arrives as an answer. It says which way it was on when it ends badly.
WAY is one of

    slow        H.245 on a connection to the one who is called
    back        H.245 on a connection to the one who calls
    fast        fastStart, no H.245 at all
    tunnel      H.245 within the call signalling
    data        T.120, two connections
    gatekeeper  registration, a call out through the gatekeeper, then one in
"""

import argparse
import ipaddress
import select
import socket
import time

from messages import *

SIGNALLING, RAS, ROUTED, REGISTERED = 1720, 1719, 1721, 11720


class End:
    def __init__(self, options):
        self.own, self.peer, self.limit = options.own, options.peer, options.limit
        self.family = socket.AF_INET if ipaddress.ip_address(self.own).version == 4 else socket.AF_INET6
        self.none = ("0.0.0.0" if self.family == socket.AF_INET else "::", 0)  # stands for an address yet to be told

    def socket(self, kind, port=0):
        new = socket.socket(self.family, kind)
        new.settimeout(self.limit)
        if kind == socket.SOCK_STREAM:
            new.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        new.bind((self.own, port))
        return new

    def listen(self, port=0):
        new = self.socket(socket.SOCK_STREAM, port)
        new.listen()
        return new

    def accept(self, listener):
        connection, whom = listener.accept()
        connection.settimeout(self.limit)
        self.check("who connects", whom[:2])
        return connection

    def connect(self, address):
        connection = self.socket(socket.SOCK_STREAM)
        connection.connect(address)
        return connection

    def check(self, what, address):
        if address[0] != self.peer:
            raise ValueError(f"{what} is {address[0]}, not {self.peer}")
        return address

    def told(self, template, data, name):
        return self.check(name, template.match(data)[name])


def exactly(connection, count):
    data = b""
    while len(data) < count:
        piece = connection.recv(count - len(data))
        if not piece:
            raise ConnectionError("the other end closed the connection")
        data += piece
    return data


def receive(connection):
    header = exactly(connection, 4)
    return exactly(connection, int.from_bytes(header[2:], "big") - 4)


class Media:
    """A pair of ports for RTP and RTCP, and ports of their own to send from."""

    def __init__(self, end):
        self.limit = end.limit
        for port in range(20000, 30000, 2):
            try:
                self.sockets = [end.socket(socket.SOCK_DGRAM, port), end.socket(socket.SOCK_DGRAM, port + 1)]
                break
            except OSError:
                pass
        self.rtp, self.rtcp = (end.own, port), (end.own, port + 1)
        self.senders = [end.socket(socket.SOCK_DGRAM), end.socket(socket.SOCK_DGRAM)]

    def exchange(self, to, signalling):
        """Sends to both of the other's ports until both of the own have received, and the other says the same."""
        missing, finished, deadline = set(self.sockets), False, time.monotonic() + self.limit
        while missing or not finished:
            if time.monotonic() > deadline:
                raise TimeoutError(f"media did not arrive at {len(missing)} of 2 ports")
            for sender, address in zip(self.senders, to):
                sender.sendto(b"media", address)
            for ready in select.select([*missing, *([] if finished else [signalling])], [], [], 0.1)[0]:
                if ready is signalling:
                    finished = receive(signalling) == b""
                    continue
                ready.recv(100)
                missing.discard(ready)
                if not missing:
                    signalling.sendall(tpkt(b""))


class Control:
    """H.245 on a connection of its own, or within the call signalling."""

    def __init__(self, end, connection, tunnelled):
        self.end, self.connection = end, connection
        self.wrap = (lambda message: facility(tunnelled=[message])) if tunnelled else (lambda message: message)

    def send(self, message):
        self.connection.sendall(tpkt(self.wrap(message)))

    def told(self, message, *names):
        template, data = self.wrap(message), receive(self.connection)
        return [self.end.told(template, data, name) for name in names]

    def open_audio(self, media):
        self.send(open_channel(1, None, media.rtcp))
        return self.told(open_channel_ack(1, self.end.none, self.end.none), "mediaChannel", "mediaControlChannel")

    def accept_audio(self, media):
        self.told(open_channel(1, None, self.end.none), "mediaControlChannel")
        self.send(open_channel_ack(1, media.rtp, media.rtcp))


def place_call(end, way, signalling):
    """The caller's side, from the Setup on."""
    media, none = Media(end), end.none
    listener = end.listen() if way == "back" else None
    proposed = [fast_channel(1, False, None, media.rtcp), fast_channel(2, True, media.rtp, media.rtcp)]
    control = listener.getsockname()[:2] if listener else None
    fast = proposed if way == "fast" else None
    signalling.sendall(tpkt(setup(signalling.getsockname()[:2], signalling.getpeername()[:2], control, fast)))
    answered = receive(signalling)
    if way == "fast":
        accepted = answer(7, None, [fast_channel(1, False, none, none), fast_channel(2, True, None, none)])
        to = [end.told(accepted, answered, name) for name in ("mediaChannel", "mediaControlChannel")]
        return media.exchange(to, signalling)
    if way in ("back", "tunnel"):
        answer(7).match(answered)
        connection = end.accept(listener) if way == "back" else signalling
    else:
        connection = end.connect(end.told(answer(7, none), answered, "h245Address"))
    channel = Control(end, connection, way == "tunnel")
    if way == "data":
        channel.send(open_channel(3, t120=(end.own, 1503)))
        (address,) = channel.told(open_channel_ack(3, t120=none), "separateStack")
        for _ in range(2):
            connection = end.connect(address)
            connection.sendall(b"T.120")
            exactly(connection, 5)
        return None
    to = channel.open_audio(media)
    channel.accept_audio(media)
    return media.exchange(to, signalling)


def take_call(end, way, signalling):
    """The side that is called."""
    media, none = Media(end), end.none
    proposed = [fast_channel(1, False, None, none), fast_channel(2, True, none, none)]
    template = setup(none, none, none if way == "back" else None, proposed if way == "fast" else None)
    found = template.match(data := receive(signalling))
    here, there = signalling.getsockname()[:2], signalling.getpeername()[:2]
    if found["destCallSignalAddress"] != here or found["sourceCallSignalAddress"] != there:
        raise ValueError(f"the Setup says {found}, but the connection is from {there} to {here}")
    if way == "fast":
        to = [end.told(template, data, name) for name in ("mediaChannel", "mediaControlChannel")]
        accepted = [fast_channel(1, False, media.rtp, media.rtcp), fast_channel(2, True, None, media.rtcp)]
        signalling.sendall(tpkt(answer(7, None, accepted)))
        return media.exchange(to, signalling)
    listener = None if way in ("back", "tunnel") else end.listen()
    signalling.sendall(tpkt(answer(7, listener.getsockname()[:2] if listener else None)))
    if way == "back":
        connection = end.connect(end.told(template, data, "h245Address"))
    else:
        connection = signalling if way == "tunnel" else end.accept(listener)
    channel = Control(end, connection, way == "tunnel")
    if way == "data":
        channel.told(open_channel(3, t120=none), "separateStack")
        listener = end.listen()
        channel.send(open_channel_ack(3, t120=listener.getsockname()[:2]))
        for _ in range(2):
            connection = end.accept(listener)
            connection.sendall(exactly(connection, 5))
        return None
    channel.accept_audio(media)
    to = channel.open_audio(media)
    return media.exchange(to, signalling)


def ask(gatekeeper, message):
    """Asks again until there is an answer, as RAS does."""
    gatekeeper.settimeout(1)
    for _ in range(3):
        gatekeeper.send(bytes(message))
        try:
            return gatekeeper.recv(2000)
        except TimeoutError:
            pass
    raise TimeoutError("the gatekeeper does not answer")


def call_through_gatekeeper(end):
    gatekeeper = end.socket(socket.SOCK_DGRAM, RAS)
    gatekeeper.connect((end.peer, RAS))
    registered = end.listen(REGISTERED)
    own = (end.own, REGISTERED)
    end.told(registration_confirm(1, end.none), ask(gatekeeper, registration_request(1, [own], (end.own, RAS))), "callSignalAddress")
    route = end.told(admission_confirm(2, end.none), ask(gatekeeper, admission_request(2, own)), "destCallSignalAddress")
    place_call(end, "slow", end.connect(route))
    take_call(end, "slow", end.accept(registered))


def be_gatekeeper(end, ras_socket, routed):
    request, endpoint = ras_socket.recvfrom(2000)
    template = registration_request(1, [end.none], end.none)
    registered = end.told(template, request, "callSignalAddress")
    if template.match(request)["rasAddress"] != endpoint[:2]:
        raise ValueError(f"the RRQ names another rasAddress than {endpoint[:2]}")
    ras_socket.sendto(bytes(registration_confirm(1, (end.own, SIGNALLING))), endpoint)
    request = ras_socket.recv(2000)
    if admission_request(2, end.none).match(request)["srcCallSignalAddress"] != registered:
        raise ValueError(f"the ARQ names another srcCallSignalAddress than {registered}")
    ras_socket.sendto(bytes(admission_confirm(2, (end.own, ROUTED))), endpoint)
    take_call(end, "slow", end.accept(routed))
    place_call(end, "slow", end.connect(registered))


def call(end, way):
    if way == "gatekeeper":
        return call_through_gatekeeper(end)
    return place_call(end, way, end.connect((end.peer, SIGNALLING)))


class Answering:
    """All that is listened on, from the first call to the last: the one who calls does not wait between them."""

    def __init__(self, end):
        self.end = end
        self.signalling, self.routed = end.listen(SIGNALLING), end.listen(ROUTED)
        self.ras = end.socket(socket.SOCK_DGRAM, RAS)

    def answer(self, way):
        if way == "gatekeeper":
            return be_gatekeeper(self.end, self.ras, self.routed)
        return take_call(self.end, way, self.end.accept(self.signalling))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("side", choices=["answer", "call"])
    parser.add_argument("own")
    parser.add_argument("peer")
    parser.add_argument("ways", nargs="+", choices=["slow", "back", "fast", "tunnel", "data", "gatekeeper"], metavar="WAY")
    parser.add_argument("--limit", type=float, default=8, help="seconds that each step may take")
    options = parser.parse_args()
    end = End(options)
    answering = Answering(end) if options.side == "answer" else None
    if answering:
        print("ready", flush=True)
    for way in options.ways:
        try:
            answering.answer(way) if answering else call(end, way)
        except (OSError, ValueError) as error:
            raise SystemExit(f"{way}: {error}")


main()
