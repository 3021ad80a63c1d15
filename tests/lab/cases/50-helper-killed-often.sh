#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Killing a helper process again and again at random moments loses no packet, no flow and no transfer.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

rounds=$(often 200)
set_scene
begin_traffic
trackhandd=$(backend_pid)
for ((round = 0; round < rounds; ++round)); do
    pick_helper "$trackhandd" 300
    kill -KILL "$picked"
done
end_traffic
assert_eq "$(restarts)" "$rounds" "restarts of the helper processes"
account "\`kill -9\` of trackhand-helperd" "$rounds"
