#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A host that lets in answers only asks by multicast DNS and hears every avahi-daemon, in both families, with the mdns helper.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"
. "$LAB_CHECKOUT/tests/lab/discovery.bash"

set_out_discovery
reset_backend
ip -6 route replace multicast ff02::fb dev server table local # drill names no interface

announce() {
    cat >"$1.conf" <<CONF
[server]
host-name=$1
enable-dbus=no
allow-interfaces=eth0
CONF
    mkdir -p /run/avahi-daemon
    on "$1" bash -c "mount -t tmpfs tmpfs /run/avahi-daemon &&
        exec avahi-daemon --no-drop-root --no-rlimits --no-chroot -f '$scratch/$1.conf'" >"$1.log" 2>&1 &
}
announce server
announce second

# One-shot queries, from a port of the asker's own.
patience=10
resolve() { [[ $(timeout "$patience" drill -"$3" -p 5353 "$1.local" "$4" "$5" | awk '/ANSWER SECTION/ {getline; print $NF}') == "$2" ]]; }
resolve_first_4() { resolve server 10.0.2.2 4 A @224.0.0.251; }
resolve_first_6() { resolve server fd00:2::2 6 AAAA @ff02::fb; }
resolve_second_4() { resolve second 10.0.2.3 4 A @224.0.0.251; }
resolve_second_6() { resolve second fd00:2::3 6 AAAA @ff02::fb; }

# ask_all GROUP PORT: one message asks for both names, with the unicast-response bit, from PORT (0: any). Who answers.
# Sent twice, because avahi-daemon gives to the group first what the group has not just heard (RFC 6762, 5.4).
question='\x00\x00\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00'
question+='\x06server\x05local\x00\x00\xff\x80\x01\x06second\x05local\x00\x00\xff\x80\x01'
ask_all() {
    # shellcheck disable=SC2059   # its escapes are meant
    printf "$question" | "$checkout/tests/clients/askgroup" --seconds 2 --times 2 --interface server --from "$2" "$1" 5353 |
        cut -d' ' -f1,2 | sort -u | xargs
}
all_4() { [[ $(ask_all 224.0.0.251 "$1") == "10.0.2.2 5353 10.0.2.3 5353" ]]; }
all_6() { [[ $(ask_all ff02::fb "$1" | tr ' ' '\n' | grep -c '^5353$') == 2 ]]; }

ask_all_ways() {
    local how port
    for how in resolve_first_4 resolve_second_4 resolve_first_6 resolve_second_6; do
        "$1" "$how"
    done
    for port in 0 5353; do
        "$1" all_4 "$port"
        "$1" all_6 "$port"
    done
}

# They are there, and nobody hears them behind a closed door.
wait_until 20 resolve_second_4 || fail "no answer from second: $(cat second.log)"
wait_until 20 resolve_first_4 || fail "no answer from server: $(cat server.log)"
ask_all_ways expect_ok
close_input
patience=2
ask_all_ways expect_fail
patience=10

attach mdns
ask_all_ways hears
assert_contains "$(expected)" 'src=0\.0\.0\.0 dst=10\.0\.2\.1 sport=5353 dport=[0-9]+ .*PERMANENT class=0 helper=mdns' "the expectations"
assert_contains "$(expected)" 'src=::.* dst=fe80:.* sport=5353 dport=5353 .*PERMANENT class=0 helper=mdns' "the expectations"

# conntrackd's expects the same.
open_input
compare conntrackd mdns udp 5353 all_4 0
