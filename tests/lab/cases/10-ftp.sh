#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the ftp helper a strict router passes every kind of FTP transfer, both ways and in both families.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp
for mode in "${ftp_cases[@]}"; do
    # shellcheck disable=SC2086   # "epsv 4" is two words
    expect_ok fetch_ftp $mode
    # shellcheck disable=SC2086
    expect_ok store_ftp $mode
done
for family in 4 6; do
    expect_ok lftp_fetch passive "$family"
    expect_ok lftp_fetch active "$family"
    expect_ok lftp_store passive "$family"
    expect_ok lftp_store active "$family"
done

# And it was the helper's doing.
reset_backend
on router conntrack -F 2>/dev/null
ftp_limit=4
for mode in "${ftp_cases[@]}"; do
    # shellcheck disable=SC2086
    expect_fail fetch_ftp $mode 20kb.bin
done
