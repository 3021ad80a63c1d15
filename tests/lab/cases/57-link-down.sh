#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A link that goes down and comes up again costs what was on its way over it, and not one packet more, flow or transfer.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

rounds=$(often 10)
on router sysctl -q -w net.ipv6.conf.server.keep_addr_on_down=1
set_scene
begin_traffic
trackhandd=$(backend_pid)
for ((round = 0; round < rounds; ++round)); do
    kill -STOP "$trackhandd" # so that some packets wait at that moment
    pause 200
    expect_ok ip -n router link set server down
    kill -CONT "$trackhandd"
    pause 300
    expect_ok ip -n router link set server up
    pause 900
done
end_traffic
account "the server's link down for 0.3 s" "$rounds" "$(lost_on_the_way)"
