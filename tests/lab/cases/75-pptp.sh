#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the pptp helper a strict router passes tunnels between pptpd and pptp-linux, translated ones too.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

modprobe -a ppp_generic ppp_async
[[ -e /dev/ppp ]] || mknod /dev/ppp c 108 0

# Both ends need no password, and compress nothing.
cat >"$scratch/ppp" <<'EOF'
noauth
nodefaultroute
noccp
nobsdcomp
novj
lcp-restart 1
ipcp-restart 1
EOF
printf 'option %s\nlocalip 10.9.0.1\nremoteip 10.9.0.2-9\n' "$scratch/ppp" >"$scratch/pptpd.conf"
on server pptpd --fg --conf "$scratch/pptpd.conf" >"$scratch/pptpd.log" 2>&1 &
server=$!
listening() { on server ss -Htln 'sport = :1723' | grep -q .; }
wait_until 10 listening || fail "pptpd does not listen: $(<"$scratch/pptpd.log")"

# dial [SERVER]: opens a tunnel in the client, and leaves it open.
tunnels=()
dial() {
    on client pppd pty "pptp ${1:-10.0.2.2} --nolaunchpppd" file "$scratch/ppp" nodetach >>"$scratch/dial.log" 2>&1 &
    tunnels+=($!)
}
open_tunnels() { on client ip -o -4 addr show | grep -c 'peer 10.9.0.1'; }
are_open() { [[ $(open_tunnels) -eq $1 ]]; }
reaches() { on client ping -c 2 -i 0.2 -W 5 -I "$1" 10.9.0.1; }
hang_up() {
    kill "${tunnels[@]}" 2>/dev/null || true
    tunnels=()
    wait_until 20 are_open 0 || fail "a tunnel does not end"
    on router conntrack -F 2>/dev/null
}

# try_tunnel WHAT [SERVER]
try_tunnel() {
    dial "${2-}"
    wait_until 30 are_open 1 || {
        cat "$scratch/packets"
        on router conntrack -L
        on router conntrack -L expect
        fail "no tunnel $1: $(tail -n 20 "$scratch/dial.log")"
    }
    expect_ok reaches ppp0
}

reset_backend
expect_ok "$checkout/lab/allow" tcp 1723
expect_ok trackhandctl helper add pptp
expect_ok trackhandctl rule add pptp
trackhandctl watch packets >"$scratch/packets" &
watcher=$!
tcpdump -i client -Z root -U --immediate-mode -w "$scratch/capture.pcap" 'proto gre or port 1723' 2>"$scratch/capture.log" &
capture=$!
wait_until 10 grep -q 'listening on' "$scratch/capture.log" || fail "$(<"$scratch/capture.log")"
try_tunnel "through the router"
kill "$capture"
gre=$(on router conntrack -L -p gre 2>/dev/null)
assert_contains "$gre" 'src=10.0.1.2 dst=10.0.2.2' "the GRE from the client"
assert_contains "$gre" 'src=10.0.2.2 dst=10.0.1.2' "the GRE from the server"
hang_up
replay=$(trackhandctl replay "$scratch/capture.pcap" --helper pptp)
assert_contains "$replay" '\(2 matched' "a replay of it"

# The client behind the router's address, the server behind a forwarded port, and both. The rules translate no GRE:
# it follows the control connection.
on router nft -f - <<'RULES'
table ip case_nat {
    chain prerouting {
        type nat hook prerouting priority dstnat
        iifname "client" ip daddr 10.0.1.1 tcp dport 1723 dnat to 10.0.2.2
    }
    chain postrouting {
        type nat hook postrouting priority srcnat
        oifname "server" ip protocol tcp masquerade
    }
}
RULES
try_tunnel "behind a masquerade"
hang_up
try_tunnel "behind a masquerade to a forwarded port" 10.0.1.1
hang_up
on router nft flush chain ip case_nat postrouting
try_tunnel "to a forwarded port" 10.0.1.1
hang_up
on router nft delete table ip case_nat

# And it was the helper's doing.
reset_backend
dial
expect_fail wait_until 8 are_open 1
hang_up

# The kernel's expects the same calls. A GRE packet has its receiver's call id alone; the kernel's own helper can have its
# sender's found out (nf_ct_gre_keymap_add), others cannot and must leave it open.
for key in "10.0.1.2:%s -> 10.0.2.2:key" "10.0.2.2:%s -> 10.0.1.2:key"; do
    # shellcheck disable=SC2059   # $key is meant to be the format
    differs kernel + "gre $(printf "$key" any)"
    # shellcheck disable=SC2059
    differs kernel - "gre $(printf "$key" key)"
done
expect_ok "$checkout/lab/allow" everything
call_once() {
    try_tunnel "in comparison"
    hang_up
}
compare kernel pptp tcp 1723 call_once
kill "$server" "$watcher"
