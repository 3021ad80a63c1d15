#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the rtsp helper media over UDP pass a strict router, in both families and through translation of either end.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

peers=$checkout/tests/clients/rtsp
on server "$peers/server.py" 10.0.2.2 fd00:2::2 </dev/null >"$scratch/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT

# watch_ffmpeg HOST SECONDS: a second of the picture and of the tone.
watch_ffmpeg() {
    rm -f "$scratch/seen.mkv"
    on client timeout "$2" ffmpeg -nostdin -v error -rtsp_transport udp -analyzeduration 500000 -i "rtsp://$1/live" -map 0:v -map 0:a \
        -c copy -t 1 "$scratch/seen.mkv" || return
    [[ $(stat -c %s "$scratch/seen.mkv") -gt 10000 ]]
}

# watch_gstreamer HOST SECONDS: packets of both.
watch_gstreamer() { on client timeout "$2" "$peers/player.py" "rtsp://$1/live"; }

# watch_with_a_pause HOST FAMILY: plays, pauses until conntrack has forgotten the media, and plays on.
watch_with_a_pause() {
    local reply player status=0
    coproc PLAYER { on client "$peers/player.py" --pause "rtsp://$1/live" 2>&1; }
    player=$PLAYER_PID
    IFS= read -r -t 90 reply <&"${PLAYER[0]}" || true
    [[ $reply == paused ]] || fail "the player did not get to its pause: $reply"
    conntrack -D -p udp -f "$2" >/dev/null 2>&1
    echo >&"${PLAYER[1]}"
    wait "$player" || status=$?
    return "$status"
}

reset_backend
expect_ok "$checkout/lab/allow" tcp 554
expect_ok trackhandctl helper add rtsp
expect_ok trackhandctl rule add rtsp
wait_until 90 grep -q ready "$scratch/server.log" || fail "no RTSP server: $(<"$scratch/server.log")"

for host in 10.0.2.2 "[fd00:2::2]"; do
    expect_ok watch_ffmpeg "$host" 90
    expect_ok watch_gstreamer "$host" 90
done
expect_ok watch_with_a_pause 10.0.2.2 ipv4
expect_ok watch_with_a_pause "[fd00:2::2]" ipv6

# The same with the client's address translated, then the server's, then both.
translate() {
    on router nft -f - <<EOF
table ip translation
delete table ip translation
table ip translation {
    chain prerouting {
        type nat hook prerouting priority dstnat
        $1
    }
    chain postrouting {
        type nat hook postrouting priority srcnat
        $2
    }
}
EOF
}
masquerade='oifname "server" masquerade'
forward='iifname "client" ip daddr 10.0.1.1 tcp dport 554 dnat to 10.0.2.2'
translate "" "$masquerade"
expect_ok watch_ffmpeg 10.0.2.2 90
expect_ok watch_with_a_pause 10.0.2.2 ipv4
translate "$forward" ""
expect_ok watch_ffmpeg 10.0.1.1 90
expect_ok watch_gstreamer 10.0.1.1 90
translate "$forward" "$masquerade"
expect_ok watch_ffmpeg 10.0.1.1 90
expect_ok watch_gstreamer 10.0.1.1 90

# Nobody else has a helper for it; its captures are for a replay.
on router nft delete table ip translation
reset_backend
for host in 10.0.2.2 "[fd00:2::2]"; do
    compare "" rtsp tcp 554 watch_ffmpeg "$host" 90
done
translate "$forward" "$masquerade"

# And it was the helper's doing.
reset_backend
on router conntrack -F 2>/dev/null
expect_fail watch_ffmpeg 10.0.1.1 8
on router nft delete table ip translation
expect_fail watch_ffmpeg 10.0.2.2 8
expect_fail watch_gstreamer "[fd00:2::2]" 8
