#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the window alone a person gets FTP through the strict router, and sees its packets and expectations.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok env QT_QPA_PLATFORM=offscreen "$checkout/build/dev/tests/tst_window_lab"
assert_contains "$(trackhandctl helper list --json)" '"helper":"ftp".*"state":"running"' "the list of helpers"

# What the window set up does all that the command line's does.
for mode in "${ftp_cases[@]}"; do
    # shellcheck disable=SC2086   # "epsv 4" is two words
    expect_ok store_ftp $mode
done
for family in 4 6; do
    for way in passive active; do
        expect_ok lftp_fetch "$way" "$family"
        expect_ok lftp_store "$way" "$family"
    done
done
