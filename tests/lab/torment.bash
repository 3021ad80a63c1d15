# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# Steady traffic while something terrible happens, and the account of it afterwards:
#   numbered UDP through the helper "numbers", which only looks; numbered lines of TCP and real FTP through "ftp".
# Every lost UDP packet must be one that the kernel is known to have dropped, and every flow must be the same at the end.

traffic=$checkout/build/dev/tests/trackhand-traffic
table=/run/lab/results/reliability
backend=$checkout/lab/guest/backend
udp_port=9000
line_port=2121
udp_rate=200    # packets a second
udp_size=64     # bytes
line_rate=50    # lines a second, each with its answer
queue_length=10240
flushed_counter=verdicts_lost # packets that the kernel had let go of when their verdict came
numbers_are=(--l4 udp) # what the helper "numbers" is added with
transfers_are=short # one after the other; or "long": one from the beginning to the end

# often TIMES: a twentieth of that, but at least once, in a short run.
often() {
    local times=$1
    [[ -z ${LAB_SHORT-} ]] || times=$(((times + 19) / 20))
    echo "$times"
}

# ---- the scene

helpers_run() { [[ $(trackhandctl helper list --json | grep -c '"state":"running"') -eq 2 ]]; }

# Two helpers with their rules.
set_scene() {
    uname -r >/run/lab/results/kernel
    expect_ok "$backend" systemd
    reset_backend
    expect_ok "$checkout/lab/allow" tcp 21
    expect_ok "$checkout/lab/allow" tcp "$line_port"
    expect_ok "$checkout/lab/allow" udp "$udp_port"
    expect_ok trackhandctl helper add numbers "${numbers_are[@]}" --queue-len "$queue_length"
    expect_ok trackhandctl helper add ftp
    expect_ok trackhandctl rule add numbers --l4 udp --dport "$udp_port"
    expect_ok trackhandctl rule add ftp --dport 21
    expect_ok trackhandctl rule add ftp --dport "$line_port"
    wait_until 20 helpers_run || fail "the helpers do not run: $(trackhandctl helper list)"
    head -c 1000000 /srv/ftp/10mb.bin >/srv/ftp/1mb.bin
    count_on_the_way
    wait_until 20 health numbers || fail "there is no health of numbers: $(trackhandctl status --json)"
    health numbers >"$scratch/before"
}

# The router counts the UDP packets that come to its queue.
count_on_the_way() {
    expect_ok on router nft -f - <<EOF
table inet on_the_way {
    counter queued { }
    chain out { type filter hook postrouting priority 500; oifname server udp dport $udp_port counter name queued; }
}
EOF
}

on_the_way() { on router nft list counter inet on_the_way queued | sed -n 's/.*packets \([0-9]*\).*/\1/p'; }

# watchdog TIME: what WatchdogSec= says, until told otherwise.
watchdog() {
    printf '[Service]\nWatchdogSec=%s\n' "$1" >/run/lab/units/trackhandd.service.d/watchdog.conf
    systemctl daemon-reload
    expect_ok "$backend" restart
}

# ---- the traffic

send_numbers() {
    "$traffic" udp --from client --to server --address 10.0.2.2 --port "$udp_port" --rate "$udp_rate" \
        --size "$udp_size" --milliseconds 900000 --patience 5000 >"$scratch/udp.json" &
    udp_sender=$!
}

send_lines() {
    "$traffic" tcp --from client --to server --address 10.0.2.2 --port "$line_port" --rate "$line_rate" \
        --milliseconds 900000 --patience 20000 >"$scratch/tcp.json" &
    line_sender=$!
}

# One FTP session that fetches the same file again and again, each time over a data connection that a helper must have
# announced, until it is told to stop.
fetch_again_and_again() {
    mkfifo "$scratch/session"
    on client lftp <"$scratch/session" >"$scratch/transfer.log" 2>&1 &
    session=$!
    exec {say}>"$scratch/session"
    echo "set net:timeout 60; set net:max-retries 1; set ftp:ssl-allow no; set xfer:clobber yes
        set net:limit-rate 250000; open $(ftp_url 4)" >&"$say"
    (
        number=0
        until [[ -e $scratch/stop ]]; do
            ((++number))
            echo "get /1mb.bin -o $scratch/file$number && !touch $scratch/done$number || !touch $scratch/stop" >&"$say"
            until [[ -e $scratch/done$number || -e $scratch/stop ]] || ! kill -0 "$session" 2>/dev/null; do sleep 0.2; done
            kill -0 "$session" 2>/dev/null || break
        done
        echo "$number" >"$scratch/fetched"
        echo exit >&"$say"
    ) &
    fetcher=$!
}

