#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A helper process that is stopped again and again is noticed and replaced each time, and nothing is lost.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

rounds=$(often 200)
settings "hang_timeout_ms = 300"
set_scene
begin_traffic
trackhandd=$(backend_pid)
for ((round = 0; round < rounds; ++round)); do
    pick_helper "$trackhandd" 200
    kill -STOP "$picked"
    wait_until 20 ended "$picked" || fail "process $picked was stopped in round $round, and nobody noticed"
done
end_traffic
# Each that was stopped has ended. One that had no processor for 300 ms looks the same to the gate, and loses as little.
[[ $(restarts) -ge $rounds ]] || fail "only $(restarts) restarts of the helper processes in $rounds rounds"
account "SIGSTOP of trackhand-helperd" "$rounds"
