# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# FTP from the client to the server in a chosen mode. The modes: pasv epsv port eprt. The families: 4 6.
# IPv6 knows no PASV and no PORT.

ftp_cases=("epsv 4" "pasv 4" "eprt 4" "port 4" "epsv 6" "eprt 6")

ftp_url() {
    case $1 in
        4) echo "ftp://10.0.2.2" ;;
        6) echo "ftp://[fd00:2::2]" ;;
    esac
}

# curl_ftp MODE FAMILY CURL_ARGUMENT...: fails if curl fell back to another mode, as it does in silence.
curl_ftp() {
    local mode=$1 family=$2 options=() used
    shift 2
    case $mode in
        epsv) ;;
        pasv) options=(--disable-epsv) ;;
        eprt) options=(--ftp-port -) ;;
        port) options=(--ftp-port - --disable-eprt) ;;
    esac
    on client curl -v -sS -g "-$family" --connect-timeout 4 --max-time "${ftp_limit:-60}" "${options[@]}" "$@" \
        2>"$scratch/curl.trace" || {
        local status=$?
        grep -v '^[{}]' "$scratch/curl.trace"
        return "$status"
    }
    used=$(sed -n 's/^> \(EPSV\|PASV\|EPRT\|PORT\).*/\1/p' "$scratch/curl.trace" | sort -u | tr '\n' ' ')
    [[ $used == "${mode^^} " ]] || {
        echo "curl was to use ${mode^^} alone, but sent: $used"
        return 1
    }
}

# fetch_ftp MODE FAMILY [FILE]: fetches a file (10 MB unless told) and compares it with the server's.
fetch_ftp() {
    local file=${3:-10mb.bin}
    rm -f "$scratch/fetched"
    curl_ftp "$1" "$2" -o "$scratch/fetched" "$(ftp_url "$2")/$file" && same_file "$scratch/fetched" "/srv/ftp/$file"
}

# store_ftp MODE FAMILY [FILE]: stores a file (10 MB unless told) and compares what arrived.
store_ftp() {
    local file=${3:-10mb.bin}
    rm -f /srv/ftp/incoming/*
    curl_ftp "$1" "$2" -T "/srv/ftp/$file" "$(ftp_url "$2")/incoming/$file" &&
        wait_until 5 same_file "/srv/ftp/$file" "/srv/ftp/incoming/$file"
}

# fetch_slowly TOLD: one long transfer, of which no more than 10 kB a second are taken until the file TOLD exists: that lasts
# for a quarter of an hour, and yet ends at once.
fetch_slowly() {
    curl_ftp epsv 4 --max-time 900 -o - "$(ftp_url 4)/10mb.bin" | {
        until [[ -e $1 ]]; do
            head -c 10000
            sleep 1
        done
        cat
    } >"$scratch/long" && same_file "$scratch/long" /srv/ftp/10mb.bin
}

# lftp_fetch passive|active FAMILY [FILE]
lftp_fetch() {
    local passive=yes file=${3:-10mb.bin}
    [[ $1 == active ]] && passive=no
    rm -f "$scratch/fetched"
    on client timeout "${ftp_limit:-60}" lftp -c "set net:timeout 4; set net:max-retries 1; set ftp:passive-mode $passive
        set ftp:ssl-allow no; open $(ftp_url "$2"); get /$file -o $scratch/fetched" &&
        same_file "$scratch/fetched" "/srv/ftp/$file"
}

# lftp_store passive|active FAMILY [FILE]
lftp_store() {
    local passive=yes file=${3:-10mb.bin}
    [[ $1 == active ]] && passive=no
    rm -f /srv/ftp/incoming/*
    on client timeout "${ftp_limit:-60}" lftp -c "set net:timeout 4; set net:max-retries 1; set ftp:passive-mode $passive
        set ftp:ssl-allow no; open $(ftp_url "$2"); put /srv/ftp/$file -o /incoming/$file" &&
        wait_until 5 same_file "/srv/ftp/$file" "/srv/ftp/incoming/$file"
}

# The control connection alone: log in, ask for the working directory, leave.
ftp_control() {
    on client curl -sS -g "-$1" --connect-timeout 4 --max-time 20 --quote PWD --head "$(ftp_url "$1")/"
}
