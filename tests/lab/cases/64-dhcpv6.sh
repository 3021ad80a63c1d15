#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A host that lets in answers only hears every DHCPv6 server and gets its address with the dhcpv6 helper.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"
. "$LAB_CHECKOUT/tests/lab/discovery.bash"

set_out_discovery
reset_backend

serve() {
    on "$1" dnsmasq --conf-file=/dev/null --no-daemon --port=0 --interface=eth0 --bind-interfaces --log-dhcp \
        "--dhcp-range=$2,64,1h" "--dhcp-leasefile=$scratch/$1.leases" "--pid-file=$scratch/$1.pid" >"$1.log" 2>&1 &
}
serve server fd00:2::1000,fd00:2::1fff
serve second fd00:2::2000,fd00:2::2fff

cat >script <<'SCRIPT'
#!/bin/bash
[[ $reason != BOUND6 ]] || echo "$new_ip6_address" >>"${0%/*}/bound"
SCRIPT
chmod +x script

# lease SECONDS: an address from one of the servers, after both have advertised one; dhclient configures nothing here.
lease() {
    local client status=0
    rm -f bound leases
    dhclient -6 -1 -d -v -sf "$scratch/script" -lf "$scratch/leases" -pf "$scratch/pid" -cf /dev/null server >lease.log 2>&1 &
    client=$!
    wait_until "$1" test -s bound || status=1
    kill "$client" 2>/dev/null || true
    wait "$client" 2>/dev/null || true
    [[ $status -eq 0 ]] && grep -q '^fd00:2::[12]' bound && [[ $(grep -c '^RCV: Advertise message' lease.log) -eq 2 ]]
}

try() { lease 6; }
wait_until 30 try || fail "no lease: $(cat lease.log -- *.log)"
close_input
expect_fail lease 6

attach dhcpv6
hears lease 20
assert_contains "$(expected)" 'src=:: dst=fe80::.* sport=0 dport=546 .*PERMANENT class=0 helper=dhcpv6' "the expectations"

# conntrackd's expects the same.
open_input
compare conntrackd dhcpv6 udp6 547 lease 20
