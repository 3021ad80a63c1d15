#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The processes stay small under traffic, and sleep while there is none: the helper process and the gate's thread at all.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

idle_seconds=60
[[ -z ${LAB_SHORT-} ]] || idle_seconds=20

reset_backend
expect_ok "$checkout/lab/allow" tcp 21
expect_ok trackhandctl helper add ftp
expect_ok trackhandctl rule add ftp
for mode in "${ftp_cases[@]}"; do
    # shellcheck disable=SC2086   # "epsv 4" is two words
    expect_ok fetch_ftp $mode 20kb.bin
done

# More connections than the helper follows, more bytes than its channel holds, more packets than there are events kept.
expect_ok "$checkout/lab/allow" udp 9999
expect_ok trackhandctl helper add watcher --l4 udp
expect_ok trackhandctl rule add watcher --l4 udp --dport 9999
connections=4000
more=5000
packets=$((connections + more))
# Nobody listens: a refusal that has come back fails the next send in its place.
# shellcheck disable=SC2016   # for the shell in the client
on client bash -c 'payload=$(printf %01400d 0)
    for ((i = 0; i < $1; ++i)); do printf %s "$payload" >/dev/udp/10.0.2.2/9999; done
    exec 3>/dev/udp/10.0.2.2/9999
    for ((i = 0; i < $2; ++i)); do until printf %s "$payload" >&3; do :; done; done 2>/dev/null' - "$connections" "$more"
all_seen() { trackhandctl stats --json | grep -E '"helper":"watcher".*"packets":'"$packets," >/dev/null; }
wait_until 20 all_seen || fail "not all $packets datagrams were judged: $(trackhandctl stats --json)"

backend=$("$checkout/lab/guest/backend" pid)
helper=$(pgrep -f -- '--helper ftp')
watcher=$(pgrep -f -- '--helper observer')

# figure NAME VALUE UNIT GOAL: a line as tests/bench wants it, kept by LAB_RESULTS. The case fails when a goal is missed.
missed=0
figure() {
    printf '%s\t%s\t%s\t%s\n' "$@" | tee -a /run/lab/results/footprint
    [[ -z $4 ]] || awk -v value="$2" -v goal="${4#<= }" 'BEGIN { exit !(value <= goal) }' || missed=1
}

# resident PID: megabytes, of everything mapped and of its own memory.
resident() { awk '/^VmRSS:/ { printf "%.1f", $2 / 1024 }' "/proc/$1/status"; }
resident_own() { awk '/^Rss(Anon|Shmem):/ { sum += $2 } END { printf "%.1f", sum / 1024 }' "/proc/$1/status"; }

# switches PID: "thread count" for each thread, of how often it has given up the processor by itself.
switches() {
    local task
    for task in "/proc/$1/task/"*; do
        printf '%s %s\n' "$(tr ' ' '_' <"$task/comm")" "$(sed -n 's/^voluntary_ctxt_switches:[[:space:]]*//p' "$task/status")"
    done
}

all_switches() {
    switches "$helper"
    switches "$watcher"
    switches "$backend"
}

# idle WHEN LIMIT: the wake-ups of each thread while nothing happens; LIMIT is for the main thread of trackhandd.
idle() {
    local when=$1 limit=$2 attempt thread count
    # A packet that strays into the router wakes them as well, and is no fault of theirs.
    for attempt in 1 2 3; do
        settled
        listen_to_strays
        woken_in "$idle_seconds" >woken
        end_listening
        is_calm "$limit" && break
        echo "try $attempt: $(tr '\n' ';' <woken)"
        cat strays
    done
    while read -r thread count; do
        figure "wake-ups $when: $thread" "$(awk -v n="$count" -v s="$idle_seconds" 'BEGIN { printf "%.3f", n / s }')" \
            "a second" "<= $(goal_of "$thread" "$limit")"
    done <woken
}

goal_of() { if [[ $1 == trackhandd ]]; then echo "$2"; else echo 0; fi; }

is_calm() {
    local thread count
    while read -r thread count; do
        awk -v n="$count" -v s="$idle_seconds" -v goal="$(goal_of "$thread" "$1")" 'BEGIN { exit !(n / s <= goal) }' || return 1
    done <woken
}

# What the kernel tells trackhandd while it should sleep, for who wants to know why it did not.
listen_to_strays() {
    strays=()
    for listener in "conntrack -E" "conntrack -E expect" "nft monitor" "ip monitor"; do
        # shellcheck disable=SC2086   # commands of several words
        on router $listener >>strays 2>&1 &
        strays+=($!)
    done
}

end_listening() {
    kill "${strays[@]}"
    wait "${strays[@]}" 2>/dev/null || true
}

# woken_in SECONDS: "thread count" for each thread of all, by name.
woken_in() {
    local before after
    before=$(all_switches)
    sleep "$1"
    after=$(all_switches)
    awk 'FNR == NR { woken[$1] -= $2; next }
        { woken[$1] += $2 }
        END { for (thread in woken) print thread, woken[thread] }' <(echo "$before") <(echo "$after") | sort
}

# Two counts a second apart are equal: what the traffic left to do is done.
unchanged() {
    local before
    before=$(all_switches)
    sleep 1
    [[ $before == "$(all_switches)" ]]
}
settled() { wait_until 30 unchanged || fail "the threads do not come to rest: $(all_switches)"; }

figure "trackhand-helperd, ftp, resident" "$(resident "$helper")" MB "<= 8"
figure "trackhand-helperd, observer with a full table, resident" "$(resident "$watcher")" MB "<= 8"
figure "trackhand-helperd, observer, without files" "$(resident_own "$watcher")" MB ""
figure "trackhandd, resident" "$(resident "$backend")" MB "<= 25"
figure "trackhandd, without files" "$(resident_own "$backend")" MB ""
on router conntrack -F 2>/dev/null # connections that end are events, too
idle "alone" 0
trackhandctl watch packets >"$scratch/watched" 2>&1 &
reader=$!
trap 'kill $reader; rm -rf "$scratch"' EXIT
watching() { kill -0 "$reader"; }
sleep 2
watching || fail "the watcher ended: $(cat "$scratch/watched")"
# Helpers of other programs and the counters of rules: nobody tells of them.
idle "watched" 0.5
[[ $missed -eq 0 ]] || fail "a limit was missed"
