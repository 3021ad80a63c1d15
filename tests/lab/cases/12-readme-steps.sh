#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The four steps of the netfilter README work: helper test on queue 0, rules on both hooks, packets in its format.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok trackhandctl helper add test --queue 0
expect_ok trackhandctl rule add test --l4 tcp
trackhandctl watch packets --format nfqnl --count 4 >"$scratch/packets" &
watcher=$!
sleep 1
expect_ok ftp_control 4
wait "$watcher"
mapfile -t lines <"$scratch/packets"
assert_eq "${lines[0]}" "pkt received" "first line"
[[ ${lines[1]} =~ ^hw_protocol=0x0800\ hook=4\ id=[0-9]+\ indev=[0-9]+\ outdev=[0-9]+\ payload_len=60\ *$ ]] ||
    fail "second line: ${lines[1]}"
assert_eq "${lines[2]}" "entering callback" "third line"
assert_contains "$(trackhandctl helper list --json)" '"helper":"test".*"queue":0' "the list of helpers"
assert_contains "$(nft list table inet trackhand)" 'hook output' "the table"
assert_contains "$(nft list table inet trackhand)" 'hook prerouting' "the table"

# The router's own connections too: the output hook.
trackhandctl watch packets --json --count 1 >"$scratch/own" &
watcher=$!
sleep 1
expect_ok curl -sS --max-time 20 --quote PWD --head ftp://10.0.2.2/
wait "$watcher"
assert_contains "$(cat "$scratch/own")" '"src":"10.0.2.1"' "the packet of the router itself"
