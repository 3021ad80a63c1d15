#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Through an open router every FTP mode carries a file both ways, with curl and with lftp.
# needs: bare
. "$LAB_CHECKOUT/tests/lab/lib.bash"

expect_ok "$checkout/lab/allow" everything
for mode in "${ftp_cases[@]}"; do
    # shellcheck disable=SC2086   # "epsv 4" is two words
    expect_ok fetch_ftp $mode
    # shellcheck disable=SC2086
    expect_ok store_ftp $mode
done
for family in 4 6; do
    expect_ok lftp_fetch passive "$family"
    expect_ok lftp_fetch active "$family"
done
expect_ok on client curl -sS -u ftpuser:ftpuser -o mine ftp://10.0.2.2/20kb.bin
expect_ok same_file mine /srv/ftp/20kb.bin
