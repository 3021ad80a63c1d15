// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attacker.h"
#include "attacks.h"

#include <atomic>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <linux/netlink.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace Trackhand::Hostile {

namespace {

constexpr std::uint64_t FullBell = ~std::uint64_t {0} - 1; // a further ring would block

void sleepForEver()
{
    const timespec aWhile {60, 0};
    for (;;) {
        ::nanosleep(&aWhile, nullptr);
    }
}

void answerHonestly(Attacker &attacker)
{
    for (;;) {
        attacker.accept(attacker.takePacket().record.packetId);
    }
}

// Silence.

void neverReady(Attacker &)
{
    sleepForEver();
}

void neverAnswers(Attacker &attacker)
{
    attacker.sayReady();
    sleepForEver();
}

void answersEverySecond(Attacker &attacker)
{
    attacker.sayReady();
    for (;;) {
        const std::uint32_t id = attacker.takePacket().record.packetId;
        if (id % 2 == 0) {
            attacker.accept(id);
        }
    }
}

void busyLoop(Attacker &attacker)
{
    attacker.sayReady();
    std::atomic<std::uint64_t> work {0};
    for (;;) {
        work.fetch_add(1, std::memory_order_relaxed);
    }
}

// Answers out of turn.

void backwards(Attacker &attacker)
{
    attacker.sayReady();
    for (;;) {
        std::vector<std::uint32_t> ids {attacker.takePacket().record.packetId};
        while (const auto packet = attacker.packetWaiting()) {
            ids.push_back(packet->record.packetId);
        }
        for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
            attacker.answerTo(*id);
            attacker.propose();
        }
        attacker.publish();
    }
}

void twice(Attacker &attacker)
{
    attacker.sayReady();
    for (;;) {
        const std::uint32_t id = attacker.takePacket().record.packetId;
        attacker.accept(id);
        attacker.accept(id);
    }
}

// Storms.

void everOldNews(Attacker &attacker)
{
    // What was answered without it while it was not ready: an honest process may be late for that, once each.
    const std::uint32_t id = attacker.takePacket().record.packetId;
    const timespec longerThanAnythingIsHeld {2, 0};
    ::nanosleep(&longerThanAnythingIsHeld, nullptr);
    attacker.sayReady();
    for (;;) {
        attacker.answerTo(id);
        attacker.propose();
        attacker.publish();
    }
}

void ringsTheGate(Attacker &attacker)
{
    attacker.sayReady();
    for (;;) {
        attacker.ringGate();
        if (const auto packet = attacker.packetWaiting()) {
            attacker.accept(packet->record.packetId);
        }
    }
}

void pretendsToSleep(Attacker &attacker)
{
    attacker.sayReady();
    for (;;) {
        attacker.header().helperSleeps.store(1);
    }
}

void fillsTheGatesBell(Attacker &attacker)
{
    attacker.sayReady();
    while (!attacker.ringGate(FullBell)) { // the gate has not heard the ring for "ready" yet
    }
    answerHonestly(attacker);
}

/// A port for a data connection of the packet's own flow, as an honest process asks for it where it is translated.
Wire::PortRequest plausibleRequest(const Attacker::Packet &packet)
{
    Wire::PortRequest request;
    request.packetId = packet.record.packetId;
    request.first.tuple = packet.record.reply;
    request.first.tuple.sourcePort = 0;
    request.first.tuple.destinationPort = 50000;
    request.first.nat = Wire::NatFunction::FollowMaster;
    request.first.natAddress = packet.record.original.source;
    request.first.natPort = 50000;
    return request;
}

void asksForPortsWithoutEnd(Attacker &attacker)
{
    attacker.sayReady();
    const auto request = plausibleRequest(attacker.takePacket());
    for (;;) {
        attacker.askForPorts(request);
    }
}

void asksForPortsOfNoPacket(Attacker &attacker)
{
    attacker.sayReady();
    auto request = plausibleRequest(attacker.takePacket());
    request.packetId += 0x40000000;
    attacker.askForPorts(request);
    answerHonestly(attacker);
}

void eatsMemory(Attacker &attacker)
{
    attacker.sayReady();
    attacker.takePacket();
    std::vector<std::vector<char>> eaten;
    for (;;) {
        eaten.emplace_back(std::size_t {1} << 20, 'x');
    }
}

// What the sandbox forbids: each with a packet in hand.

template <void (*deed)()>
void withPacketInHand(Attacker &attacker)
{
    attacker.sayReady();
    attacker.takePacket();
    deed();
    answerHonestly(attacker);
}

void opensFile()
{
    ::syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
}

void opensSocket()
{
    ::syscall(SYS_socket, AF_NETLINK, SOCK_RAW, NETLINK_NETFILTER);
}

// Should the sandbox ever fail, these two must harm nobody: the first asks for what is refused anyway, the second's
// signal is none.

void tracesAnother()
{
    ::syscall(SYS_ptrace, PTRACE_ATTACH, 1, 0, 0);
}

void killsAnother()
{
    ::syscall(SYS_kill, 1, 0);
}

void startsProgram()
{
    ::syscall(SYS_execve, "/bin/sh", nullptr, nullptr);
}

void mapsExecutableMemory()
{
    ::syscall(SYS_mmap, nullptr, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

void forks()
{
    ::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
}

constexpr Attack Misdeeds[] = {
    {"never-ready", "never says that it is ready", neverReady},
    {"never-answers", "is ready and answers nothing", neverAnswers},
    {"every-second", "answers every second packet", answersEverySecond},
    {"busy-loop", "computes for ever", busyLoop},
    {"backwards", "answers what waits from its end", backwards},
    {"twice", "answers everything twice", twice},
    {"old-news", "answers, for ever, what was answered without it", everOldNews},
    {"bell-storm", "rings for the gate without end", ringsTheGate},
    {"pretend-sleep", "pretends to sleep, for ever, and never does", pretendsToSleep},
    {"gate-bell-full", "fills the bell that wakes the gate", fillsTheGatesBell},
    {"port-storm", "asks for ports without end", asksForPortsWithoutEnd},
    {"port-unknown", "asks for ports for a packet that it was never shown", asksForPortsOfNoPacket},
    {"memory", "takes all the memory it can get", eatsMemory},
    {"call-open", "opens a file", withPacketInHand<opensFile>},
    {"call-socket", "opens a netlink socket", withPacketInHand<opensSocket>},
    {"call-ptrace", "traces another process", withPacketInHand<tracesAnother>},
    {"call-kill", "kills another process", withPacketInHand<killsAnother>},
    {"call-execve", "starts a shell", withPacketInHand<startsProgram>},
    {"call-mmap-exec", "maps memory that it can write and execute", withPacketInHand<mapsExecutableMemory>},
    {"call-fork", "makes a process", withPacketInHand<forks>},
};

} // namespace

std::span<const Attack> misdeeds()
{
    return Misdeeds;
}

} // namespace Trackhand::Hostile
