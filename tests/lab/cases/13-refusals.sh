#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# What must not be done is refused with one line that says what to do, the right status, and nothing changed.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend

everything() {
    trackhandctl export "$scratch/exported" >/dev/null
    cat "$scratch/exported"
    nft -s list ruleset
    nfct helper list
}

unchanged() { assert_eq "$(everything)" "$before" "state after $*"; }

refused() {
    local wanted=$1 status=0
    shift
    "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
    assert_eq "$status" "$wanted" "status of $* ($(cat "$scratch/err"))"
    assert_eq "$(wc -l <"$scratch/err")" 1 "lines on stderr of $* ($(cat "$scratch/err"))"
    unchanged "$*"
}

before=$(everything)
guest() { su guest -s /bin/bash -c "PATH=$PATH $*"; }
for command in "helper add ftp" "helper flush" "rule add ftp --l4 tcp --dport 21"; do
    # shellcheck disable=SC2086
    refused 4 guest trackhandctl $command
done
expect_fail su guest -s /bin/bash -c "busctl call org.trackhand.Trackhand1 /org/trackhand/Trackhand1 \
    org.trackhand.Trackhand1.Helpers Flush b false"
assert_contains "$(cat "$scratch/output")" 'org.trackhand.Error.NotAuthorized|not authori[sz]ed' "the answer to the guest"

refused 1 trackhandctl helper add a-name-much-too-long-for-a-kernel
refused 1 trackhandctl helper add 'no/slash'
refused 2 trackhandctl helper add ftp --policy ftp:256:300
refused 2 trackhandctl helper add ftp --policy ftp:0:300
refused 1 trackhandctl helper add ftp --policy a:1:9 --policy a:1:9
refused 1 trackhandctl helper add ftp --option no_such_option=1
refused 1 trackhandctl helper add ftp --option loose=banana
refused 1 trackhandctl helper delete nothing
refused 1 trackhandctl helper enable nothing
refused 1 trackhandctl rule delete 99
refused 1 trackhandctl rule add ftp --src 10.0.0.1/24
refused 2 trackhandctl helper add ftp --queue 70000
refused 2 trackhandctl helper add ftp --no-such-option
refused 2 trackhandctl frobnicate

# A clash with the kernel's own helper.
modprobe nf_conntrack_ftp
trap 'modprobe -r nf_conntrack_ftp; rm -rf "$scratch"' EXIT
refused 1 trackhandctl helper add ftp
assert_contains "$(cat "$scratch/err")" 'modprobe -r .*nf_conntrack_ftp' "what to do"
modprobe -r nf_conntrack_ftp

# A helper in use, and a queue that is taken.
expect_ok trackhandctl helper add ftp --queue 3
expect_ok trackhandctl rule add ftp
before=$(everything)
refused 1 trackhandctl helper add ftp
refused 1 trackhandctl helper add other --queue 3
refused 1 trackhandctl helper set ftp --queue 4
