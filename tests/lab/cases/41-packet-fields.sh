#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every field of a packet's event is what tcpdump sees of the same packet on both interfaces of the router.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" everything
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp --dport 21
expect_ok trackhandctl helper add talk --l4 udp # no protocol of its own: the observer
expect_ok trackhandctl rule add talk --l4 udp --dport 7777

captures=()
for interface in client server; do
    tcpdump -i "$interface" -Z root -U --immediate-mode -w "$scratch/$interface.pcap" 'port 21 or udp port 7777' \
        2>"$scratch/$interface.log" &
    captures+=($!)
    wait_until 10 grep -q 'listening on' "$scratch/$interface.log" || fail "$(cat "$scratch/$interface.log")"
done
since=$(date -u +%FT%T.%NZ)
trackhandctl watch packets --json --backlog >"$scratch/events" &
watcher=$!

# An answer for every datagram, of the same size.
echoes=()
for address in 10.0.2.2 fd00:2::2; do
    on server "$checkout/build/dev/tests/udpecho" "$address" 7777 &
    echoes+=($!)
done
heard() { on server ss -Huln 'sport = :7777' | wc -l | grep -q 2; }
wait_until 10 heard || fail "nobody listens on the server"

for family in 4 6; do
    expect_ok fetch_ftp epsv "$family" 20kb.bin
    expect_ok fetch_ftp eprt "$family" 20kb.bin
done
expect_ok fetch_ftp pasv 4 20kb.bin
# shellcheck disable=SC2016   # for the inner shell
converse='exec 3<>"/dev/udp/$0/7777"
    for size in 1 10 100 500 1000 1400; do
        head -c "$size" /dev/zero | tr "\0" x >&3
        head -c "$size" <&3 >/dev/null
    done'
expect_ok on client timeout 20 bash -c "$converse" 10.0.2.2
expect_ok on client timeout 20 bash -c "$converse" fd00:2::2

# The last packets of the control connections have passed when none of these is open any more.
none_open() { ! conntrack -L -p tcp --dport 21 2>/dev/null | grep -cE 'ESTABLISHED|FIN_WAIT|CLOSE_WAIT|LAST_ACK' >/dev/null; }
wait_until 20 none_open || fail "a control connection stays open: $(conntrack -L -p tcp --dport 21 2>/dev/null)"
kill "${captures[@]}"
wait "${captures[@]}" || true
kill "${echoes[@]}"

index() { ip -o link show "$1" | cut -d: -f1; }
compare() {
    "$checkout/build/dev/tests/packettruth" "$scratch/events" "$since" "$scratch/client.pcap" "$(index client)" \
        "$scratch/server.pcap" "$(index server)" 10.0.1.2 fd00:1::2
}
wait_until 10 compare || true # the watcher may be a moment behind
kill "$watcher"
compare || fail "events and captures differ"
