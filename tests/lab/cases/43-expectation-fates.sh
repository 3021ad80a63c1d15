#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What became of an expectation is told truly: matched, expired, evicted or removed, over IPv4 and IPv6.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
trackhandctl watch expectations --json --backlog >"$scratch/all" &
watcher=$!
conntrack -E expect >"$scratch/theirs" 2>"$scratch/theirs.log" &
theirs=$!
trap 'kill "$watcher" "$theirs" 2>/dev/null; rm -rf "$scratch"' EXIT
since=$(date -u +%FT%T.%NZ)

address() { [[ $1 == 4 ]] && echo 10.0.2.2 || echo fd00:2::2; }

# Events since this case began.
events() { awk -v since="$since" 'match($0, /"time":"[^"]*"/) && substr($0, RSTART + 8, RLENGTH - 9) >= since' "$scratch/all"; }

# fate PORT: everything told of the expectation of that port, in order.
fate() { events | grep "\"dport\":$1,.*\"master\"" | sed 's/.*"action":"\([a-z]*\)".*/\1/' | xargs; }
fate_is() { [[ $(fate "$1") == "$2" ]]; }
expect_fate() {
    wait_until "$3" fate_is "$1" "$2" || fail "the expectation of port $1 should be '$2', but is '$(fate "$1")': $(events)"
}

# A conversation with the server that begins no transfer of its own accord.
open_control() {
    # shellcheck disable=SC2016   # for the inner shell
    coproc CONTROL { on client bash -c 'exec 3<>"/dev/tcp/$0/21"; cat <&3 & exec cat >&3' "$(address "$1")"; }
    control=$CONTROL_PID
    hear
    tell USER anonymous
    tell PASS lab@example.org
    assert_contains "$reply" '^230' "the answer to the password"
}
hear() { IFS= read -r -t 15 reply <&"${CONTROL[0]}" || fail "the server says nothing"; }
tell() {
    printf '%s\r\n' "$*" >&"${CONTROL[1]}"
    hear
}
close_control() {
    tell QUIT
    kill "$control" 2>/dev/null || true
    wait "$control" 2>/dev/null || true
}

# announce FAMILY: has the server announce a port; sets port.
announce() {
    tell EPSV
    port=$(sed -n 's/^229 .*(|||\([0-9]*\)|).*/\1/p' <<<"$reply")
    [[ -n $port ]] || fail "the server announced no port: $reply"
}

set_up() {
    trackhandctl helper delete --rules ftp 2>/dev/null || true
    expect_ok trackhandctl helper add ftp --policy "$1"
    expect_ok trackhandctl rule add ftp
    running() { trackhandctl helper list --json | grep -q '"helper":"ftp".*"state":"running"'; }
    wait_until 10 running || fail "not running: $(trackhandctl helper list)"
}

set_up ftp:4:60
for family in 4 6; do
    open_control "$family"

    # Matched: somebody connects. The server closes the connection when the client says no more.
    announce
    # shellcheck disable=SC2016   # for the inner shell
    expect_ok on client timeout 10 bash -c 'exec 4<>"/dev/tcp/$0/$1"' "$(address "$family")" "$port"
    expect_fate "$port" "new matched" 5

    # Evicted: the class has room for four.
    ports=()
    for ((i = 0; i < 5; i++)); do
        announce
        ports+=("$port")
    done
    expect_fate "${ports[0]}" "new evicted" 5
    for ((i = 1; i < 5; i++)); do
        expect_fate "${ports[i]}" "new" 1
    done

    # Removed: by hand, and with their connection's entry.
    expect_ok conntrack -F expect
    for ((i = 1; i < 5; i++)); do
        expect_fate "${ports[i]}" "new removed" 5
    done
    announce
    expect_fate "$port" "new" 5
    expect_ok conntrack -D -f "ipv$family" -p tcp --dport 21
    expect_fate "$port" "new removed" 5
    kill "$control"
    wait "$control" 2>/dev/null || true
done

# Removed with its helper.
open_control 4
announce
expect_fate "$port" "new" 5
expect_ok trackhandctl helper delete --rules ftp
expect_fate "$port" "new removed" 5
kill "$control"
wait "$control" 2>/dev/null || true

# Expired: nobody connects. Not before its time, and soon after.
set_up ftp:4:3
seconds() { date -d "$(events | grep "\"dport\":$port,.*\"master\"" | sed -n "$1s/.*\"time\":\"\([^\"]*\)\".*/\1/p")" +%s%3N; }
for family in 4 6; do
    open_control "$family"
    announce
    expect_fate "$port" "new expired" 10
    lived=$(($(seconds 2) - $(seconds 1)))
    [[ $lived -ge 2900 && $lived -le 6000 ]] || fail "an expectation for 3 s lived $lived ms"
    close_control
done

# The kernel's own report counts as many, and the helper's counters say the same.
new() { events | grep -c '"action":"new"'; }
kernels() { grep -c '\[NEW\]' "$scratch/theirs"; }
same_count() { [[ $(new) -eq $(kernels) ]]; }
wait_until 5 same_count || fail "we told of $(new) expectations, the kernel of $(kernels)"
