#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The kernel's helpers, conntrackd's and Trackhand's expect the same of the same traffic; every difference is listed here.
# limit: 300
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok "$checkout/lab/allow" udp 69

compare ftp tcp 21 fetch_ftp pasv 4 20kb.bin
compare ftp tcp 21 fetch_ftp port 4 20kb.bin
compare ftp tcp 21 fetch_ftp eprt 4 20kb.bin
# conntrackd's ftp does not understand the reply to EPSV, and knows no IPv6.
other=kernel compare ftp tcp 21 fetch_ftp epsv 4 20kb.bin
other=kernel compare ftp tcp 21 fetch_ftp epsv 6 20kb.bin
other=kernel compare ftp tcp 21 fetch_ftp eprt 6 20kb.bin

mkdir -p tftp
chmod 755 "$scratch" tftp
head -c 5000 /dev/urandom >tftp/file
on server in.tftpd --foreground -4 -a 10.0.2.2:69 --secure --user root "$scratch/tftp" &
tftpd=$!
trap 'kill "$tftpd"; rm -rf "$scratch"' EXIT
serving() { [[ $(on server ss -Huln 'sport = :69' | wc -l) -eq 1 ]]; }
wait_until 10 serving || fail "nobody listens on the server"
fetch_tftp() { on client timeout 20 tftp -4 -m binary 10.0.2.2 -c get file got && same_file got tftp/file; }
compare tftp udp 69 fetch_tftp