# The conntrack ids of the flows that must outlive everything: a flow that was lost and made anew has another.
flow_ids() {
    local protocol port
    while read -r protocol port; do
        conntrack -L -o id -p "$protocol" --dport "$port" 2>/dev/null | sed 's/.*\(id=[0-9]*\).*/\1/' |
            sed "s/^/$protocol $port /"
    done < <(printf '%s\n' "udp $udp_port" "tcp $line_port" "tcp 21")
}

three_flows() { [[ $(flow_ids | wc -l) -eq 3 ]]; }

begin_traffic() {
    network_dropped_before=$(network_dropped)
    send_numbers
    send_lines
    if [[ $transfers_are == long ]]; then
        fetch_slowly "$scratch/stop" >"$scratch/transfer.log" 2>&1 &
        fetcher=$!
    else
        fetch_again_and_again
    fi
    wait_until 20 three_flows || fail "the traffic does not flow: $(conntrack -L 2>&1)"
    flow_ids >"$scratch/flows"
    began=$EPOCHREALTIME
}

end_traffic() {
    ended=$EPOCHREALTIME
    local kept
    wait_until 30 helpers_run || fail "the helpers do not run afterwards: $(trackhandctl helper list)"
    flow_ids >"$scratch/flows.after"
    kept=$(comm -12 <(sort "$scratch/flows") <(sort "$scratch/flows.after") | wc -l)
    : >"$scratch/stop"
    kill -TERM "$udp_sender" "$line_sender"
    wait "$udp_sender" || fail "the UDP sender failed"
    wait "$line_sender" || fail "the connection with the lines broke: $(<"$scratch/tcp.json")"
    wait "$fetcher" || fail "the transfer broke: $(cat "$scratch/transfer.log" 2>/dev/null)"
    [[ $transfers_are == long ]] || end_session
    wait_until 20 health_stands_still || fail "the counters do not come to rest: $(<"$scratch/after")"
    assert_eq "$kept" 3 "flows kept of 3 (before: $(<"$scratch/flows"), after: $(<"$scratch/flows.after"))"
    assert_eq "$(number lost <"$scratch/tcp.json")" 0 "lines lost"
    assert_eq "$(number duplicated <"$scratch/udp.json")" 0 "UDP packets that came twice"
}

end_session() {
    exec {say}>&-
    wait "$session" || true
    local i count
    count=$(<"$scratch/fetched")
    for ((i = 1; i <= count; ++i)); do
        same_file "$scratch/file$i" /srv/ftp/1mb.bin || fail "transfer $i of $count is not whole: $(<"$scratch/transfer.log")"
    done
    transfers=$count
}

# ---- the account

# number KEY: reads JSON, writes the number of that key, or nothing.
number() { sed -n "s/.*\"$1\":\([0-9.]*\).*/\1/p"; }

health() { trackhandctl status --json | grep '"event":"health"' | grep "\"helper\":\"$1\""; }

# Counters are taken once a second.
health_stands_still() {
    health numbers >"$scratch/after"
    pause_seconds 1.2
    [[ $(health numbers) == "$(<"$scratch/after")" ]]
}

# since KEY: how far a counter of the helper went since the scene was set.
since() {
    local before after
    before=$(number "$1" <"$scratch/before")
    after=$(number "$1" <"$scratch/after")
    echo $((${after:-0} - ${before:-0}))
}

restarts() { trackhandctl status --json | number restarts | awk '{ sum += $1 } END { print sum }'; }

# UDP packets that came to the queue and were let through by the kernel itself, or by the gate unjudged.
passed_unseen() { echo $(($(on_the_way) - $(since packets) + $(since fail_open))); }

