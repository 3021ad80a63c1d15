# SPDX-FileCopyrightText: 2026 Trackhand authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034,SC2154
# Starting a guest from the host. A job is a directory the host and one guest share:
#   checkout, command, bare, network   what the host asks for
#   booted, ready, status              what the guest answers (uptimes in seconds; the command's exit status)
#   console, results/                  the guest's console; what the guest leaves behind

boot_limit=${LAB_BOOT_LIMIT:-120}   # seconds until user space; far more than it takes even on a busy machine
run_limit=${LAB_RUN_LIMIT:-3600}    # seconds a guest may live

prepare_guest() {
    "$lab/setup/packages" lab
    "$lab/setup/kernel"
    "$lab/setup/peers"
    "$lab/setup/initramfs"
    "$lab/setup/ssh-key"
    "$lab/setup/accelerator"
}

# new_job NAME COMMAND...: makes a job directory and says where.
new_job() {
    local job
    mkdir -p "$state/jobs"
    job=$(mktemp -d "$state/jobs/$1.XXXXXX")
    shift
    mkdir "$job/results"
    printf '%s' "$checkout" >"$job/checkout"
    printf '%s\0' "$@" >"$job/command"
    : >"$job/console"
    echo "$job"
}

# qemu JOB OUT ERR ARGUMENT...: becomes the guest; what the command writes goes to the files OUT and ERR.
# With "detached" set it leaves the terminal, whose Ctrl-C is then for the window alone.
qemu() {
    local job=$1 out=$2 err=$3
    shift 3
    local share=local,security_model=none,multidevs=remap accelerate=(-accel "tcg,thread=multi" -cpu "qemu64,+rdrand")
    [[ $(<"$state/accelerator") == kvm* ]] && accelerate=(-accel kvm -cpu host)
    # tsc=reliable: QEMU's counters agree, but look to Linux 6.1 as if they did not, and what it takes then, the HPET, is a device
    # that each reading of the clock goes through. Every port that there may be is watched by QEMU, so there may be few.
    # norandmaps: QEMU 7.2 translates code anew for each address that it appears at, and a program takes three times as long to start.
    exec ${detached:+setsid} timeout --foreground --kill-after=5 "$run_limit" qemu-system-x86_64 -M pc "${accelerate[@]}" -smp 2 -m 2048 \
        -nodefaults -no-user-config -display none -monitor none -no-reboot -serial "file:$job/console" \
        -kernel "$state/kernel/image" -initrd "$state/initramfs.cpio" \
        -append "console=ttyS0 quiet panic=-1 nokaslr norandmaps mitigations=off no_timer_check random.trust_cpu=on \
tsc=reliable" \
        -virtfs "$share,path=/,mount_tag=host,readonly=on" \
        -virtfs "$share,path=$state/layers,mount_tag=layers,readonly=on" \
        -virtfs "$share,path=$job,mount_tag=job" \
        -device virtio-serial-pci,max_ports=3 \
        -chardev "file,id=out,path=$out" -device virtserialport,chardev=out,nr=1 \
        -chardev "file,id=err,path=$err" -device virtserialport,chardev=err,nr=2 \
        "$@" </dev/null
}

# await_file FILE SECONDS PID: waits for the guest PID to write FILE.
await_file() {
    local deadline=$((SECONDS + $2))
    until [[ -e $1 ]]; do
        kill -0 "$3" 2>/dev/null || return 1
        ((SECONDS < deadline)) || return 1
        sleep 0.1
    done
}

show_console() {
    say "the guest $2; the end of its console:"
    tail -n 40 "$1/console" | tr -d '\r' | sed 's/^/    /' >&2
    say "everything it left behind is in $1"
}

# The long-running guest of lab/up: build/lab/up names its job, its process and its port.
read_running_guest() {
    [[ -e $state/up ]] || return 1
    read -r up_job up_pid up_port <"$state/up"
    grep -qsF "$up_job" "/proc/$up_pid/cmdline"
}

stop_running_guest() {
    kill "$up_pid" 2>/dev/null || true
    while grep -qsF "$up_job" "/proc/$up_pid/cmdline"; do
        sleep 0.1
    done
    rm -rf "$up_job" "$state/up"
}

ssh_config() { echo "$state/ssh/config"; }
