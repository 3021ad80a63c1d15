# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# The expectations of the same traffic under Trackhand's helper, the kernel's and conntrackd's. Each is set up, used and
# taken away again, because a name has one owner. The router should let everything pass meanwhile: what is expected must
# not depend on what was expected before. What Trackhand's saw and expected is kept for tests/lab/afterwards.

comparison_hook=prerouting # or output, for what the router itself asks
comparison_ports=          # "kept" where the peers use the same ports each time, and those from 1024 on are not just "high"

# compare OWNERS NAME L4 PORT COMMAND...: of the traffic that COMMAND makes Trackhand's helper expects what each of OWNERS
# (kernel, conntrackd, or none) does, but for what "differs" has said. L4 is tcp or udp, for IPv6 tcp6 or udp6.
compare() {
    local owners=$1 name=$2 l4=$3 port=$4 owner
    shift 4
    with_trackhand "$name" "$l4" "$port" captured "$name" "$port" expectations_of trackhand "$@" ||
        fail "with Trackhand: $*: $(cat comparison.log traffic.output)"
    [[ -s expected.trackhand ]] || fail "nothing was expected with Trackhand: $*: $(cat traffic.output)"
    for owner in $owners; do
        "with_$owner" "$name" "$l4" "$port" expectations_of "$owner" "$@" ||
            fail "with $owner: $*: $(cat comparison.log traffic.output)"
        # The difference in the words of "differs".
        comm -3 expected.trackhand "expected.$owner" | sed -E 's/^([^\t])/+ \1/; s/^\t/- /' | sort >difference
        sed -n "s/^$owner //p" known_differences | sort >known
        cmp -s difference known || fail "Trackhand ($name, $l4, $*) and $owner; expected:
$(diff --label "differences that are known" --label "differences" -u known difference)
$(head -n 50 expected.trackhand "expected.$owner")"
    done
    : >known_differences
}
: >known_differences

# differs OWNER +|- LINE: Trackhand alone expects that (+), or OWNER alone (-), in the next "compare". The reason is said
# beside it. A difference that is not there is an error as well.
differs() { echo "$*" >>known_differences; }

# with_trackhand NAME L4 PORT COMMAND...
with_trackhand() {
    local name=$1 l4=${2%6} port=$3 status=0
    shift 3
    {
        trackhandctl helper add "$name" && trackhandctl rule add "$name" --l4 "$l4" --dport "$port" --hook "$comparison_hook"
    } >comparison.log 2>&1 || return
    "$@" || status=$?
    reset_backend >comparison.log
    return "$status"
}

# with_kernel NAME L4 PORT COMMAND...
with_kernel() {
    local name=$1 l4=${2%6} port=$3 module=nf_conntrack_${1//-/_} status=0
    shift 3
    [[ $name != h323 ]] || name=$([[ $l4 == tcp ]] && echo Q.931 || echo RAS)
    {
        modprobe "$module" && attach_helper inet "$name" "$l4" "$port"
    } >comparison.log 2>&1 || return
    "$@" || status=$?
    detach_helper inet
    rmmod "$module" || return
    return "$status"
}

# with_conntrackd NAME L4 PORT COMMAND...
with_conntrackd() {
    local name=$1 l4=${2%6} port=$3 family=ip status=0
    [[ $2 != *6 ]] || family=ip6
    local kind=("$name" "${family/ip/inet}" "$l4")
    shift 3
    cat >conntrackd.conf <<EOF
Helper { Type ${kind[@]} { QueueNum 50 QueueLen 10240 Policy $name { ExpectMax 8 ExpectTimeout 300 } } }
General { LogFile $scratch/conntrackd.log LockFile $scratch/conntrackd.lock UNIX { Path $scratch/conntrackd.ctl } }
EOF
    {
        nfct helper add "${kind[@]}" && attach_helper "$family" "$name" "$l4" "$port" &&
            on router conntrackd -d -C conntrackd.conf && wait_until 10 conntrackd_listens
    } >comparison.log 2>&1 || return
    "$@" || status=$?
    on router conntrackd -C conntrackd.conf -k >/dev/null
    detach_helper "$family"
    wait_until 5 nfct helper delete "${kind[@]}"
    return "$status"
}
conntrackd_listens() { nfct helper list | grep -A6 'queuenum = 50' | grep -q 'status = enabled'; }

# attach_helper FAMILY NAME L4 PORT
attach_helper() {
    local l3=
    case $1 in
        ip) l3="l3proto ip;" ;;
        ip6) l3="l3proto ip6;" ;;
    esac
    on router nft -f - <<EOF
