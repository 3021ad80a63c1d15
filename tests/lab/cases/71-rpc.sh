#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# With the rpc helper a strict router passes RPC services that rpcbind names, an NFS mount among them, in both families.
. "$LAB_CHECKOUT/tests/lab/lib.bash"
. "$LAB_CHECKOUT/tests/lab/comparison.bash"

started=()
stop_server() {
    set +e
    kill "${started[@]}"
    on server rpc.nfsd 0
    umount "$scratch/export" /proc/fs/nfsd
    rm -rf "$scratch"
} 2>/dev/null
trap stop_server EXIT

# An NFS server: mountd and nfs on ports from 1024 on, status on one below.
modprobe -a nfsd nfs nfsv3
mkdir -p /run/rpcbind "$scratch/export"
mount -t tmpfs export "$scratch/export"
echo "a file of the server" >"$scratch/export/file"
echo "$scratch/export *(ro,fsid=1,no_subtree_check,insecure)" >/etc/exports
is_registered() { on server rpcinfo -s 127.0.0.1 | grep -qE "^ *$1 .*tcp6"; }
start() {
    on server "$@" 2>/dev/null &
    started+=($!)
}
start rpcbind -f -i
wait_until 20 is_registered 100000 || fail "rpcbind does not answer"
start rpc.statd -F -p 662
nsenter --net=/run/netns/server mount -t nfsd nfsd /proc/fs/nfsd
expect_ok on server rpc.nfsd -N 4 1
start rpc.mountd -F
wait_until 20 is_registered 100005 || fail "mountd does not register"
wait_until 20 is_registered 100024 || fail "statd does not register"
expect_ok on server exportfs -ra

status=100024
mountd=100005
call_limit=20
# call TRANSPORT HOST PROGRAM: asks for the address of a service (GETADDR), and calls it.
call() { on client timeout -s KILL "$call_limit" rpcinfo -T "$1" "$2" "$3"; }
# call_port -t|-u HOST PROGRAM: the same of version 3.
call_port() { on client timeout -s KILL "$call_limit" rpcinfo "$1" "$2" "$3" 3; }
# mount_nfs HOST: in a mount namespace of its own, so that there is nothing to unmount.
mount_nfs() {
    # shellcheck disable=SC2016   # for the inner shell
    on client timeout -s KILL 30 bash -c 'mount -t nfs -o vers=3,nolock,ro "$0:$1" /mnt && cat /mnt/file' \
        "$1" "$scratch/export" >"$scratch/fetched" && same_file "$scratch/fetched" "$scratch/export/file"
}

reset_backend
expect_ok "$checkout/lab/allow" tcp 111
expect_ok "$checkout/lab/allow" udp 111
call_limit=4
for place in "tcp 10.0.2.2" "udp 10.0.2.2" "tcp6 fd00:2::2" "udp6 fd00:2::2"; do
    # shellcheck disable=SC2086   # "tcp 10.0.2.2" is two words
    expect_fail call $place $mountd
done

call_limit=20
expect_ok trackhandctl helper add rpc
expect_ok trackhandctl rule add rpc --l4 tcp
expect_ok trackhandctl rule add rpc --l4 udp
for place in "tcp 10.0.2.2" "udp 10.0.2.2" "tcp6 fd00:2::2" "udp6 fd00:2::2"; do
    # shellcheck disable=SC2086
    expect_ok call $place $mountd
done
expect_ok call_port -t 10.0.2.2 $mountd
expect_ok call_port -u 10.0.2.2 $mountd
expect_ok on client showmount -e 10.0.2.2
expect_ok mount_nfs 10.0.2.2
expect_ok mount_nfs '[fd00:2::2]'

# A port below 1024 is another matter.
call_limit=4
expect_fail call tcp 10.0.2.2 $status
call_limit=20
expect_ok trackhandctl helper set rpc --option allow_low_ports=true
expect_ok call tcp 10.0.2.2 $status
expect_ok call udp6 fd00:2::2 $status

# A masqueraded client, and a server that is reached at the router's own address.
on router nft -f - <<'NFT'
table ip case_nat {
    chain before {
        type nat hook prerouting priority dstnat;
        ip daddr 10.0.1.1 meta l4proto { tcp, udp } th dport 111 dnat to 10.0.2.2
    }
    chain behind {
        type nat hook postrouting priority srcnat;
        oifname server masquerade
    }
}
NFT
for host in 10.0.2.2 10.0.1.1; do
    expect_ok call tcp "$host" $mountd
    expect_ok call udp "$host" $mountd
    expect_ok call_port -t "$host" $mountd
    expect_ok call_port -u "$host" $mountd
    expect_ok mount_nfs "$host"
done
on router nft delete table ip case_nat

# conntrackd's expects the same where the port is asked for as long ago: GETPORT of version 2 (RFC 1833, 3). rpcinfo asks for an
# address, which that does not read.
question='\x12\x34\x56\x78\x00\x00\x00\x00\x00\x00\x00\x02\x00\x01\x86\xa0\x00\x00\x00\x02\x00\x00\x00\x03'
question+='\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x86\xa5\x00\x00\x00\x03'
# ask_port TRANSPORT MARK NUMBER LENGTH: the port of mountd by that transport, whose NUMBER it is; the reply has LENGTH bytes.
ask_port() {
    # shellcheck disable=SC2016   # for the inner shell
    on client timeout 20 bash -c 'exec 3<>"/dev/$0/10.0.2.2/111"; printf "$1" >&3; head -c "$2" <&3 | wc -c' \
        "$1" "$2$question\\x00\\x00\\x00$3\\x00\\x00\\x00\\x00" "$4" | grep -qx "$4"
}
reset_backend
expect_ok "$checkout/lab/allow" everything
compare conntrackd rpc tcp 111 ask_port tcp '\x80\x00\x00\x38' '\x06' 32
compare conntrackd rpc udp 111 ask_port udp '' '\x11' 28
differs conntrackd + "udp 10.0.1.2:any -> 10.0.2.2:high permanent"
compare conntrackd rpc udp 111 call_port -u 10.0.2.2 $mountd
