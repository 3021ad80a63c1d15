# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# A call between two linphones, of which each plays a file to the other and records what it hears.

spoken=/usr/share/sounds/linphone/hello8000.wav

# start_linphone NAMESPACE MEDIA [ARGUMENT...]: tell_linphone gives it commands.
start_linphone() {
    local home=$scratch/linphone-$1
    mkdir -p "$home/.local/share/linphone" "$home/.config/linphone"
    rm -f "$home/recorded.wav" "$home/screen" "$home/commands"
    cat >"$home/rc" <<END
[sip]
sip_port=5060
sip_tcp_port=0
sip_tls_port=-1
[rtp]
audio_rtp_port=$2
[video]
enabled=0
END
    mkfifo "$home/commands"
    HOME=$home on "$1" timeout 300 linphonec -c "$home/rc" "${@:3}" <"$home/commands" >"$home/screen" 2>&1 &
    exec {linphones[$1]}>"$home/commands"
    tell_linphone "$1" "soundcard use files"
    tell_linphone "$1" "play $spoken"
    tell_linphone "$1" "record $home/recorded.wav"
    wait_until 30 is_listening "$1" udp 5060
}
declare -A linphones=()

# One that has ended must not end the case without a word, as SIGPIPE would.
tell_linphone() { (trap '' PIPE; echo "$2" >&"${linphones[$1]}"); }

linphone_says() { grep -q "$2" "$scratch/linphone-$1/screen"; }

# Whether more than silence came: as much as a tenth of a second.
linphone_heard() {
    [[ $(tail -c +45 "$scratch/linphone-$1/recorded.wav" | tr -d '\0' | wc -c) -gt 1600 ]]
}

stop_linphone() {
    local name=$1
    tell_linphone "$name" quit
    exec {linphones[$name]}>&-
}

# Whatever state a failed call left behind.
stop_linphones() {
    local process
    for process in $(jobs -p); do
        kill "$process" 2>/dev/null || true
    done
    restore_ipv6
}

# Linphone names an IPv6 address in an IPv4 call if its host has one.
drop_ipv6() {
    local where
    for where in client server; do
        on "$where" sysctl -q net.ipv6.conf.all.disable_ipv6=1
    done
}

restore_ipv6() {
    local where net
    for where in client server; do
        [[ $where == client ]] && net=fd00:1: || net=fd00:2:
        on "$where" sysctl -q net.ipv6.conf.all.disable_ipv6=0
        on "$where" ip addr replace "$net:2/64" dev eth0 nodad
        on "$where" ip route replace default via "$net:1" dev eth0
    done
}

# linphones_talk FAMILY ADDRESS: the client's calls the server's at ADDRESS.
linphones_talk() {
    local where address=$2 outcome=0
    if [[ $1 == 6 ]]; then address="[$address]"; else drop_ipv6; fi
    start_linphone server "$callee_media" -a || outcome=1
    start_linphone client "$caller_media" || outcome=1
    tell_linphone client "call sip:bob@$address"
    for where in client server; do
        wait_until 20 linphone_says "$where" "Media streams established" || outcome=2
        wait_until "${linphone_limit:-120}" linphone_heard "$where" || outcome=3
    done
    tell_linphone client terminate
    wait_until 5 linphone_says server "ended" || outcome=4
    stop_linphone client
    stop_linphone server
    wait
    restore_ipv6
    [[ $outcome -eq 0 ]] || tail -n 20 "$scratch"/linphone-*/screen
    return "$outcome"
}
