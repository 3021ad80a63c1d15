#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A helper's counters are the kernel's of its queue and tcpdump's of its packets, and go on counting after a pause.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

queue=4242
settings "hang_timeout_ms = 60000" # a process is stopped below, and must not be replaced before everybody has looked
reset_backend
expect_ok "$checkout/lab/allow" udp 7777
expect_ok trackhandctl helper add count --l4 udp --queue "$queue"
expect_ok trackhandctl rule add count --l4 udp --dport 7777
on server "$checkout/build/dev/tests/udpecho" 10.0.2.2 7777 &
echo_server=$!

# kernel COLUMN: of the queue's line in /proc, as seq_show() of nfnetlink_queue.c writes it.
kernel() { awk -v queue="$queue" -v column="$1" '$1 == queue { print $column }' /proc/net/netfilter/nfnetlink_queue; }
ours() { trackhandctl stats --json | grep '"helper":"count"' | sed -n "s/.*\"$1\":\([0-9]*\).*/\1/p"; }

start_capture() {
    tcpdump -i server -Z root -U --immediate-mode -w "$scratch/capture.pcap" 'udp port 7777' 2>"$scratch/capture.log" &
    capture=$!
    wait_until 10 grep -q 'listening on' "$scratch/capture.log" || fail "$(cat "$scratch/capture.log")"
}

# Ends the capture; captured is then how many packets it has.
end_capture() {
    kill "$capture"
    wait "$capture" || true
    captured=$(tcpdump -n -Z root -r "$scratch/capture.pcap" 2>/dev/null | wc -l)
}

# exchange COUNT: so many datagrams, and as many answers.
exchange() {
    # shellcheck disable=SC2016   # for the inner shell
    expect_ok on client timeout 60 bash -c 'exec 3<>/dev/udp/10.0.2.2/7777
        for ((i = 0; i < $0; i++)); do echo question >&3; head -c 9 <&3 >/dev/null; done' "$1"
}

# compare PACKETS EARLIER WHEN: the helper has judged PACKETS, EARLIER of them before its queue was bound anew.
compare() {
    counted() { [[ $(ours packets) -eq $1 ]]; }
    wait_until 5 counted "$1" || true # counters are announced once a second
    assert_eq "$(ours packets)" "$1" "packets $3"
    assert_eq "$(ours accepted)" "$1" "accepted packets $3"
    assert_eq "$(kernel 8)" "$(($1 - $2))" "ids that the kernel gave out $3"
    assert_eq "$(ours queue_depth)" "$(kernel 3)" "packets waiting $3"
    assert_eq "$(ours kernel_dropped)" "$(kernel 6)" "packets dropped from the queue $3"
    assert_eq "$(ours socket_dropped)" "$(kernel 7)" "packets that did not fit the socket $3"
    for counter in dropped mangled refused fail_open restarts; do
        assert_eq "$(ours "$counter")" 0 "$counter $3"
    done
}

assert_eq "$(kernel 4)" 2 "copy mode" # NFQNL_COPY_PACKET
start_capture
exchange 150
end_capture
first=$captured
assert_eq "$first" 300 "packets captured"
compare "$first" 0 "after the first exchange"

expect_ok trackhandctl helper disable count
assert_eq "$(kernel 1)" "" "the queue of a disabled helper"
exchange 5 # passes, and is nobody's
expect_ok trackhandctl helper enable count
running() { trackhandctl helper list --json | grep -q '"helper":"count".*"state":"running"'; }
wait_until 10 running || fail "not running: $(trackhandctl helper list)"
start_capture
exchange 50
end_capture
second=$captured
assert_eq "$second" 100 "packets captured after the pause"
compare "$((first + second))" "$first" "after the pause"

# What waits is seen to wait: a stopped helper process holds it.
kill "$echo_server"
helper=$(trackhandctl helper list --json | sed -n 's/.*"helper":"count".*"pid":\([0-9]*\).*/\1/p')
kill -STOP "$helper"
# shellcheck disable=SC2016   # for the inner shell
on client bash -c 'exec 3<>/dev/udp/10.0.2.2/7777; for i in 1 2 3; do echo "$i" >&3; done'
assert_eq "$(kernel 3)" 3 "packets that the kernel holds"
depth_seen() { [[ $(ours queue_depth) -eq 3 ]]; }
wait_until 10 depth_seen || fail "the depth is told as $(ours queue_depth)"
kill -CONT "$helper"
