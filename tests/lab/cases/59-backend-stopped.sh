#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A trackhandd that somebody stopped is replaced by systemd's watchdog, and nothing is lost.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

transfers_are=long

replaced() { [[ $(backend_pid) != "$trackhandd" ]]; }

set_scene
begin_traffic
echo '{}' >"$scratch/before" # the counters begin anew with the process
trackhandd=$(backend_pid)
kill -STOP "$trackhandd"
wait_until 60 replaced || fail "the watchdog did not bite"
end_traffic
account "SIGSTOP of trackhandd" 1
