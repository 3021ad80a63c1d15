#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Both processes standing still for half a minute, as when a machine sleeps, lose no packet, no flow and no transfer.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

# systemd's watchdog sleeps with the machine: its clock stands still.
expect_ok "$backend" systemd
watchdog 0
set_scene
begin_traffic
trackhandd=$(backend_pid)
helper_pids "$trackhandd"
kill -STOP "$trackhandd" "${pids[@]}"
pause_seconds 30
kill -CONT "${pids[@]}" "$trackhandd"
pause 900
end_traffic
assert_eq "$(backend_pid)" "$trackhandd" "trackhandd, which went on"
account "trackhandd and its helper processes asleep for 30 s" 1
watchdog 20s
