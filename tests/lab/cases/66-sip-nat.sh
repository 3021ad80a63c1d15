#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Behind address translation the sip helper lets calls have sound both ways, and registered phones be called.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$checkout/tests/lab/sip.bash"
trap 'stop_counting; rm -rf "$scratch"' EXIT # the next case removes the router's table
write_scenarios

translate_addresses
expect_ok "$checkout/lab/allow" udp 5060
expect_ok "$checkout/lab/allow" tcp 5060
add_sip_helper
for transport in udp tcp; do
    expect_ok both_hear client server 4 "$transport" 5060 5060 10.0.2.2
    expect_ok both_hear client server 4 "$transport" 5060 5062 10.0.1.1
done
expect_ok register_phone 4 udp 5070
expect_ok both_hear server client 4 udp 5070 5080 10.0.2.1

# And it was the helper's doing.
reset_backend
on router conntrack -F 2>/dev/null
expect_ok ring client server 4 udp 5060 5060 10.0.2.2
assert_eq "$(heard client)" 0 "packets that the caller heard without a helper"
