#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Today's conntrackd, the program Trackhand is compared with, carries PASV here and fails EPSV as measured.
# needs: bare
. "$LAB_CHECKOUT/tests/lab/lib.bash"

stop_conntrackd() {
    on router conntrackd -C conntrackd.conf -k >/dev/null 2>&1 || true
    on router nft delete table ip baseline 2>/dev/null || true
    on router conntrack -F 2>/dev/null || true
    wait_until 5 nfct helper delete ftp inet tcp || true
    rm -rf "$scratch"
}

helper_enabled() { nfct helper list | grep -q 'status = enabled'; }

fetch_with_patience() { fetch_ftp "$@" || fetch_ftp "$@" || fetch_ftp "$@"; }

cat >conntrackd.conf <<EOF
Helper { Type ftp inet tcp { QueueNum 0 QueueLen 10240 Policy ftp { ExpectMax 1 ExpectTimeout 300 } } }
General { LogFile $scratch/conntrackd.log LockFile $scratch/conntrackd.lock UNIX { Path $scratch/conntrackd.ctl } }
EOF
trap stop_conntrackd EXIT
expect_ok nfct helper add ftp inet tcp
assert_contains "$(nfct helper list)" '\.name = ftp' "the list of helpers"
expect_ok "$checkout/lab/allow" tcp 21
expect_ok on router nft -f - <<'EOF'
table ip baseline {
    ct helper ftp-user { type "ftp" protocol tcp; l3proto ip; }
    chain pre { type filter hook prerouting priority filter; tcp dport 21 ct helper set "ftp-user"; }
}
EOF
expect_ok on router conntrackd -d -C conntrackd.conf
expect_ok wait_until 10 helper_enabled
# On a busy machine it was seen to miss an answer: no expectation, and curl waits in vain.
expect_ok fetch_with_patience pasv 4 20kb.bin
ftp_limit=4
expect_fail fetch_ftp epsv 4 20kb.bin
