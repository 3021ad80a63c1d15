#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A host that lets in answers only finds every UPnP device and hears its events, in both families, with the ssdp helper.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"
. "$LAB_CHECKOUT/tests/lab/discovery.bash"

set_out_discovery
reset_backend

offer() {
    cat >"$1.conf" <<CONF
ext_ifname=lo
listening_ip=eth0
port=5000
enable_upnp=yes
enable_natpmp=no
uuid=00000000-0000-4000-8000-00000000000$2
CONF
    on "$1" miniupnpd -d -f "$scratch/$1.conf" -P "$scratch/$1.pid" >"$1.log" 2>&1 &
}
offer server 2
offer second 3

# find FAMILY: upnpc -4 or -6 sees the gateways of both hosts.
find_all() {
    local found
    found=$(timeout 20 upnpc "-$1" -m server -s 2>&1)
    [[ $found == *"desc: http://$2:5000/"* && $found == *"desc: http://$3:5000/"* ]]
}
find_all_4() { find_all 4 10.0.2.2 10.0.2.3; }
find_all_6() { find_all 6 '[fd00:2::2]' '[fd00:2::3]'; }

# Events: subscribe ADDRESS-IN-URL OWN has the device send the first one to OWN at once. Each time to another path: a device that
# did not get through tries again for minutes, and does get through when its address is expected at last.
PYTHONUNBUFFERED=1 python3 -m http.server --bind :: 49152 >events.log 2>&1 &
subscribe() {
    local path=/events/${EPOCHREALTIME/[.,]/}
    curl -sS -g --max-time 10 -X SUBSCRIBE -H "CALLBACK: <http://$2:49152$path>" -H "NT: upnp:event" \
        -H "TIMEOUT: Second-300" "http://$1:5000/evt/IPConn" && wait_until 5 grep -q "NOTIFY $path " events.log
}
events_4() { find_all_4 && subscribe 10.0.2.2 10.0.2.1 && subscribe 10.0.2.3 10.0.2.1; }
events_6() { find_all_6 && subscribe '[fd00:2::2]' '[fd00:2::1]'; }

wait_until 30 find_all_4 || fail "not found: $(timeout 20 upnpc -m server -s 2>&1; cat -- *.log)"
wait_until 30 find_all_6 || fail "not found: $(timeout 20 upnpc -6 -m server -s 2>&1; cat -- *.log)"
expect_ok events_4
expect_ok events_6
close_input
expect_fail find_all_4
expect_fail find_all_6
expect_fail subscribe 10.0.2.2 10.0.2.1

attach ssdp
hears find_all_4
hears events_4
hears find_all_6
assert_contains "$(expected)" 'src=0\.0\.0\.0 dst=10\.0\.2\.1 sport=0 dport=[0-9]+ .*PERMANENT class=0 helper=ssdp' "the expectations"
assert_contains "$(expected)" 'src=10\.0\.2\.3 dst=10\.0\.2\.1 sport=0 dport=49152 .*PERMANENT class=0 helper=ssdp' "the expectations"

# Over IPv6 who asks and who answers do it under link-local addresses, which their URLs do not name: nothing leads from
# one to the next. A rule for the port of the devices does.
expect_fail subscribe '[fd00:2::2]' '[fd00:2::1]'
expect_ok trackhandctl rule add ssdp --l4 tcp --dport 5000 --hook output
hears subscribe '[fd00:2::2]' '[fd00:2::1]'
assert_contains "$(expected)" 'src=fd00:2::2 dst=fd00:2::1 sport=0 dport=49152 .*PERMANENT class=0 helper=ssdp' "the expectations"

# conntrackd's expects the answers, too. Of what these name as LOCATION it expects nothing: an answer comes by a flow of its
# own, and that gets no helper.
open_input
differs conntrackd + "tcp 10.0.2.1:any -> 10.0.2.2:high permanent"
differs conntrackd + "tcp 10.0.2.1:any -> 10.0.2.3:high permanent"
compare conntrackd ssdp udp 1900 find_all_4
