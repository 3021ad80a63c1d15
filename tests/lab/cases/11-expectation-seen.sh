#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# An expectation is seen alike by watch expectations and by conntrack -E expect, with its fate.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp
conntrack -E expect >"$scratch/theirs" 2>/dev/null &
theirs=$!
trackhandctl watch expectations --json --count 2 >"$scratch/ours" &
ours=$!
sleep 1
expect_ok fetch_ftp pasv 4 20kb.bin
wait_until 10 test "$(wc -l <"$scratch/ours")" -ge 2 || true
wait "$ours"
kill "$theirs"

port=$(sed -n 's/.*\[NEW\].* sport=0 dport=\([0-9]*\) mask.*/\1/p' "$scratch/theirs" | head -n 1)
[[ -n $port ]] || fail "conntrack saw no expectation: $(cat "$scratch/theirs")"
new=$(grep '"action":"new"' "$scratch/ours")
assert_contains "$new" "\"dport\":${port}[,}]" "our expectation"
assert_contains "$new" '"helper":"ftp"' "our expectation"
assert_contains "$new" '"src":"10.0.1.2"' "our expectation"
assert_contains "$new" '"dst":"10.0.2.2"' "our expectation"
assert_contains "$new" '"master":\{[^}]*"dport":21' "our expectation"
assert_contains "$(cat "$scratch/ours")" '"action":"matched"' "what became of it"
