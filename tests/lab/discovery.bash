# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# Words for the cases of discovery, in which the router itself asks, and the hosts of the server's network answer: the
# server (10.0.2.2, fd00:2::2) and a second one beside it (10.0.2.3, fd00:2::3).

# Whatever a case has made is gone when it ends: its peers, the second host, the table.
leave_discovery() {
    local job
    for job in $(jobs -p); do
        kill "$job" 2>/dev/null || true
    done
    wait 2>/dev/null || true
    ip netns delete second 2>/dev/null || true
    nft delete table inet case_input 2>/dev/null || true
    ip route flush root 224.0.0.0/4 dev server 2>/dev/null || true
    rm -rf "$scratch"
}

# set_out_discovery: the second host, and groups are those of the server's network.
set_out_discovery() {
    trap leave_discovery EXIT
    ip netns add second
    ip -n server link add link eth0 name eth1 type macvlan mode bridge
    ip -n server link set eth1 netns second
    ip -n second -b - <<'IP'
link set lo up
link set eth1 name eth0
link set eth0 up
addr add 10.0.2.3/24 dev eth0
addr add fd00:2::3/64 dev eth0 nodad
route add default via 10.0.2.1
route add default via fd00:2::1 dev eth0
IP
    ip route replace 224.0.0.0/4 dev server
}

# The router lets nothing in but what belongs to it: answers, and what finds neighbours.
close_input() {
    nft -f - <<'NFT'
table inet case_input {
    chain input {
        type filter hook input priority filter; policy drop;
        iif lo accept
        ct state established,related accept
        icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept
    }
}
NFT
    conntrack -F 2>/dev/null
}

# open_input: what the router asks is answered again, whoever expects it; for "compare".
open_input() {
    nft delete table inet case_input
    reset_backend
    comparison_hook=output
}

helper_runs() { trackhandctl helper list --json | grep -q "\"helper\":\"$1\".*\"state\":\"running\""; }

# attach HELPER [OPTION=VALUE]: from now on it helps what the router asks. No flow from before is left.
attach() {
    local helper=$1
    shift
    reset_backend
    expect_ok trackhandctl helper add "$helper" ${1:+--option "$1"}
    expect_ok trackhandctl rule add "$helper" --hook output
    wait_until 10 helper_runs "$helper" || fail "not running: $(trackhandctl helper list)"
    trackhandctl watch packets --json >"$scratch/packets" &
    conntrack -F 2>/dev/null
}

# The expectations there are, a line each.
expected() { conntrack -L expect 2>/dev/null; conntrack -L expect -f ipv6 2>/dev/null; }

# hears COMMAND...: like expect_ok; when it fails, with what the helper said and what conntrack has.
hears() {
    "$@" >"$scratch/output" 2>&1 && return
    cat "$scratch/output" "$scratch/packets"
    expected
    conntrack -L 2>/dev/null
    conntrack -L -f ipv6 2>/dev/null
    nft list table inet trackhand
    fail "should have been heard: $*"
}
