# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# The expectations of the same traffic under Trackhand's helper, the kernel's and conntrackd's. Each is set up, used and
# taken away again, because a name has one owner.

# with_trackhand NAME L4 PORT COMMAND...
with_trackhand() {
    local name=$1 l4=$2 port=$3 status=0
    shift 3
    trackhandctl helper add "$name" >/dev/null && trackhandctl rule add "$name" --l4 "$l4" --dport "$port" >/dev/null || return
    "$@" || status=$?
    reset_backend >/dev/null
    on router conntrack -F 2>/dev/null
    return "$status"
}

# with_kernel NAME L4 PORT COMMAND...
with_kernel() {
    local name=$1 l4=$2 port=$3 status=0
    shift 3
    modprobe "nf_conntrack_${name//-/_}" && attach_helper inet "$name" "$l4" "$port" || return
    "$@" || status=$?
    detach_helper inet
    rmmod "nf_conntrack_${name//-/_}"
    return "$status"
}

# with_conntrackd NAME L4 PORT COMMAND...: IPv4 only, as most of its helpers are.
with_conntrackd() {
    local name=$1 l4=$2 port=$3 status=0
    shift 3
    cat >conntrackd.conf <<EOF
Helper { Type $name inet $l4 { QueueNum 50 QueueLen 10240 Policy $name { ExpectMax 8 ExpectTimeout 300 } } }
General { LogFile $scratch/conntrackd.log LockFile $scratch/conntrackd.lock UNIX { Path $scratch/conntrackd.ctl } }
EOF
    nfct helper add "$name" inet "$l4" && attach_helper ip "$name" "$l4" "$port" &&
        on router conntrackd -d -C conntrackd.conf && wait_until 10 conntrackd_listens || return
    "$@" || status=$?
    on router conntrackd -C conntrackd.conf -k >/dev/null
    detach_helper ip
    wait_until 5 nfct helper delete "$name" inet "$l4"
    return "$status"
}
conntrackd_listens() { nfct helper list | grep -A6 'queuenum = 50' | grep -q 'status = enabled'; }

# attach_helper FAMILY NAME L4 PORT
attach_helper() {
    local l3=
    [[ $1 == inet ]] || l3="l3proto ip;"
    on router nft -f - <<EOF
table $1 comparison {
    ct helper compared { type "$2" protocol $3; $l3 }
    chain pre { type filter hook prerouting priority filter; $3 dport $4 ct helper set "compared"; }
}
EOF
}
detach_helper() {
    on router nft delete table "$1" comparison
    on router conntrack -F 2>/dev/null
}

# expectations_of COMMAND...: what is expected while it runs, a line each: protocol, ends and masks. Ports from 1024 on are
# chosen anew in every run, so they are all called "high".
expectations_of() {
    local watcher status=0
    on router conntrack -E expect >expectations.raw 2>/dev/null &
    watcher=$!
    wait_until 5 watches "$watcher" || return
    "$@" >traffic.output 2>&1 || status=$?
    kill "$watcher"
    wait "$watcher" 2>/dev/null || true
    sed -nE 's/^ *\[NEW\] [0-9]+ (proto=.*) master-src=.* (class=[0-9]+) helper=.*/\1 \2/p' expectations.raw |
        sed -E 's/(sport|dport)=([1-9][0-9]{3,})\>/\1=high/g' | sort | uniq
    return "$status"
}
# shellcheck disable=SC2016   # awk's own
watches() {
    on router awk -v pid="$1" '$3 == pid && $4 != "00000000" { found = 1 } END { exit !found }' /proc/net/netlink
}

# compare NAME L4 PORT COMMAND...: all three expect the same of it, and let it pass. other=kernel or other=conntrackd compares
# with that one alone.
compare() {
    local ours theirs each
    ours=$(with_trackhand "${@:1:3}" expectations_of "${@:4}") || fail "with Trackhand: ${*:4}: $(cat traffic.output)"
    [[ -n $ours ]] || fail "nothing was expected with Trackhand: ${*:4}"
    for each in ${other:-kernel conntrackd}; do
        theirs=$("with_$each" "${@:1:3}" expectations_of "${@:4}") || fail "with $each: ${*:4}: $(cat traffic.output)"
        assert_eq "$ours" "$theirs" "what is expected of $* with Trackhand beside $each"
    done
}
