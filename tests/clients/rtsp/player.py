#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the tone of server.py over UDP, pauses, says "paused", waits for a line on standard input, and plays on.

player.py URL; ends well when both times a second of the tone has come.
"""

import sys
import threading

import gi

gi.require_version("Gst", "1.0")
from gi.repository import Gst  # noqa: E402

WANTED = 50  # packets of 20 ms
PATIENCE = 75  # seconds


def play_a_while(pipeline: Gst.Pipeline, what: str) -> None:
    enough = threading.Event()
    got = 0

    def on_packet(*_):
        nonlocal got
        got += 1
        if got == WANTED:
            enough.set()

    sink = pipeline.get_by_name("sink")
    handler = sink.connect("handoff", on_packet)
    pipeline.set_state(Gst.State.PLAYING)
    if not enough.wait(PATIENCE):
        sys.exit(f"{what}: {got} packets in {PATIENCE} seconds")
    sink.disconnect(handler)


Gst.init(None)
player = Gst.parse_launch(
    f"rtspsrc protocols=udp location={sys.argv[1]} ! application/x-rtp,media=audio ! rtppcmudepay"
    " ! fakesink name=sink signal-handoffs=true sync=false async=false"
)
play_a_while(player, "playing")
player.set_state(Gst.State.PAUSED)
player.get_state(5 * Gst.SECOND)
print("paused", flush=True)
sys.stdin.readline()
play_a_while(player, "playing on")
player.set_state(Gst.State.NULL)
