#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Each process has the rights it needs and no others: four capabilities for trackhandd, none for the helper process.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

reset_backend
expect_ok trackhandctl helper add ftp

field() { sed -n "s/^$2:[[:space:]]*//p" "/proc/$1/status"; }

backend=$("$checkout/lab/guest/backend" pid)
# CAP_KILL 5, CAP_SETGID 6, CAP_SETUID 7, CAP_NET_ADMIN 12
for set in CapEff CapPrm; do
    assert_eq "$(field "$backend" $set)" 00000000000010e0 "$set of trackhandd"
done
assert_eq "$(field "$backend" NoNewPrivs)" 1 "no_new_privs of trackhandd"

helper=$(pgrep -x trackhand-helpe)
for set in CapEff CapPrm CapInh CapAmb; do
    assert_eq "$(field "$helper" $set)" 0000000000000000 "$set of the helper process"
done
user=$(id -u trackhand-helper)
assert_eq "$(field "$helper" Uid)" "$user"$'\t'"$user"$'\t'"$user"$'\t'"$user" "uid of the helper process"
assert_eq "$(field "$helper" NoNewPrivs)" 1 "no_new_privs of the helper process"
assert_eq "$(field "$helper" Seccomp)" 2 "seccomp mode of the helper process"
assert_eq "$(readlink "/proc/$helper/fd/"* | sed 's/anon_inode://' | sort | tr '\n' ' ')" "[eventfd] " \
    "open files of the helper process"