# UDP packets that never came to the queue.
lost_on_the_way() { echo $(($(number sent <"$scratch/udp.json") - $(on_the_way))); }

# Packets that the guest itself had no time or room for, of whatever protocol: those that found a processor's backlog full
# (/proc/net/softnet_stat, the second number, in hexadecimal), and UDP that found a socket's buffer full.
network_dropped() {
    local total=0 _ dropped errors
    while read -r _ dropped _; do
        total=$((total + 16#$dropped))
    done </proc/net/softnet_stat
    for errors in $(on client cat /proc/net/snmp | buffer_errors) $(on server cat /proc/net/snmp | buffer_errors); do
        total=$((total + errors))
    done
    echo "$total"
}
buffer_errors() { awk '$1 == "Udp:" && $6 != "RcvbufErrors" { print $6 + $7 }'; }

# account TORMENT TIMES [ELSEWHERE]: every lost packet must be one that the kernel is known to have dropped from the
# queue, or one of those that were lost ELSEWHERE, where the torment is of the network itself, or at most as many more as the
# guest's network dropped. Adds a line to the table.
account() {
    local torment=$1 times=$2 elsewhere=${3-0} sent lost stall counted network
    sent=$(number sent <"$scratch/udp.json")
    lost=$(number lost <"$scratch/udp.json")
    stall=$(number longest_stall_ms <"$scratch/udp.json")
    counted=$(($(since "$flushed_counter") + $(since kernel_dropped) + $(since socket_dropped)))
    network=$(($(network_dropped) - network_dropped_before))
    if [[ $lost -lt $((counted + elsewhere)) || $lost -gt $((counted + elsewhere + network)) ]]; then
        fail "of $sent packets $lost were lost; accounted for are $counted by the queue, $elsewhere elsewhere, at most $network by the network; $(lost_on_the_way) never came to the queue"
    fi
    elsewhere=$((lost - counted))
    printf '%s|' "$torment" "$times" "$(awk "BEGIN { printf \"%.0f\", $ended - $began }")" "$sent" "$lost" "$counted" \
        "$elsewhere" "${unseen-}" "$(number sent <"$scratch/tcp.json")" "${transfers:-1}" "${stall%.*}" >>"$table"
    echo >>"$table"
    tail -n 1 "$table"
}

# ---- processes, without starting any: hundreds of looks a minute must cost nothing

backend_pid() { "$backend" pid | sed -n 1p; }

# helper_pids: into the array pids, the helper processes that have entered their sandbox.
helper_pids() {
    local pid line
    pids=()
    for pid in $(</proc/"$1"/task/"$1"/children); do
        while read -r line; do
            [[ $line != "Seccomp:"*2 ]] || pids+=("$pid")
        done 2>/dev/null <"/proc/$pid/status"
    done
}

# pick_helper TRACKHANDD MILLISECONDS: into picked, one of its helper processes, at a random moment of the time after both
# have come to run. None is picked twice: one that was killed may still be there for a moment.
pick_helper() {
    until helper_pids "$1" && [[ ${#pids[@]} -eq 2 && -z ${picked_before[pids[0]]-}${picked_before[pids[1]]-} ]]; do
        pause 20
    done
    pause $((RANDOM % $2))
    picked=${pids[RANDOM % 2]}
    picked_before[picked]=yes
}
picked_before=()

ended() { [[ ! -e /proc/$1 ]]; }

pause_seconds() { read -rt "$1" <>"$scratch/never" || true; }

# pause MILLISECONDS, less than 1000
pause() { read -rt "$(printf '0.%03d' "$1")" <>"$scratch/never" || true; }

# stop_for MILLISECONDS PROCESS
stop_for() {
    kill -STOP "$2"
    pause "$1"
    kill -CONT "$2"
}

# Whatever a case that fails leaves running would be in the way of the next.
clean_up() {
    local process
    for process in $(jobs -p); do
        kill "$process" 2>/dev/null || true
    done
    on client pkill -x 'lftp|curl' || true
    rm -rf "$scratch"
}
trap clean_up EXIT

mkfifo "$scratch/never"
