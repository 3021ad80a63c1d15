#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the sip helper calls have sound both ways, over UDP and TCP, in both families, and registered phones can be called.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"
. "$checkout/tests/lab/sip.bash"
trap 'stop_counting; rm -rf "$scratch"' EXIT
write_scenarios

expect_ok "$checkout/lab/allow" udp 5060
expect_ok "$checkout/lab/allow" tcp 5060
add_sip_helper
for family in 4 6; do
    for transport in udp tcp; do
        expect_ok both_hear client server "$family" "$transport" 5060 5060 "$(sip_address server "$family")"
    done
done

# The server calls the phone from another port than the one it registered at.
for family in 4 6; do
    expect_ok register_phone "$family" udp 5070
    expect_ok both_hear server client "$family" udp 5070 5080 "$(sip_address client "$family")"
done

# And it was the helper's doing.
reset_backend
on router conntrack -F 2>/dev/null
expect_ok ring client server 4 udp 5060 5060 10.0.2.2
assert_eq "$(heard client)" 0 "packets that the caller heard without a helper"
assert_eq "$(heard server)" 0 "packets that the called one heard without a helper"
expect_ok register_phone 4 udp 5070
sip_limit=6
expect_fail ring server client 4 udp 5070 5080 10.0.1.2
unset sip_limit

# The kernel's expects the same of a call and of a registration.
expect_ok "$checkout/lab/allow" everything
comparison_ports=kept
call_again() {
    caller_media=6000 callee_media=7000
    both_hear client server 4 "$1" 5060 5060 10.0.2.2
}
compare kernel sip udp 5060 call_again udp
compare kernel sip tcp 5060 call_again tcp
compare kernel sip udp 5060 register_phone 4 udp 5070
