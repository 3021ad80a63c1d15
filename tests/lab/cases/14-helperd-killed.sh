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

# One long transfer whose control connection is open all the time, and short ones around each death. It is larger than
# its rate alone would ask for: buffers on the way let it end several times as early.
cat /srv/ftp/10mb.bin /srv/ftp/10mb.bin /srv/ftp/10mb.bin >/srv/ftp/30mb.bin
ftp_limit=200 curl_ftp epsv 4 --limit-rate 250k -o "$scratch/long" "$(ftp_url 4)/30mb.bin" &
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
wait "$long" || fail "the long transfer broke"
expect_ok same_file "$scratch/long" /srv/ftp/30mb.bin

read -r _ _ waiting _ _ dropped user_dropped _ < <(sed 's/^ *//' /proc/net/netfilter/nfnetlink_queue)
assert_eq "$waiting $dropped $user_dropped" "0 0 0" "packets waiting and dropped in the queue"
status=$(trackhandctl status --json)
assert_contains "$status" '"restarts":6' "the helper"
