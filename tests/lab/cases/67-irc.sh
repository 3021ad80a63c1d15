#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the irc helper DCC chats and files reach users behind a strict router, in both families and through masquerading.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"
. "$LAB_CHECKOUT/tests/lab/irc.bash"

clean_up() {
    end_irc
    ip -n server -b - 2>/dev/null <<<"${other_addresses// add / del }" || true
    rm -rf "$scratch"
}
trap clean_up EXIT

# Who connects is not the IRC server but another host, unknown until then: it has an address of its own.
other_addresses="address add 10.0.2.3/24 dev eth0
address add fd00:2::3/64 dev eth0 nodad
route add 10.0.1.0/24 via 10.0.2.1 src 10.0.2.3
route add 10.0.2.1/32 dev eth0 src 10.0.2.3
route add fd00:1::/64 via fd00:2::1 dev eth0 src fd00:2::3"
ip -n server -b - <<<"$other_addresses"

# count_from ADDRESS: TCP connections that the router let in from there.
count_from() { conntrack -L -f "$1" -p tcp -s "$2" 2>/dev/null | grep -c ' sport=' || true; }

reset_backend
expect_ok "$checkout/lab/allow" tcp 6667
expect_ok trackhandctl helper add irc
expect_ok trackhandctl rule add irc
start_ngircd
start_irssi client ann 10.0.2.2
start_irssi client ann6 fd00:2::2
start_irssi server carl 10.0.2.2
start_weechat bob
irc_ready ann ann6 carl bob

for user in ann ann6; do
    expect_ok dcc_send "$user" bob 20
    expect_ok dcc_chat "$user" bob 20
done
# A passive offer: carl has ann wait for the connection, and ann says where.
expect_ok dcc_send_passively carl ann 20
[[ $(count_from ipv4 10.0.2.3) -ge 3 ]] || fail "IPv4 was not used: $(conntrack -L -p tcp)"
[[ $(count_from ipv6 fd00:2::3) -ge 2 ]] || fail "IPv6 was not used: $(conntrack -L -f ipv6 -p tcp)"

# The same where the user's address is hidden behind the router's.
on router nft -f - <<'EOF'
table ip translation {
    chain postrouting {
        type nat hook postrouting priority srcnat
        oifname "server" masquerade
    }
}
EOF
start_irssi client dora 10.0.2.2
irc_ready dora
grep -q 'from "10.0.2.1:' "$scratch/ngircd.log" || fail "dora is not masqueraded: $(<"$scratch/ngircd.log")"
expect_ok dcc_send dora bob 20
expect_ok dcc_chat dora bob 20
expect_ok dcc_send_passively carl dora 20

# And it was the helper's doing.
reset_backend
for user in ann ann6 dora; do
    expect_fail dcc_send "$user" bob 3
done
on router nft delete table ip translation

# The kernel's expects the same.
expect_ok "$checkout/lab/allow" everything
users=0
offer_anew() {
    local user=eve$((++users))
    start_irssi client "$user" 10.0.2.2
    irc_ready "$user"
    dcc_send "$user" bob 20
}
compare kernel irc tcp 6667 offer_anew
