#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the tftp helper a strict router passes TFTP both ways, of three clients, in both families and translated.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

share=/srv/tftp
mkdir -p "$share"
chmod 777 "$share"
head -c 5000 /dev/urandom >"$share/file"
servers=()
for listen in "-4 -a 10.0.2.2:69" "-6 -a [fd00:2::2]:69"; do
    # shellcheck disable=SC2086   # several words
    on server in.tftpd --foreground $listen --create --secure --user root "$share" &
    servers+=($!)
done
serving() { [[ $(on server ss -Huln 'sport = :69' | wc -l) -eq 2 ]]; }
wait_until 10 serving || fail "nobody listens on the server"

server_of() { [[ $1 == 4 ]] && echo 10.0.2.2 || echo fd00:2::2; }

# fetch CLIENT FAMILY [SERVER]: fetches the file and compares it.
fetch() {
    local address=${3:-$(server_of "$2")} limit=${tftp_limit:-30} got=$scratch/got
    rm -f "$got"
    case $1 in
        hpa) on client timeout "$limit" tftp "-$2" -m binary "$address" -c get file "$got" ;;
        atftp) on client timeout "$limit" atftp --get --remote-file file --local-file "$got" "$address" ;;
        curl) on client curl -sS --max-time "$limit" -o "$got" "$(url "$address")/file" ;;
    esac
    same_file "$got" "$share/file"
}

# store CLIENT FAMILY
store() {
    local address limit=${tftp_limit:-30}
    address=$(server_of "$2")
    rm -f "$share/stored"
    case $1 in
        hpa) on client timeout "$limit" tftp "-$2" -m binary "$address" -c put "$share/file" stored ;;
        atftp) on client timeout "$limit" atftp --put --local-file "$share/file" --remote-file stored "$address" ;;
        curl) on client curl -sS --max-time "$limit" -T "$share/file" "$(url "$address")/stored" ;;
    esac
    wait_until 2 same_file "$share/stored" "$share/file"
}

url() { [[ $1 == *:* ]] && echo "tftp://[$1]" || echo "tftp://$1"; }

reset_backend
expect_ok "$checkout/lab/allow" udp 69
expect_ok trackhandctl helper add tftp
expect_ok trackhandctl rule add tftp
for client in hpa atftp curl; do
    for family in 4 6; do
        expect_ok fetch "$client" "$family"
        expect_ok store "$client" "$family"
    done
done

# The client behind the router's address, and the server behind a forwarded port.
on router nft -f - <<'RULES'
table ip case_nat {
    chain prerouting {
        type nat hook prerouting priority dstnat
        iifname "client" ip daddr 10.0.1.1 udp dport 69 dnat to 10.0.2.2
    }
    chain postrouting {
        type nat hook postrouting priority srcnat
        oifname "server" masquerade random
    }
}
RULES
for client in hpa atftp curl; do
    expect_ok fetch "$client" 4
    expect_ok store "$client" 4
    expect_ok fetch "$client" 4 10.0.1.1
done
on router nft flush chain ip case_nat postrouting
for client in hpa atftp curl; do
    expect_ok fetch "$client" 4 10.0.1.1
done
on router nft delete table ip case_nat

# And it was the helper's doing.
reset_backend
on router conntrack -F 2>/dev/null
tftp_limit=3
for family in 4 6; do
    expect_fail fetch curl "$family"
    expect_fail store curl "$family"
done

# The kernel's and conntrackd's expect the same.
expect_ok "$checkout/lab/allow" everything
tftp_limit=30
compare "kernel conntrackd" tftp udp 69 fetch curl 4
compare kernel tftp udp6 69 store curl 6
kill "${servers[@]}"
