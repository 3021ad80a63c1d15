# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Calls by sipp, with a recorded RTP stream from each end to where the other one's description says. Which packets
# arrived is counted in the namespaces of the two phones.

sound=/usr/share/sip-tester/dtmf_2833_1.pcap # ten packets of a telephone's tone
caller_media=6000
callee_media=7000

sip_address() {
    case $1$2 in
        client4) echo 10.0.1.2 ;;
        client6) echo fd00:1::2 ;;
        server4) echo 10.0.2.2 ;;
        server6) echo fd00:2::2 ;;
    esac
}

# The description that each phone sends, as sipp fills it in.
sip_description() {
    cat <<'END'
v=0
o=phone 1 1 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 0 101
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
END
}

# caller_request METHOD CSEQ [MORE]: a request of the caller.
caller_request() {
    cat <<END
<send><![CDATA[
$1 sip:bob@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
From: <sip:alice@[local_ip]:[local_port]>;tag=[call_number]
To: <sip:bob@[remote_ip]:[remote_port]>[peer_tag_param]
Call-ID: [call_id]
CSeq: $2
Contact: <sip:alice@[local_ip]:[local_port];transport=[transport]>
Max-Forwards: 70
${3:-Content-Length: 0
}
]]></send>
END
}

# response STATUS REASON [MORE]: what the other one answers.
response() {
    cat <<END
<send><![CDATA[
SIP/2.0 $1 $2
[last_Via:]
[last_From:]
[last_To:];tag=[call_number]
[last_Call-ID:]
[last_CSeq:]
${3:-Contact: <sip:bob@[local_ip]:[local_port];transport=[transport]>
Content-Length: 0
}
]]></send>
END
}

write_scenarios() {
    local with_media
    with_media=$(printf 'Content-Type: application/sdp\nContent-Length: [len]\n\n' && sip_description)
    local play="<nop><action><exec play_pcap_audio=\"$sound\"/></action></nop>"
    {
        echo '<?xml version="1.0"?><scenario>'
        caller_request INVITE "1 INVITE" "$with_media"
        echo '<recv response="100" optional="true"/><recv response="180" optional="true"/>'
        echo '<recv response="200"/>'
        caller_request ACK "1 ACK"
        echo "$play<pause milliseconds=\"1500\"/>"
        caller_request BYE "2 BYE"
        echo '<recv response="200"/></scenario>'
    } >"$scratch/caller.xml"
    {
        echo '<?xml version="1.0"?><scenario><recv request="INVITE"/>'
        response 180 Ringing
        response 200 OK "Contact: <sip:bob@[local_ip]:[local_port];transport=[transport]>
$with_media"
        echo "<recv request=\"ACK\"/>$play<recv request=\"BYE\"/>"
        response 200 OK
        echo '</scenario>'
    } >"$scratch/callee.xml"
    {
        echo '<?xml version="1.0"?><scenario>'
        caller_request REGISTER "1 REGISTER" "Expires: 60
Content-Length: 0
"
        echo '<recv response="200"/></scenario>'
    } >"$scratch/register.xml"
    {
        echo '<?xml version="1.0"?><scenario><recv request="REGISTER"/>'
        response 200 OK "[last_Contact:];expires=60
Content-Length: 0
"
        echo '</scenario>'
    } >"$scratch/registrar.xml"
}

# phone NAMESPACE FAMILY TRANSPORT SCENARIO PORT MEDIA [ARGUMENT...]: one end of one call.
phone() {
    local where=$1 family=$2 transport=$3 scenario=$4 port=$5 media=$6
    local address
    address=$(sip_address "$where" "$family")
    shift 6
    [[ $family == 6 ]] && address="[$address]"
    TERM=dumb on "$where" sipp "$@" -sf "$scratch/$scenario.xml" -m 1 -t "${transport:0:1}1" -i "$address" -p "$port" \
        -mi "${address//[\[\]]/}" -mp "$media" -nostdin -timeout "${sip_limit:-30}s" -timeout_error -cp $((media + 20000)) \
        -trace_err -error_file "$scratch/$scenario.errors" >"$scratch/$scenario.screen" 2>&1
}

is_listening() { on "$1" ss -Hln"${2:0:1}" "sport = :$3" | grep -q .; }

# Counts the packets that come to a phone's media port.
count_media() {
    local where
    for where in client server; do
        on "$where" nft "table inet heard
            delete table inet heard
            table inet heard {
                chain input {
                    type filter hook input priority 0
                    udp dport { $caller_media, $callee_media } counter
                }
            }"
    done
}

# heard NAMESPACE: how many there were.
heard() { on "$1" nft list chain inet heard input | sed -n 's/.*counter packets \([0-9]*\).*/\1/p'; }

stop_counting() {
    local where
    for where in client server; do
        on "$where" nft delete table inet heard 2>/dev/null || true
    done
}

# ring CALLER CALLEE FAMILY TRANSPORT PORT OWN_PORT ADDRESS: the one calls the other at ADDRESS:PORT from OWN_PORT. The
# call itself must succeed; who hears whom is another question.
ring() {
    local caller=$1 callee=$2 family=$3 transport=$4 port=$5 own=$6 address=$7 answering
    # As phones do; and over UDP the same ports would be the same connection as the last call's to the router.
    caller_media=$((caller_media + 10))
    callee_media=$((callee_media + 10))
    count_media
    phone "$callee" "$family" "$transport" callee "$port" "$callee_media" &
    answering=$!
    wait_until 10 is_listening "$callee" "$transport" "$port" || { echo "the called phone does not listen"; return 1; }
    [[ $family == 6 ]] && address="[$address]"
    if ! phone "$caller" "$family" "$transport" caller "$own" "$caller_media" "$address:$port"; then
        cat "$scratch"/call*.errors "$scratch"/caller.screen 2>/dev/null
        wait "$answering" || true
        return 1
    fi
    wait "$answering"
}

# both_hear CALLER CALLEE FAMILY TRANSPORT PORT OWN_PORT ADDRESS: each phone gets the other one's sound.
both_hear() {
    ring "$@" || return 1
    local there here
    there=$(heard "$2")
    here=$(heard "$1")
    [[ $there -gt 0 && $here -gt 0 ]] || {
        echo "heard by the caller: $here packets, by the called one: $there"
        return 1
    }
}

# register_phone FAMILY TRANSPORT PORT: the client's phone at the server, which listens at port 5060.
register_phone() {
    local answering address
    address=$(sip_address server "$1")
    [[ $1 == 6 ]] && address="[$address]"
    phone server "$1" "$2" registrar 5060 "$callee_media" &
    answering=$!
    wait_until 10 is_listening server "$2" 5060 || { echo "the registrar does not listen"; return 1; }
    phone client "$1" "$2" register "$3" "$caller_media" "$address:5060" && wait "$answering"
}

add_sip_helper() {
    reset_backend
    expect_ok trackhandctl helper add sip
    expect_ok trackhandctl rule add sip
    expect_ok trackhandctl rule add sip --l4 tcp
}

# For the server the client is then 10.0.2.1, for the client the server is also 10.0.1.1.
translate_addresses() {
    on router nft 'table ip sip_case {
        chain from_client {
            type nat hook postrouting priority srcnat
            ip saddr 10.0.1.2 oifname "server" masquerade
        }
        chain to_server {
            type nat hook prerouting priority dstnat
            ip daddr 10.0.1.1 meta l4proto { tcp, udp } th dport 5060 dnat to 10.0.2.2
        }
    }'
    on router conntrack -F 2>/dev/null
}
