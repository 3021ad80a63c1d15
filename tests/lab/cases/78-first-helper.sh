#!/bin/bash
# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# "Your first helper in ten minutes", followed command by command, ends with a live helper for a protocol nobody knows.
. "$LAB_CHECKOUT/tests/lab/lib.bash"

page=$checkout/docs/first-helper.md
reset_backend
rm -rf /tmp/parcel
cd "$checkout"
set -m # jobs have names, as in a person's shell

# The page as pieces: one command a line behind "sh", what fails behind "sh fails", and what was printed behind "text".
kinds=()
texts=()
while IFS= read -r line; do
    case $line in
        '```sh' | '```sh fails' | '```text') kinds+=("${line#'```'}") texts+=("") ;;
        '```') ;;
        *) [[ ${#kinds[@]} -eq 0 ]] || texts[-1]+=$line$'\n' ;;
    esac
done < <(awk '/^```[a-z]/ { inside = 1 } inside; /^```$/ { inside = 0 }' "$page")
[[ ${#kinds[@]} -ge 10 ]] || fail "only ${#kinds[@]} pieces were found in $page"

# follow WANTED: what a command does to the shell (cd, a job) is meant to stay.
follow() {
    local wanted=$1 command=$2 status=0
    eval "$command" >"$scratch/output" 2>&1 || status=$?
    cat "$scratch/output" >>"$scratch/printed"
    [[ $wanted == sh && $status -eq 0 || $wanted == "sh fails" && $status -ne 0 ]] ||
        fail "ended with $status: $command: $(<"$scratch/output")"
}

for ((piece = 0; piece < ${#kinds[@]}; ++piece)); do
    if [[ ${kinds[piece]} == text ]]; then
        [[ $(<"$scratch/printed") == *"${texts[piece]%$'\n'}"* ]] ||
            fail "should have printed: ${texts[piece]}, but printed: $(<"$scratch/printed")"
        continue
    fi
    : >"$scratch/printed"
    while IFS= read -r command; do
        follow "${kinds[piece]}" "$command"
        case $command in
            "trackhandctl script run parcel.lua --capture parcel.pcap")
                assert_contains "$(<"$scratch/printed")" 'PARCEL AT ([0-9]+) -> expects 10\.0\.2\.2:\1' "the script's note"
                ;;
            "trackhandctl rule add parcel") assert_contains "$(nft list table inet trackhand)" 'dport 7000' "the rules" ;;
        esac
    done < <(printf %s "${texts[piece]}")
done
assert_eq "$(trackhandctl helper list --json)" "" "helpers at the end"
