# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# What every script of the lab uses: where things are, and how to speak.

set -euo pipefail

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
lab=$checkout/lab
state=$checkout/build/lab

say() { printf '==> %s\n' "$*" >&2; }

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Runs a command quietly; only when it fails is its output worth reading.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
    else
        local status=$?
        cat "$log" >&2
        rm -f "$log"
        return "$status"
    fi
}

# One set-up at a time in a checkout: two terminals may start the lab together.
lock_setup() {
    mkdir -p "$checkout/build"
    exec 8>"$checkout/build/.setup.lock"
    flock 8
}
