#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An RTSP server (gst-rtsp-server) of a test picture and a tone, over UDP alone: server.py ADDRESS..."""

import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtsp", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtsp, GstRtspServer  # noqa: E402

PICTURE = (
    "videotestsrc is-live=true ! video/x-raw,format=I420,width=160,height=120,framerate=5/1"
    " ! jpegenc ! rtpjpegpay name=pay0"
)
TONE = "audiotestsrc is-live=true ! audio/x-raw,rate=8000,channels=1 ! mulawenc ! rtppcmupay name=pay1"


def serve(address: str) -> GstRtspServer.RTSPServer:
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(f"( {PICTURE} {TONE} )")
    factory.set_protocols(GstRtsp.RTSPLowerTrans.UDP)  # or a client might fall back to TCP in silence
    server = GstRtspServer.RTSPServer()
    server.set_address(address)
    server.set_service("554")
    server.get_mount_points().add_factory("/live", factory)
    if server.attach(None) == 0:
        sys.exit(f"cannot listen at {address}")
    return server


Gst.init(None)
servers = [serve(address) for address in sys.argv[1:]]
print("ready", flush=True)
GLib.MainLoop().run()