table $1 comparison {
    ct helper compared { type "$2" protocol $3; $l3 }
    chain attach { type filter hook $comparison_hook priority filter; $3 dport $4 ct helper set "compared"; }
}
EOF
}
detach_helper() {
    on router nft delete table "$1" comparison
    on router conntrack -F 2>/dev/null # or the kernel's module stays in use
}

# captured NAME PORT COMMAND...: what passes the router's server side meanwhile, what was expected, and which port the helper
# was at are kept.
captures=0
captured() {
    local kept capture status=0
    kept=/run/lab/results/captures/$1.$((++captures))
    mkdir -p "${kept%/*}"
    echo "$2" >"$kept.port"
    shift 2
    tcpdump -i server -Z root -U --immediate-mode -w "$kept.pcap" 2>capture.log &
    capture=$!
    wait_until 10 grep -q 'listening on' capture.log || return
    "$@" || status=$?
    kill "$capture"
    wait "$capture" || true
    comparison_ports=kept in_short <events | sort -u >"$kept.expected"
    return "$status"
}

# expectations_of OWNER COMMAND...: what is expected while it runs goes to expected.OWNER.
expectations_of() {
    local owner=$1 watcher status=0
    shift
    conntrack -F 2>/dev/null # a flow that is there already gets no helper
    conntrack -E expect >events.raw 2>comparison.log &
    watcher=$!
    wait_until 5 watches "$watcher" || return
    "$@" >traffic.output 2>&1 || status=$?
    pause_for_events
    kill "$watcher"
    wait "$watcher" 2>/dev/null || true
    grep -F '[NEW]' events.raw >events
    in_short <events | sort -u >"expected.$owner"
    return "$status"
}
pause_for_events() { sleep 0.5; }

# Whether a socket of the process PID listens for events of netfilter.
watches() {
    # shellcheck disable=SC2016   # awk's own
    readlink "/proc/$1/fd/"* | sed -n 's/^socket:\[\(.*\)\]$/\1/p' |
        grep -qxFf <(awk '$2 == 12 && $4 != "00000000" { print $10 }' /proc/net/netlink)
}

# in_short: events of expectations, a line each: "tcp 10.0.2.2:any -> 10.0.1.2:high", with "permanent" if it is.
in_short() {
    # shellcheck disable=SC2016   # awk's own
    awk -v kept="$comparison_ports" '
        function host(address, mask) {
            if (mask ~ /^(0\.0\.0\.0|::)$/) return "any"
            if (address ~ /^fe80:/ && kept != "kept") return "link-local"
            if (mask != "255.255.255.255" && mask != "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff") return network(address, mask)
            return address
        }
        function network(address, mask,    a, m, i, text) {
            split(address, a, "."); split(mask, m, ".")
            for (i = 1; i <= 4; ++i) text = text (i > 1 ? "." : "") a[i] - a[i] % (256 - m[i])
            return text "/" mask
        }
        function port(number, mask) {
            if (mask ~ /^(0x)?0$/) return "any"
            if (number ~ /^0x/) return kept == "kept" ? number : "key" # of GRE
            if (kept == "kept") return number
            return number >= 1024 ? "high" : number >= 600 ? "reserved" : number # those of bindresvport(3)
        }
        {
            delete tuple; delete mask; masks = 0
            for (i = 1; i <= NF && $i !~ /^master-/; ++i) {
                if (split($i, word, "=") != 2) continue
                if (sub(/^mask-/, "", word[1])) masks = 1
                sub(/^srckey$/, "sport", word[1]); sub(/^dstkey$/, "dport", word[1])
                if (masks) mask[word[1]] = word[2]; else tuple[word[1]] = word[2]
            }
            number = tuple["proto"]
            protocol = number == 6 ? "tcp" : number == 17 ? "udp" : number == 47 ? "gre" : number
            printf "%s %s:%s -> %s:%s%s\n", protocol, host(tuple["src"], mask["src"]), port(tuple["sport"], mask["sport"]),
                host(tuple["dst"], mask["dst"]), port(tuple["dport"], mask["dport"]), / PERMANENT[ ,]/ ? " permanent" : ""
        }'
}
