#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the amanda helper a strict router passes backups over UDP, in both families and translated.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

# amandad in the server is asked by amservice in the client. They know each other by name, and want a port below 1024.
cat >>/etc/hosts <<'EOF'
10.0.1.2 backup-asker
10.0.2.1 backup-router
10.0.2.2 backup-server
10.0.1.1 backup-forwarded
EOF
grep -q '^amanda.*/udp' /etc/services || echo 'amanda 10080/udp' >>/etc/services
for asker in backup-asker backup-router; do
    echo "$asker backup amdump"
done >/var/backups/.amandahosts
mkdir -p /var/log/amanda /var/lib/amanda/gnutar-lists /tmp/amanda "$scratch/saved"
# A file system of its own: Amanda has tar stay within one, and here a file's is not that of its directory (overlayfs).
mount -t tmpfs saved "$scratch/saved"
started=()
clean_up() {
    kill "${started[@]}" 2>/dev/null || true
    umount "$scratch/saved"
    rm -rf "$scratch"
}
trap clean_up EXIT
head -c 30000 /dev/urandom >"$scratch/saved/file"
chown -R backup:backup /var/backups /var/log/amanda /var/lib/amanda /tmp/amanda
chmod 600 /var/backups/.amandahosts
chmod -R a+rX "$scratch" # tar would pass over what it cannot read, and say nothing
echo '10080 dgram udp4 wait backup /usr/lib/amanda/amandad amandad -auth=bsd amdump' >"$scratch/inetd.conf"
on server inetd -i "$scratch/inetd.conf" >"$scratch/inetd.log" 2>&1 &
started+=($!)
# Debian's Amanda does not speak IPv6.
on server "$checkout/tests/clients/amanda/peer" serve fd00:2::2 &
started+=($!)
serving() { [[ $(on server ss -Huln 'sport = :10080' | grep -c -e 'fd00:2::2' -e '0.0.0.0:10080') -eq 2 ]]; }
wait_until 10 serving || fail "nobody listens on the server: $(<"$scratch/inetd.log")"

cat >"$scratch/request" <<EOF
<dle>
  <program>GNUTAR</program>
  <disk>$scratch/saved</disk>
  <level>0</level>
  <auth>bsd</auth>
  <record>NO</record>
  <index>YES</index>
  <datapath>AMANDA</datapath>
</dle>
EOF
rm -f /usr/bin/lsb_release # slow, and Amanda asks it twice for what nobody reads
mkfifo "$scratch/silence"
sleep 600 >"$scratch/silence" &
started+=($!)

# What the streams brought is there: the server has said that it ended, and the archive is what was saved.
is_backed_up() {
    grep -q '^sendbackup: end' mesg && grep -q '^/file' index &&
        tar -xOf data ./file 2>/dev/null | cmp - "$scratch/saved/file"
}

# ask NAME: asks the server NAME for a backup, and opens the four streams that it announces. Does not end by itself.
ask() {
    rm -f data mesg index state
    on client setpriv --reuid backup --regid backup --clear-groups amservice -f "$scratch/request" \
        --stream DATA,20,21 --stream MESG,20,22 --stream INDEX,20,23 --stream STATE,20,24 "$1" bsd sendbackup \
        20<"$scratch/silence" 21>data 22>"mesg" 23>index 24>state >reply 2>&1 &
    asker=$!
}
is_answered() { grep -q 'CONNECT DATA' reply; }
stop_asking() {
    kill "$asker"
    wait "$asker" || true
}

back_up() {
    ask "$1"
    wait_until 40 is_backed_up || { cat reply mesg; ls -l data index; return 1; }
    stop_asking
}

# The reply comes, its streams do not.
does_not_back_up() {
    ask "$1"
    wait_until 40 is_answered || fail "no answer: $(<reply)"
    expect_fail wait_until 4 is_backed_up
    stop_asking
}

ask_peer() { [[ $(on client "$checkout/tests/clients/amanda/peer" ask fd00:2::2) == $'DATA\nMESG\nINDEX' ]]; }

reset_backend
expect_ok "$checkout/lab/allow" udp 10080
expect_ok trackhandctl helper add amanda
expect_ok trackhandctl rule add amanda
trackhandctl watch packets --json >"$scratch/packets" &
watcher=$!
expect_ok back_up backup-server
expect_ok ask_peer

# The server behind a forwarded port, then the one who asks behind the router's address.
on router nft -f - <<'RULES'
table ip case_nat {
    chain prerouting {
        type nat hook prerouting priority dstnat
        iifname "client" ip daddr 10.0.1.1 udp dport 10080 dnat to 10.0.2.2
    }
    chain postrouting {
        type nat hook postrouting priority srcnat
    }
}
RULES
expect_ok back_up backup-forwarded
on router nft add rule ip case_nat postrouting oifname server masquerade
expect_ok back_up backup-server
on router nft delete table ip case_nat
kill "$watcher"
assert_contains "$(<"$scratch/packets")" 'REP CONNECT DATA [0-9]+ MESG [0-9]+ INDEX [0-9]+ STATE [0-9]+"' "what was seen"

# The kernel's expects the same. conntrackd's expects the port that was asked from, whichever ports the reply names.
reset_backend
expect_ok "$checkout/lab/allow" everything
differs conntrackd + "tcp 10.0.1.2:any -> 10.0.2.2:high"
differs conntrackd - "tcp 10.0.1.2:any -> 10.0.2.2:reserved"
compare "kernel conntrackd" amanda udp 10080 back_up backup-server
reset_router
expect_ok "$checkout/lab/allow" udp 10080

# And it was the helper's doing.
does_not_back_up backup-server
expect_fail ask_peer
