#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the sane helper a strict router passes pictures from saned to scanimage, in both families, translated or not.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

# SANE's own test scanner behind saned, and nothing else that could answer.
export SANE_CONFIG_DIR=$scratch/sane.d
mkdir "$SANE_CONFIG_DIR"
printf 'net\ntest\n' >"$SANE_CONFIG_DIR/dll.conf"
echo 'connect_timeout = 4' >"$SANE_CONFIG_DIR/net.conf"
printf '10.0.1.0/24\n10.0.2.0/24\n[fd00:1::]/64\n[fd00:2::]/64\n' >"$SANE_CONFIG_DIR/saned.conf"
cp /etc/sane.d/test.conf "$SANE_CONFIG_DIR/"
on server saned -l 2>/dev/null &
saned=$!
trap 'kill "$saned"; rm -rf "$scratch"' EXIT
listens() { on server ss -Hlnt "sport = :$1" | grep -q .; }
wait_until 30 listens 6566 || fail "saned does not listen"

# pages NAMESPACE DEVICE FILE: two pages, each of them announced with a port of its own, to FILE.1 and FILE.2.
pages() {
    on "$1" timeout -s KILL "${scan_limit:-30}" scanimage -d "$2" --batch="$3.%d" --batch-count 2 \
        --mode Color --test-picture 'Color pattern' -x 40 -y 40
}
# scan HOST: fails unless the pages are those that the scanner itself gives.
scan() {
    rm -f "$scratch"/scanned.*
    pages client "net:$1:test:0" "$scratch/scanned" && same_file "$scratch/scanned.1" "$scratch/wanted.1" &&
        same_file "$scratch/scanned.2" "$scratch/wanted.2"
}

expect_ok pages server test:0 "$scratch/wanted"
[[ $(wc -c <"$scratch/wanted.2") -gt 5000 ]] || fail "the test scanner gives no page to compare with"

reset_backend
expect_ok "$checkout/lab/allow" tcp 6566
for host in 10.0.2.2 '[fd00:2::2]'; do
    scan_limit=4 expect_fail scan "$host"
done

expect_ok trackhandctl helper add sane
expect_ok trackhandctl rule add sane
for host in 10.0.2.2 '[fd00:2::2]'; do
    expect_ok scan "$host"
done

# A masqueraded client, and a scanner that is reached at the router's own address.
translate() {
    on router nft -f - <<EOF
table $1 case_nat {
    chain before {
        type nat hook prerouting priority dstnat;
        $1 daddr $2 tcp dport 6566 dnat to $3
    }
    chain behind {
        type nat hook postrouting priority srcnat;
        oifname server masquerade
    }
}
EOF
}
translate ip 10.0.1.1 10.0.2.2
translate ip6 fd00:1::1 fd00:2::2
for host in 10.0.2.2 10.0.1.1 '[fd00:2::2]' '[fd00:1::1]'; do
    expect_ok scan "$host"
done
on router nft delete table ip case_nat
on router nft delete table ip6 case_nat

# The kernel's and conntrackd's expect the same.
reset_backend
expect_ok "$checkout/lab/allow" everything
compare "kernel conntrackd" sane tcp 6566 scan 10.0.2.2
compare kernel sane tcp6 6566 scan '[fd00:2::2]'
