#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A full receive buffer of the queue's socket lets packets pass unseen, counts them, and loses nothing.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

rounds=$(often 3)
udp_rate=2500
udp_size=1400 # so that a few thousand are more than the 32 MiB that the kernel grants

# Packets that were numbered for queue 0 and did not find a place in it.
without_place() {
    awk '$1 == 0 { print $8 - $3 }' /proc/net/netfilter/nfnetlink_queue
}
hundreds_more() { [[ $(without_place) -gt $((before + 500)) ]]; }

queue_length=60000
set_scene
begin_traffic
trackhandd=$(backend_pid)
for ((round = 0; round < rounds; ++round)); do
    kill -STOP "$trackhandd"
    before=$(without_place)
    wait_until 30 hundreds_more || fail "the buffer does not get full: $(cat /proc/net/netfilter/nfnetlink_queue)"
    kill -CONT "$trackhandd"
    pause_seconds 2
done
end_traffic
unseen=$(passed_unseen)
[[ $unseen -gt $((rounds * 500)) ]] || fail "only $unseen packets found the buffer full"
account "more packets than the socket's buffer holds, while nobody reads" "$rounds"
