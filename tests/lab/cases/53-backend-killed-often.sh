#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Killing trackhandd again and again loses no packet, no flow and no transfer: systemd keeps the queues meanwhile.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

rounds=$(often 20)
transfers_are=long

# Another trackhandd than the one of process $1, with both of its helper processes.
came_back() {
    trackhandd=$(backend_pid) && [[ $trackhandd != "$1" ]] || return 1
    helper_pids "$trackhandd"
    [[ ${#pids[@]} -eq 2 ]]
}

set_scene
begin_traffic
echo '{}' >"$scratch/before" # the counters begin anew with each process
trackhandd=$(backend_pid)
for ((round = 0; round < rounds; ++round)); do
    pause $((RANDOM % 900))
    killed=$trackhandd
    kill -KILL "$killed"
    wait_until 20 came_back "$killed" || fail "trackhandd did not come back in round $round: $("$backend" log)"
done
end_traffic
account "\`kill -9\` of trackhandd" "$rounds"
assert_eq "$(systemctl show --value --property NRestarts trackhandd)" "$rounds" "restarts by systemd"
