#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the picture and the tone of server.py over UDP: player.py [--pause] URL

Ends well when enough packets of both have come. With --pause it then pauses, says "paused", waits for a line on standard
input, and plays as much again. (gst-launch-1.0 now and then links only one of the two streams, and waits for ever.)
"""

import sys
import threading

import gi

gi.require_version("Gst", "1.0")
from gi.repository import Gst  # noqa: E402

WANTED = {"video": 10, "audio": 50}  # packets: two seconds of five pictures, one second of 20 ms each
PATIENCE = 75  # seconds
# Made at first use, which two threads of GStreamer's must not do at once: each would have a class of its own.
WRAPPERS = (Gst.Buffer, Gst.Caps, Gst.Element, Gst.Pad, Gst.Structure)


class Player:
    def __init__(self, url: str) -> None:
        self.changed = threading.Condition()
        self.got = dict.fromkeys(WANTED, 0)
        self.pipeline = Gst.Pipeline.new()
        source = Gst.ElementFactory.make("rtspsrc")
        source.set_property("location", url)
        source.set_property("protocols", "udp")
        source.connect("pad-added", self.on_stream)
        self.pipeline.add(source)

    def on_stream(self, _source: Gst.Element, pad: Gst.Pad) -> None:
        media = pad.get_current_caps().get_structure(0).get_string("media")
        sink = Gst.ElementFactory.make("fakesink")
        for name, value in {"signal-handoffs": True, "sync": False, "async": False}.items():
            sink.set_property(name, value)
        sink.connect("handoff", self.on_packet, media)
        self.pipeline.add(sink)
        sink.sync_state_with_parent()
        pad.link(sink.get_static_pad("sink"))

    def on_packet(self, _sink: Gst.Element, _buffer: Gst.Buffer, _pad: Gst.Pad, media: str) -> None:
        with self.changed:
            self.got[media] += 1
            self.changed.notify()

    def has_enough(self) -> bool:
        return all(self.got[media] >= wanted for media, wanted in WANTED.items())

    def play_a_while(self) -> None:
        with self.changed:
            self.got = dict.fromkeys(WANTED, 0)
        self.pipeline.set_state(Gst.State.PLAYING)
        with self.changed:
            if not self.changed.wait_for(self.has_enough, PATIENCE):
                sys.exit(f"only {self.got} of {WANTED} packets in {PATIENCE} seconds")

    def pause(self) -> None:
        self.pipeline.set_state(Gst.State.PAUSED)
        self.pipeline.get_state(5 * Gst.SECOND)

    def stop(self) -> None:
        self.pipeline.set_state(Gst.State.NULL)


Gst.init(None)
player = Player(sys.argv[-1])
player.play_a_while()
if "--pause" in sys.argv[1:-1]:
    player.pause()
    print("paused", flush=True)
    sys.stdin.readline()
    player.play_a_while()
player.stop()
