#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Upgrades of the helper's program, one right after the other, lose no packet, no flow and no transfer.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

rounds=$(often 100)
program=/usr/local/sbin/trackhand-helperd

# upgrade: as a package does it, a new file in the place of the old, and a reload.
upgrade() {
    cp "$program" "$program.new"
    mv "$program.new" "$program"
    systemctl reload trackhandd
}

# Both helpers run the program that is on disk now: the name of a replaced one ends with "(deleted)".
taken_over() {
    local pid
    helper_pids "$trackhandd"
    [[ ${#pids[@]} -eq 2 ]] || return 1
    for pid in "${pids[@]}"; do
        [[ $(readlink "/proc/$pid/exe") == "$program" ]] || return 1
    done
}

set_scene
begin_traffic
trackhandd=$(backend_pid)
for ((round = 0; round < rounds; ++round)); do
    expect_ok upgrade
    wait_until 20 taken_over || fail "the new program does not run in round $round: $(trackhandctl helper list)"
done
end_traffic
assert_eq "$(restarts)" 0 "restarts of the helper processes"
account "a new trackhand-helperd, and \`systemctl reload\`" "$rounds"

# A program that cannot be run takes nobody's place.
before=$(pgrep -x trackhand-helpe | sort | tr '\n' ' ')
cp "$program" "$scratch/good"
printf '#!/bin/false\n' >"$program.new"
chmod 755 "$program.new"
mv "$program.new" "$program"
expect_ok systemctl reload trackhandd
was_refused() { trackhandctl status | grep -q 'helper processes were not replaced'; }
wait_until 20 was_refused || fail "nobody says that the program cannot be run: $(trackhandctl status)"
assert_eq "$(pgrep -x trackhand-helpe | sort | tr '\n' ' ')" "$before" "the helper processes"
mv "$scratch/good" "$program"
