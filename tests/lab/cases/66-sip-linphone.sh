#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Two linphones hear each other through the router with the sip helper, in both families and behind address translation.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$checkout/tests/lab/sip.bash"
. "$checkout/tests/lab/linphone.bash"
trap 'stop_linphones; rm -rf "$scratch"' EXIT # the next case removes the router's table

expect_ok "$checkout/lab/allow" udp 5060
add_sip_helper
expect_ok linphones_talk 4 10.0.2.2
expect_ok linphones_talk 6 fd00:2::2
translate_addresses
expect_ok linphones_talk 4 10.0.2.2

# And it was the helper's doing.
reset_backend
on router conntrack -F 2>/dev/null
linphone_limit=3
expect_fail linphones_talk 4 10.0.2.2
