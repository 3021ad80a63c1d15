#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Somebody deleting a table of nftables makes the kernel drop what waits in the queues: each packet of it is counted.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

rounds=$(often 20)
set_scene
begin_traffic
trackhandd=$(backend_pid)
for ((round = 0; round < rounds; ++round)); do
    expect_ok on router nft 'add table inet unrelated; add chain inet unrelated c { type filter hook input priority 0; }'
    kill -STOP "$trackhandd"
    pause 300
    expect_ok on router nft 'delete table inet unrelated'
    kill -CONT "$trackhandd"
    pause 300
done
end_traffic
[[ $(since "$flushed_counter") -gt $rounds ]] || fail "no packet was flushed and counted: $(<"$scratch/after")"
account "an unrelated table of nftables deleted" "$rounds"
