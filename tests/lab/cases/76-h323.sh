#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the h323 helper H.323 calls with their media pass a strict router, both ways, translated and not; without it none.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

peer=$checkout/tests/clients/h323/peer.py
all_ways="slow back fast tunnel data gatekeeper"
limit=30
export PYTHONDONTWRITEBYTECODE=1

# calls WAYS CALLER CALLED SEEN DIALLED: whether CALLER's calls reach CALLED, which knows it as SEEN, by the address DIALLED.
calls() {
    local ways caller=$2 called=$3 seen=$4 dialled=$5 answering status=0
    read -ra ways <<<"$1"
    : >answering
    on server python3 -SE "$peer" answer "$called" "$seen" "${ways[@]}" --limit "$limit" >answering 2>&1 &
    answering=$!
    wait_until 10 grep -q ready answering || status=1
    [[ $status -ne 0 ]] ||
        on client timeout 180 python3 -SE "$peer" call "$caller" "$dialled" "${ways[@]}" --limit "$limit" || status=1
    [[ $status -eq 0 ]] || kill "$answering" 2>/dev/null || true
    wait "$answering" || status=1
    [[ $status -eq 0 ]] || cat answering
    return "$status"
}

untranslate() { on router nft delete table ip translation 2>/dev/null || true; }
masquerade='chain post { type nat hook postrouting priority srcnat; oifname "server" masquerade; }'
forward='chain pre { type nat hook prerouting priority dstnat; ip daddr 10.0.1.1 tcp dport 1720 dnat to 10.0.2.2; }'

# translate CHAIN...: from here on the router does that.
translate() {
    untranslate
    expect_ok on router nft "table ip translation {"$'\n'"$(printf '%s\n' "$@")"$'\n}'
    on router conntrack -F 2>/dev/null
}

trap 'untranslate; rm -rf "$scratch"' EXIT
reset_backend
expect_ok "$checkout/lab/allow" tcp 1720
expect_ok "$checkout/lab/allow" udp 1719
expect_ok trackhandctl helper add h323
expect_ok trackhandctl rule add h323 --l4 tcp --dport 1720
expect_ok trackhandctl rule add h323 --l4 udp --dport 1719
expect_ok calls "$all_ways" 10.0.1.2 10.0.2.2 10.0.1.2 10.0.2.2
expect_ok calls "$all_ways" fd00:1::2 fd00:2::2 fd00:1::2 fd00:2::2

# The peers compare every byte: the router changes addresses and nothing else, and each that they are told is right.
translate "$masquerade"
expect_ok calls "$all_ways" 10.0.1.2 10.0.2.2 10.0.2.1 10.0.2.2
translate "$forward"
expect_ok calls "slow back fast tunnel data" 10.0.1.2 10.0.2.2 10.0.1.2 10.0.1.1 # the gatekeeper has no forwarded port
translate "$masquerade" "$forward"
expect_ok calls "slow back fast" 10.0.1.2 10.0.2.2 10.0.2.1 10.0.1.1
untranslate

# And it was the helper's doing.
reset_backend
on router conntrack -F 2>/dev/null
limit=2
for way in $all_ways; do
    expect_fail calls "$way" 10.0.1.2 10.0.2.2 10.0.1.2 10.0.2.2
done

# Linux expects the same, but that an admission (ACF) is for any number of calls there.
limit=30
expect_ok "$checkout/lab/allow" everything
for way in slow back fast tunnel data; do
    compare kernel h323 tcp 1720 calls "$way" 10.0.1.2 10.0.2.2 10.0.1.2 10.0.2.2
done
differs kernel - "tcp 10.0.1.2:any -> 10.0.2.2:high permanent"
compare kernel h323 udp 1719 calls gatekeeper 10.0.1.2 10.0.2.2 10.0.1.2 10.0.2.2
