#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# FTP passes through address translation: masqueraded clients, forwarded servers, and two clients with the same port.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

untranslate() { on router nft delete table ip translation 2>/dev/null || true; }
masquerade='chain post { type nat hook postrouting priority srcnat; oifname "server" masquerade; };'
forward='chain pre { type nat hook prerouting priority dstnat; ip daddr 10.0.1.1 tcp dport 21 dnat to 10.0.2.2; };'

# translate CHAIN...: from here on the router does that.
translate() {
    untranslate
    expect_ok on router nft "table ip translation { $* }"
    on router conntrack -F 2>/dev/null
}

# fetch ADDRESS CURL_OPTION...: three files over one control connection, so that the later commands pass translation that
# has shifted sequence numbers already.
fetch() {
    local address=$1
    shift
    rm -f fetched.*
    on client curl -sS -4 --connect-timeout 4 --max-time "${ftp_limit:-60}" "$@" \
        "ftp://$address/10mb.bin" -o fetched.1 "ftp://$address/20kb.bin" -o fetched.2 \
        "ftp://$address/10mb.bin" -o fetched.3 &&
        same_file fetched.1 /srv/ftp/10mb.bin && same_file fetched.2 /srv/ftp/20kb.bin &&
        same_file fetched.3 /srv/ftp/10mb.bin
}

every_mode() {
    expect_ok fetch "$1"
    expect_ok fetch "$1" --disable-epsv --no-ftp-skip-pasv-ip
    expect_ok fetch "$1" --ftp-port -
    expect_ok fetch "$1" --ftp-port - --disable-eprt
}

trap 'untranslate; rm -rf "$scratch"' EXIT
reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp

translate "$masquerade"
every_mode 10.0.2.2
translate "$forward"
every_mode 10.0.1.1
translate "$masquerade" "$forward"
every_mode 10.0.1.1

# Two clients behind one address announce the same port: each gets one of its own.
translate "$masquerade"
on client ip addr add 10.0.1.3/24 dev eth0
slow_fetch() {
    on client curl -sS -4 --interface "$1" --connect-timeout 4 --max-time 60 --limit-rate 1M \
        --ftp-port "$1:50000-50000" ftp://10.0.2.2/10mb.bin -o "fetched.$1"
}
slow_fetch 10.0.1.2 &
first=$!
slow_fetch 10.0.1.3 &
second=$!
wait "$first" || fail "the first client's transfer"
wait "$second" || fail "the second client's transfer"
on client ip addr del 10.0.1.3/24 dev eth0
same_file fetched.10.0.1.2 /srv/ftp/10mb.bin || fail "the first client got another file"
same_file fetched.10.0.1.3 /srv/ftp/10mb.bin || fail "the second client got another file"
ports=$(on router conntrack -L -p tcp --sport 20 2>/dev/null | sed -n 's/.*sport=20 dport=\([0-9]*\) src=.*/\1/p' | sort -u)
[[ $(wc -w <<<"$ports") -ge 2 ]] || fail "both data connections went to the same port: $ports"

# What could not be given, and what is not said: nothing was refused, and the rewritten packets say so.
assert_contains "$(trackhandctl stats --json)" '"refused":0' "the gate's refusals"

# And it was the helper's doing.
reset_backend
on router conntrack -F 2>/dev/null
ftp_limit=6
expect_fail fetch 10.0.2.2 --ftp-port -
