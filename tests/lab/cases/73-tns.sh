#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the tns helper a strict router lets clients follow where an Oracle listener sends them, in both families.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

peer=$checkout/tests/clients/tnspeer
started=()
trap 'kill "${started[@]}"; rm -rf "$scratch"' EXIT
all_listen() { [[ $(on server ss -Hlnt | grep -cE ':(1521|1522|9998|9999) ') -eq 8 ]]; }
# start listen|listen-late HOST PORT TARGET
start() {
    on server "$peer" "$@" 2>/dev/null &
    started+=($!)
}
# follow HOST PORT...: the client is sent to each of the ports, in this order, and gets its row.
follow() {
    local host=$1 port wanted=
    for port in "${@:2}"; do
        wanted+="at $host port $port"$'\n'
    done
    wanted+="a row from the database"
    on client "$peer" connect "$host" "$2" >"$scratch/followed" || return
    [[ $(<"$scratch/followed") == "$wanted" ]] || {
        cat "$scratch/followed"
        return 1
    }
}

for host in 10.0.2.2 fd00:2::2; do
    start listen "$host" 1521 9999
    start listen-late "$host" 1522 9998
done
wait_until 30 all_listen || fail "the listeners do not listen"

reset_backend
expect_ok "$checkout/lab/allow" tcp 1521-1522
for host in 10.0.2.2 fd00:2::2; do
    expect_fail follow "$host" 1521 9999
    assert_eq "$(<"$scratch/followed")" "at $host port 1521" "what the client saw"
done

expect_ok trackhandctl helper add tns
expect_ok trackhandctl rule add tns --dport 1521-1522
for host in 10.0.2.2 fd00:2::2; do
    expect_ok follow "$host" 1521 9999
    expect_ok follow "$host" 1522 9998
done

# A masqueraded client, and a listener that is reached at the router's own address.
on router nft -f - <<'NFT'
table ip case_nat {
    chain before {
        type nat hook prerouting priority dstnat;
        ip daddr 10.0.1.1 tcp dport 1521-1522 dnat to 10.0.2.2
    }
    chain behind {
        type nat hook postrouting priority srcnat;
        oifname server masquerade
    }
}
NFT
expect_ok follow 10.0.2.2 1521 9999
expect_ok follow 10.0.1.1 1521 9999
expect_ok follow 10.0.1.1 1522 9998
# A client that does not go where it is sent keeps its port: the next one is sent to another, with a longer name.
expect_ok on client "$peer" ask 10.0.1.1 1521
expect_ok follow 10.0.1.1 1521 10000
on router nft delete table ip case_nat

# conntrackd's expects the same.
reset_backend
expect_ok "$checkout/lab/allow" everything
compare conntrackd tns tcp 1521 follow 10.0.2.2 1521 9999
# It does not read the DATA that follows an empty REDIRECT.
differs conntrackd + "tcp 10.0.1.2:any -> 10.0.2.2:high"
compare conntrackd tns tcp 1522 follow 10.0.2.2 1522 9998
