#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# A helper's script is swapped again and again under traffic and nothing is lost; scripts that misbehave are named and harmless.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/torment.bash"

script=numbers.lua
numbers_are=(--script "$script")
rounds=$(often 100)

# says TEXT [STATEMENT]: a version of the script that does STATEMENT with each packet, and notes TEXT.
says() {
    cat >"$scratch/$script" <<LUA
return {
    name = "numbers", transports = { "udp" },
    on_packet = function(packet, connection)
        ${2-}
        packet:note("$1")
    end,
}
LUA
}
install_it() { trackhandctl script install "$scratch/$script"; }
notes() { trackhandctl watch packets --helper numbers --count 1 --json | sed -n 's/.*"note":"\([^"]*\)".*/\1/p'; }
notes_contain() { [[ $(notes) == *"$1"* ]]; }

# What is no script is refused with its line, before anything changes.
says "version 0"
expect_ok install_it
echo 'return {' >"$scratch/broken.lua"
expect_status 1 trackhandctl script install "$scratch/broken.lua"
assert_contains "$(cat "$scratch/output")" 'broken\.lua:[0-9]+: ' "what is said of a broken script"
assert_contains "$(trackhandctl script list)" "^$script " "the list of scripts"

set_scene
begin_traffic
for ((round = 1; round <= rounds; ++round)); do
    says "version $round"
    expect_ok install_it
    wait_until 20 notes_contain "version $round" || fail "version $round does not run: $(trackhandctl helper list)"
done
expect_ok trackhandctl script rollback "$script"
wait_until 20 notes_contain "version $((rounds - 1))" || fail "the earlier version does not run: $(notes)"
end_traffic
assert_eq "$(restarts)" 0 "restarts of the helper processes"
account "another version of a helper's script" "$rounds"

# misbehaves WORDS STATEMENT: every packet of a conversation passes, and its note says what was wrong, and on which line.
misbehaves() {
    says "never said" "$2"
    expect_ok install_it
    wait_until 20 runs_anew "$process" || fail "no new process runs the script: $(trackhandctl helper list)"
    process=$(numbers_process)
    trackhandctl watch packets --helper numbers --count 10 --json >"$scratch/watched" &
    local watcher=$!
    sleep 1
    "$traffic" udp --from client --to server --address 10.0.2.2 --port "$udp_port" --rate 20 --size 64 --milliseconds 1000 \
        --patience 5000 >"$scratch/passed.json"
    assert_eq "$(number lost <"$scratch/passed.json")" 0 "packets lost to a script that does: $2"
    wait "$watcher" || fail "its packets were not seen: $(<"$scratch/watched")"
    assert_contains "$(<"$scratch/watched")" "\"note\":\"[^\"]*numbers\.lua:4: [^\"]*$1" "the note of a script that does: $2"
    assert_eq "$(trackhandctl helper list --json | grep '"helper":"numbers"' | grep -c '"state":"running"')" 1 "helpers that run"
}
numbers_process() { trackhandctl helper list --json | grep '"helper":"numbers"' | number pid; }
runs_anew() { local now; now=$(numbers_process); [[ -n $now && $now != "$1" ]]; }

process=0
misbehaves "instructions" "while true do end"
misbehaves "memory" "local s, t = ('x'):rep(60000), {} for i = 1, 1000 do t[i] = s .. i end"
misbehaves "io" "io.open('/etc/passwd')"
misbehaves "" "error('on purpose')"
