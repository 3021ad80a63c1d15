#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A host that lets in answers only asks its network by NetBIOS broadcast and hears every nmbd with the netbios-ns helper.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"
. "$LAB_CHECKOUT/tests/lab/discovery.bash"

set_out_discovery
reset_backend

register() {
    local own=$scratch/$1.d
    mkdir -p "$own" /run/samba
    cat >"$1.conf" <<CONF
[global]
netbios name = $1
workgroup = LAB
interfaces = $2/24
bind interfaces only = yes
local master = no
pid directory = $own
lock directory = $own
state directory = $own
cache directory = $own
private dir = $own
ncalrpc dir = $own/ncalrpc
log file = $own/log
CONF
    on "$1" bash -c "mount -t tmpfs tmpfs /run/samba && mkdir /run/samba/nmbd &&
        exec nmbd --foreground --no-process-group --debug-stdout -s '$scratch/$1.conf'" >"$1.log" 2>&1 &
}
register server 10.0.2.2
register second 10.0.2.3

# Who answers to NAME.
look_up() { nmblookup -s /dev/null -d 0 -B 10.0.2.255 "$1" 2>/dev/null | sed -n 's/ .*<00>$//p' | sort | xargs; }
finds_server() { [[ $(look_up server) == 10.0.2.2 ]]; }
finds_all() { [[ $(look_up LAB) == "10.0.2.2 10.0.2.3" ]]; }

# The same from port 137, as Windows does it: a query for "*", which everybody answers (RFC 1002, 4.2.12).
question='\x12\x34\x01\x10\x00\x01\x00\x00\x00\x00\x00\x00\x20CKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\x00\x00\x20\x00\x01'
finds_all_from_137() {
    # shellcheck disable=SC2059   # its escapes are meant
    [[ $(printf "$question" | "$checkout/tests/clients/askgroup" --seconds 1.5 --from 137 10.0.2.255 137 |
        cut -d' ' -f1 | sort -u | xargs) == "10.0.2.2 10.0.2.3" ]]
}

wait_until 40 finds_server || fail "not found: $(cat server.log)"
wait_until 40 finds_all_from_137 || fail "not found from port 137: $(cat -- *.log)"
wait_until 40 finds_all || fail "not found: $(cat -- *.log)"
close_input
expect_fail finds_server
expect_fail finds_all
expect_fail finds_all_from_137

attach netbios-ns
hears finds_server
hears finds_all
hears finds_all_from_137
assert_contains "$(expected)" 'src=10\.0\.2\.0 dst=10\.0\.2\.1 sport=137 dport=137 mask-src=255\.255\.255\.0 .*PERMANENT class=0 helper=netbios-ns' \
    "the expectations"

# Hosts outside of the network as it is set may not answer: 10.0.2.255 is also the broadcast address of 10.0.2.128/25.
attach netbios-ns prefix_length=25
expect_fail finds_server
assert_contains "$(expected)" 'src=10\.0\.2\.128 dst=10\.0\.2\.1 sport=137 .*mask-src=255\.255\.255\.128 ' "the expectations"

# The kernel's expects the same.
open_input
compare kernel netbios-ns udp 137 finds_server
