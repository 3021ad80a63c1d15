#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Hostile helper processes harm neither the kernel nor their neighbour, and each is found, named in the journal and ended.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

# The attack, and what the journal says of it in the end. tests/hostile says what each of them does.
attacks=(
    "exp-zeroed keeps proposing what it must not"
    "exp-class keeps proposing what it must not"
    "exp-low-port keeps proposing what it must not"
    "mangle-huge keeps proposing what it must not"
    "mangle-options keeps proposing what it must not"
    "verdicts keeps proposing what it must not"
    "twice answered already"
    "count-255 impossible size"
    "ready-storm more than once"
    "pretend-sleep did not answer"
    "every-second did not answer"
    "never-ready did not become ready"
    "call-socket ended by SYS"
    "memory ended by|did not answer"
)
first_port=7001

restore_program() {
    kill "${honest_transfers:-}" 2>/dev/null || true
    on server nft delete table ip hostile_ports 2>/dev/null || true
    "$checkout/lab/guest/backend" stop
    umount "$checkout/build/bin/trackhand-helperd"
    "$checkout/lab/guest/backend" start
    rm -rf "$scratch"
}

# What was written before this case is not its business.
journal() { "$checkout/lab/guest/backend" log | tail -n "+$log_begin"; }

# Transfers through the honest helper, one after another, until the case ends.
transfer_honestly() {
    local count=0
    while fetch_ftp epsv 4 20kb.bin && fetch_ftp port 4 20kb.bin; do
        echo $((++count)) >"$scratch/transfers"
    done
    echo "after $count transfers" >"$scratch/broken"
}

# pester PORT: new flows of one datagram each, and a conversation in both directions.
pester() {
    # shellcheck disable=SC2016   # for the inner shell
    on client bash -c 'for ((i = 0; i < 60; i++)); do echo "datagram $i" >"/dev/udp/10.0.2.2/$0"; done' "$1" 2>/dev/null
    converse "$1" --max-time 5 || true # held up for a while, perhaps; at the end of the case it must work
}
converse() { on client curl -sS -4 --quote PWD --head "${@:2}" "ftp://10.0.2.2:$1/"; }

# Not grep -q: it would end early, and pipefail would take that for "not found" once the journal is long.
found() { journal | grep -cE "helper $1: .*($2)" >/dev/null; }

log_begin=$(($("$checkout/lab/guest/backend" log | wc -l) + 1))
"$checkout/lab/guest/backend" stop
mount --bind "$checkout/build/dev/tests/hostile-helperd" "$checkout/build/bin/trackhand-helperd"
trap restore_program EXIT
"$checkout/lab/guest/backend" start

reset_backend
dmesg --clear
expect_ok "$checkout/lab/allow" everything
# The server speaks FTP on every port of an attack, so that there is a conversation to attack.
expect_ok on server nft -f - <<EOF
table ip hostile_ports {
    chain pre {
        type nat hook prerouting priority dstnat;
        tcp dport $first_port-$((first_port + ${#attacks[@]} - 1)) redirect to :21
    }
}
EOF
# All at once: here every call of the command line takes a second.
describe() {
    cat <<EOF
[[helper]]
name = "$1"
enabled = true
l4 = ["tcp", "udp"]
queue = $2
policy = [{name = "any", max = 4, timeout = 60}]
rule = [{l4 = "tcp", ports = [$2]}, {l4 = "udp", ports = [$2]}]

EOF
}
port=$first_port
for line in "${attacks[@]}"; do
    describe "${line%% *}" "$port"
    ((++port))
done >"$scratch/helpers.toml"
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp --dport 21
expect_ok trackhandctl apply "$scratch/helpers.toml"
backend=$("$checkout/lab/guest/backend" pid)
rules=$(nft -s list table inet trackhand)
transfer_honestly &
honest_transfers=$!

for round in {1..12}; do
    port=$first_port
    unfound=()
    pestering=()
    for line in "${attacks[@]}"; do
        read -r attack reason <<<"$line"
        if ! found "$attack" "$reason"; then
            unfound+=("$attack")
            pester "$port" >/dev/null 2>&1 &
            pestering+=($!)
        fi
        ((++port))
    done
    [[ ${#unfound[@]} -gt 0 ]] || break
    wait "${pestering[@]}"
done
[[ ${#unfound[@]} -eq 0 ]] || fail "not found: ${unfound[*]}"$'\n'"$(journal)"
echo "all found in round $round"

# The kernel: healthy, its rules as they were, and nothing expected that an attacker proposed.
assert_eq "$(dmesg | grep -E 'BUG|Oops|WARNING|protection fault|Call Trace|attributes' || true)" "" "the kernel's log"
assert_eq "$(nft -s list table inet trackhand)" "$rules" "the rules"
assert_eq "$(conntrack -L expect 2>/dev/null | grep -v 'helper=ftp$' || true)" "" "expectations of attackers"

# The backend: the same process, and every port is served, whether its helper was restarted or given up.
assert_eq "$("$checkout/lab/guest/backend" pid)" "$backend" "trackhandd's process"
conversing=()
for ((port = first_port; port < first_port + ${#attacks[@]}; port++)); do
    converse "$port" --max-time 90 >"$scratch/conversation.$port" 2>&1 &
    conversing+=($!)
done
for ((i = 0; i < ${#attacks[@]}; i++)); do
    wait "${conversing[i]}" || fail "${attacks[i]%% *}'s port: $(cat "$scratch/conversation.$((first_port + i))")"
done

# Who goes on is given up and disabled, and its traffic passes without it.
given_up() { trackhandctl helper list --json | grep -q "\"helper\":\"count-255\".*\"state\":\"failed\""; }
port=$first_port
for line in "${attacks[@]}"; do
    [[ $line != count-255* ]] || break
    ((++port))
done
for round in {1..10}; do
    given_up && break
    pester "$port" >/dev/null 2>&1
done
given_up || fail "count-255 is not given up: $(trackhandctl helper list)"
expect_ok converse "$port" --max-time 20
disabled() { ! nfct helper list | grep -A5 'name = count-255' | grep -q 'status = enabled'; }
wait_until 5 disabled || fail "count-255 is still enabled: $(nfct helper list)"

# The neighbour: worked all the time, with the one process it was given.
[[ ! -e $scratch/broken ]] || fail "the honest helper's transfers broke $(cat "$scratch/broken")"
[[ $(cat "$scratch/transfers") -ge 5 ]] || fail "too few honest transfers to say so: $(cat "$scratch/transfers")"
assert_eq "$(journal | grep 'helper ftp:' || true)" "" "what happened to the honest helper"
