#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A helper that another program registered is shown as foreign, left alone, and gone when it is gone.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok nfct helper add tftp inet udp
shown() { trackhandctl helper list --json | grep -q '"helper":"tftp".*"owner":"foreign"'; }
wait_until 5 shown || fail "not shown: $(trackhandctl helper list)"
expect_fail trackhandctl helper delete tftp
expect_fail trackhandctl helper add tftp
expect_ok nfct helper list
assert_contains "$(cat "$scratch/output")" 'name = tftp' "the kernel's list"
expect_ok trackhandctl helper flush
expect_ok nfct helper list
assert_contains "$(cat "$scratch/output")" 'name = tftp' "the kernel's list after flush"
expect_ok nfct helper delete tftp inet udp
not_shown() { ! shown; }
wait_until 5 not_shown || fail "still shown"
