# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Words for the cases. A case sources this file, and begins with a clean router whatever ran before it.

set -Eeuo pipefail
# A command that ends the case is named.
trap 'status=$?; echo "${BASH_SOURCE[0]##*/}:$LINENO: ended with $status: $BASH_COMMAND" >&2' ERR

checkout=$LAB_CHECKOUT
# shellcheck source=lab/lib/guestenv.bash
. "$checkout/lab/lib/guestenv.bash"
# shellcheck source=tests/lab/ftp.bash
. "$checkout/tests/lab/ftp.bash"

scratch=$(mktemp -d /tmp/case.XXXXXX)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

fail() {
    echo "$*"
    [[ -z ${CASE_REASON-} ]] || echo "$*" | sed -n 1p >"$CASE_REASON"
    exit 1
}

# expect_ok COMMAND...: the case fails, with the command's output, unless the command succeeds.
expect_ok() {
    "$@" >"$scratch/output" 2>&1 || {
        local status=$?
        cat "$scratch/output"
        fail "should have succeeded, but ended with $status: $*"
    }
}

# expect_fail COMMAND...: the case fails if the command succeeds.
expect_fail() {
    ! "$@" >"$scratch/output" 2>&1 || {
        cat "$scratch/output"
        fail "should have failed: $*"
    }
}

# expect_status STATUS COMMAND...: for commands whose exit status means something.
expect_status() {
    local wanted=$1 status=0
    shift
    "$@" >"$scratch/output" 2>&1 || status=$?
    [[ $status -eq $wanted ]] || {
        cat "$scratch/output"
        fail "should have ended with status $wanted, not $status: $*"
    }
}

# assert_eq GOT WANTED WHAT
assert_eq() {
    [[ $1 == "$2" ]] || fail "${3:-value}: expected '$2', got '$1'"
}

# assert_contains TEXT PATTERN WHAT: PATTERN is an extended regular expression, matched line by line.
assert_contains() {
    grep -qE -- "$2" <<<"$1" || fail "${3:-text} lacks '$2':"$'\n'"$1"
}

same_file() { cmp "$1" "$2"; }

# The router as it was when the guest had booted: closed firewall, no flows, no tables of others, no kernel helper. Nobody remembers
# who had an address: a second host's in one case belongs to the server in another, and answers went to nobody until that was found out.
reset_router() {
    local table namespace
    while read -r table; do
        [[ $table == "table inet trackhand" ]] || on router nft "delete $table"
    done < <(on router nft list tables)
    on router "$checkout/lab/guest/firewall"
    on router conntrack -F 2>/dev/null
    for namespace in client router server; do
        on "$namespace" ip neighbour flush all
    done
}

# Trackhand with no helper and no rule.
reset_backend() {
    local id
    while read -r id; do
        trackhandctl rule delete "$id"
    done < <(trackhandctl rule list --json | sed -n 's/.*"id": *"\{0,1\}\([^",}]*\).*/\1/p')
    trackhandctl helper flush
}

# settings TEXT: trackhandd runs with this trackhand.toml, or none, until the case ends.
settings() {
    local file=/etc/trackhand/trackhand.toml now=
    [[ ! -e $file ]] || now=$(<"$file")
    [[ $now != "$1" ]] || return 0
    mkdir -p "${file%/*}"
    if [[ -n $1 ]]; then echo "$1" >"$file"; else rm "$file"; fi
    expect_ok "$checkout/lab/guest/backend" restart
}

reset_router
settings ""
