#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Of the same FTP the helpers of Trackhand, of the kernel and of conntrackd expect the same.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

reset_backend
expect_ok "$checkout/lab/allow" everything
compare "kernel conntrackd" ftp tcp 21 fetch_ftp pasv 4 20kb.bin
compare "kernel conntrackd" ftp tcp 21 fetch_ftp port 4 20kb.bin
compare "kernel conntrackd" ftp tcp 21 fetch_ftp eprt 4 20kb.bin
compare kernel ftp tcp6 21 fetch_ftp epsv 6 20kb.bin
compare kernel ftp tcp6 21 fetch_ftp eprt 6 20kb.bin

# conntrackd's does not understand the reply to EPSV.
differs conntrackd + "tcp 10.0.1.2:any -> 10.0.2.2:high"
compare "kernel conntrackd" ftp tcp 21 fetch_ftp epsv 4 20kb.bin
