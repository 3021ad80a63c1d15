#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Killing the helper process in the middle of transfers loses no transfer, no packet and no conntrack entry.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp

running() { trackhandctl helper list --json | grep -q '"helper":"ftp".*"state":"running"'; }

# One long transfer whose control connection is open all the time, and short ones around each death.
fetch_slowly "$scratch/stop" &
long=$!
wait_until 10 test -s "$scratch/long"
for round in 1 2 3 4 5 6; do
    pkill -KILL -x trackhand-helpe
    expect_ok on client curl -sS --max-time 20 -o "$scratch/short$round" "$(ftp_url 4)/20kb.bin"
    expect_ok same_file "$scratch/short$round" /srv/ftp/20kb.bin
    wait_until 10 running || fail "the helper did not come back: $(trackhandctl helper list)"
    # shellcheck disable=SC2143   # grep -q would end early, and pipefail would take that for a failure
    [[ -n $(conntrack -L -p tcp --dport 21 2>/dev/null | grep 'ESTABLISHED.*helper=ftp') ]] ||
        fail "round $round: the long control connection has no entry any more: $(conntrack -L -p tcp --dport 21 2>&1)"
done
touch "$scratch/stop"
wait "$long" || fail "the long transfer broke"

read -r _ _ waiting _ _ dropped user_dropped _ < <(sed 's/^ *//' /proc/net/netfilter/nfnetlink_queue)
assert_eq "$waiting $dropped $user_dropped" "0 0 0" "packets waiting and dropped in the queue"
status=$(trackhandctl status --json)
assert_contains "$status" '"restarts":6' "the helper"
