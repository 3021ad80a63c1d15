#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A strict router passes FTP's control connection and, without a helper, none of its data connections.
# needs: bare
. "$LAB_CHECKOUT/tests/lab/lib.bash"

expect_fail ftp_control 4
expect_ok "$checkout/lab/allow" tcp 21
expect_ok ftp_control 4
expect_ok ftp_control 6
ftp_limit=4
for mode in "${ftp_cases[@]}"; do
    # shellcheck disable=SC2086   # "epsv 4" is two words
    expect_fail fetch_ftp $mode 20kb.bin
done
