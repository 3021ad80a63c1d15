#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A helper process that crashes in the middle of a transfer leaves a capture of what it had before it; the transfer goes on.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp

running() { trackhandctl helper list --json | grep -q '"helper":"ftp".*"state":"running"'; }
evidence() { trackhandctl evidence list --json | sed -n 's/^{"evidence":"\([^"]*\)".*/\1/p'; }
kept() { [[ -n $(evidence) ]]; }

while read -r id; do # of cases before
    expect_ok trackhandctl evidence remove "$id"
done < <(evidence)
wait_until 20 running || fail "the helper does not run: $(trackhandctl helper list)"

fetch_slowly "$scratch/stop" &
long=$!
wait_until 10 test -s "$scratch/long"
pkill -SEGV -x trackhand-helpe
wait_until 10 kept || fail "nothing was kept: $(trackhandctl evidence list; trackhandctl status)"
wait_until 20 running || fail "the helper did not come back: $(trackhandctl helper list)"
touch "$scratch/stop"
wait "$long" || fail "the transfer broke"

id=$(evidence)
assert_contains "$id" '^ftp-[0-9]{8}T[0-9]{6}\.[0-9]{3}Z$' "the list"
assert_contains "$(trackhandctl evidence list --json)" '"reason":"ended by SEGV"' "the list"
file=/var/lib/trackhand/evidence/$id.pcapng
assert_eq "$(stat -c %a "$file" /var/lib/trackhand/evidence | tr '\n' ' ')" "600 700 " "modes of file and folder"

expect_ok trackhandctl evidence save "$id" "$scratch/saved.pcapng"
expect_ok same_file "$scratch/saved.pcapng" "$file"
expect_ok tcpdump -Z root -nr "$scratch/saved.pcapng"
assert_contains "$(tcpdump -Z root -nAr "$scratch/saved.pcapng" 2>/dev/null)" 'USER|PASS|TYPE|EPSV|PASV|RETR' "the capture"
expect_ok trackhandctl replay "$scratch/saved.pcapng" --helper ftp

expect_fail trackhandctl evidence save ../../../../etc/hostname "$scratch/none"
[[ ! -e $scratch/none ]] || fail "a path was taken for an id"

expect_ok trackhandctl evidence remove "$id"
[[ ! -e $file ]] || fail "$file is still there"
