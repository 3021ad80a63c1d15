#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A queue that gets ten times what it holds lets the rest pass unseen, counts it, and loses nothing.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

rounds=$(often 10)
udp_rate=2000
queue_length=100
set_scene
begin_traffic
trackhandd=$(backend_pid)
for ((round = 0; round < rounds; ++round)); do
    stop_for 500 "$trackhandd"
    pause 300
done
end_traffic
unseen=$(passed_unseen)
[[ $unseen -gt $((rounds * 500)) ]] || fail "only $unseen packets found the queue full"
account "a queue of 100 packets gets 1000 while nobody reads" "$rounds"
