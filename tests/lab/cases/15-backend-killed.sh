#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Killing trackhandd leaves no helper enabled without a listener: traffic flows, and it comes back with the same state.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp
expect_ok fetch_ftp epsv 4 20kb.bin
expect_ok trackhandctl export "$scratch/before"

kill -KILL "$("$checkout/lab/guest/backend" pid)"
safe() {
    # Disabled, or enabled with somebody listening.
    ! nfct helper list | grep -q 'status = enabled' || [[ -s /proc/net/netfilter/nfnetlink_queue ]]
}
wait_until 2 safe || fail "two seconds after: $(nfct helper list)"
expect_ok ftp_control 4

back() { trackhandctl helper list --json 2>/dev/null | grep -q '"helper":"ftp".*"state":"running"'; }
wait_until 15 back || fail "it did not come back: $("$checkout/lab/guest/backend" log)"
expect_ok trackhandctl export "$scratch/after"
assert_eq "$(cat "$scratch/after")" "$(cat "$scratch/before")" "helpers and rules after the restart"
expect_ok fetch_ftp epsv 4 20kb.bin
expect_ok fetch_ftp port 4 20kb.bin
