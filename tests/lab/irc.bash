# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# An IRC server (ngircd) in the server's namespace, and users of it: irssi anywhere, WeeChat beside the server, which
# accepts whatever is offered. What it was told in chats lies in its logs.

irc_pids=()

# end_irc: for the trap of a case that used any of this.
end_irc() { kill "${irc_pids[@]}" 2>/dev/null || true; }

start_ngircd() {
    cat >"$scratch/ngircd.conf" <<'EOC'
[Global]
    Name = irc.lab.example
    Listen = 10.0.2.2,fd00:2::2
    Ports = 6667
    ServerUID = nobody
    ServerGID = nogroup
    AdminInfo1 = the lab
    AdminEMail = admin@lab.example
[Limits]
    MaxConnectionsIP = 0
    MaxPenaltyTime = 0
[Options]
    DNS = no
    Ident = no
    PAM = no
EOC
    on server ngircd -n -f "$scratch/ngircd.conf" </dev/null >"$scratch/ngircd.log" 2>&1 &
    irc_pids+=($!)
    wait_until 10 grep -q 'Server .* ready' "$scratch/ngircd.log" || fail "ngircd: $(<"$scratch/ngircd.log")"
}

# start_irssi NAMESPACE NICK ADDRESS: a user whose files are in $scratch/NICK; irssi wants a terminal.
start_irssi() {
    local home=$scratch/$2
    mkdir -p "$home/scripts/autorun" "$home/got"
    cat >"$home/config" <<EOC
servers = ( { address = "$3"; chatnet = "lab"; port = "6667"; autoconnect = "yes"; } );
chatnets = { lab = { type = "IRC"; }; };
settings = {
    core = { nick = "$2"; user_name = "$2"; real_name = "$2"; };
    "irc/dcc" = {
        dcc_download_path = "$home/got";
    };
};
EOC
    cat >"$home/scripts/autorun/commands.pl" <<'EOC'
# Carries out what the file "commands" says, as if it was typed.
use strict;
use Irssi;
my $file = Irssi::get_irssi_dir() . '/commands';
Irssi::timeout_add(50, sub {
    my $server = Irssi::active_server();
    return unless $server && $server->{connected};
    open(my $in, '<', $file) or return;
    my @lines = <$in>;
    close $in;
    unlink $file;
    chomp @lines;
    $server->command($_) for @lines;
}, undef);
EOC
    TERM=xterm on "$1" script --quiet --flush --command "exec irssi --home=$home" "$home/screen" </dev/null >/dev/null 2>&1 &
    irc_pids+=($!)
}

# start_weechat NICK: a user at the server's own host.
start_weechat() {
    local home=$scratch/$1
    mkdir -p "$home/got"
    on server weechat-headless -d "$home" -r "/set xfer.file.download_path $home/got" \
        -r "/set xfer.file.auto_accept_files on" -r "/set xfer.file.auto_accept_chats on" \
        -r "/set logger.file.flush_delay 0" -r "/server add lab 10.0.2.2/6667 -nicks=$1" -r "/connect lab" \
        </dev/null >"$home/screen" 2>&1 &
    irc_pids+=($!)
}

# irc_ready NICK...: waits until each of them is known to the server.
irc_ready() {
    local nick
    for nick in "$@"; do
        wait_until 30 grep -q "User \"$nick!" "$scratch/ngircd.log" ||
            fail "$nick does not reach the server: $(<"$scratch/ngircd.log") $(tail -c 2000 "$scratch/$nick/screen")"
    done
}

# irssi_tell NICK COMMAND: as if the user typed it.
irssi_tell() {
    wait_until 20 test ! -e "$scratch/$1/commands" || fail "$1 does not do what it is told: $(<"$scratch/$1/commands")"
    echo "$2" >"$scratch/$1/commands.new"
    mv "$scratch/$1/commands.new" "$scratch/$1/commands"
}

# dcc_received NICK: whether the file that was offered last is there, whole.
dcc_received() {
    local file
    for file in "$scratch/$1"/got/*; do
        cmp -s "$file" "$offered" && return
    done
    return 1
}

# offer_file FROM TO [-passive]: another file each time.
offer_file() {
    offered=$scratch/file$RANDOM$RANDOM
    head -c 200000 /dev/urandom >"$offered"
    irssi_tell "$1" "dcc send ${3-} $2 $offered"
}

# irc_failed NICK...: what is known of a transfer that did not come about. False, as what calls it is to be.
irc_failed() {
    local nick
    for nick in "$@"; do
        echo "$nick's screen: $(tail -c 1500 "$scratch/$nick/screen" | tr -cd '[:print:]\n')"
    done
    head -c 2000 "$scratch"/*/logs/*.weechatlog
    trackhandctl helper list
    conntrack -L expect
    conntrack -L -p tcp
    return 1
}

# dcc_send FROM WEECHAT SECONDS
dcc_send() {
    offer_file "$1" "$2"
    wait_until "$3" dcc_received "$2" || irc_failed "$1" "$2"
}

# dcc_send_passively FROM IRSSI SECONDS: the one who is to get the file waits for the connection.
dcc_send_passively() {
    offer_file "$1" "$2" -passive
    wait_until "$3" grep -q "$(basename "$offered")" "$scratch/$2/screen" || irc_failed "$1" "$2" || return
    irssi_tell "$2" "dcc get $1"
    wait_until "$3" dcc_received "$2" || irc_failed "$1" "$2"
}

# dcc_chat FROM WEECHAT SECONDS: opens a chat and says something in it.
dcc_chat() {
    local word=word$RANDOM$RANDOM deadline=$((SECONDS + $3))
    irssi_tell "$1" "dcc chat $2"
    until grep -qs "$word" "$scratch/$2"/logs/xfer.*.weechatlog; do
        ((SECONDS < deadline)) || irc_failed "$1" "$2" || return
        irssi_tell "$1" "msg =$2 $word" # lost unless the other one has connected
        sleep 0.3
    done
}
