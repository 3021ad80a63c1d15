#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A host that lets in answers only hears every agent that has the service it looks for, in both families, with the slp helper.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"
. "$LAB_CHECKOUT/tests/lab/discovery.bash"

set_out_discovery
reset_backend
for agent in "server 10.0.2.2" "server fd00:2::2" "second 10.0.2.3" "second fd00:2::3"; do
    read -r host address <<<"$agent"
    on "$host" "$checkout/tests/clients/slpagent" eth0 "$address" >"$host.log" 2>&1 &
done

# A request for printers in the scope "default", flagged as one to a group (RFC 2608, 8.1).
request='\x02\x01\x00\x00\x30\x20\x00\x00\x00\x00\x12\x34\x00\x02en'
request+='\x00\x00\x00\x0fservice:printer\x00\x07default\x00\x00\x00\x00'
ask() {
    # shellcheck disable=SC2059   # its escapes are meant
    printf "$request" | "$checkout/tests/clients/askgroup" --seconds 1.5 --interface server --from "$2" "$1" 427 |
        cut -d' ' -f2 | xargs
}
finds_all_4() { [[ $(ask 239.255.255.253 "$1") == "427 427" ]]; }
finds_all_6() { [[ $(ask ff02::116 "$1") == "427 427" ]]; }

wait_until 15 finds_all_4 0 || fail "not found: $(cat -- *.log)"
wait_until 15 finds_all_6 0 || fail "not found: $(cat -- *.log)"
close_input
for port in 0 427; do
    expect_fail finds_all_4 "$port"
    expect_fail finds_all_6 "$port"
done

attach slp
for port in 0 427; do
    hears finds_all_4 "$port"
    hears finds_all_6 "$port"
done
assert_contains "$(expected)" 'src=0\.0\.0\.0 dst=10\.0\.2\.1 sport=427 dport=427 .*PERMANENT class=0 helper=slp' "the expectations"

# conntrackd's expects the same.
open_input
compare conntrackd slp udp 427 finds_all_4 0
