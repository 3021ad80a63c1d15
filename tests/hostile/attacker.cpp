// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attacker.h"

#include <cstring>
#include <ctime>
#include <unistd.h>

namespace Trackhand::Hostile {

namespace {

Fd copyOf(int descriptor)
{
    return Fd(::dup(descriptor));
}

} // namespace

Result<Attacker> Attacker::open()
{
    auto packets = SharedMemory::mapReadOnly(copyOf(Wire::PacketsDescriptor));
    if (!packets) {
        return packets.error();
    }
    auto memory = SharedMemory::mapWritable(copyOf(Wire::ProposalsDescriptor));
    if (!memory) {
        return memory.error();
    }
    Fd gateBell = copyOf(Wire::WakeGateDescriptor);
    auto channel = Wire::HelperChannel::open(
        Fd(Wire::PacketsDescriptor), Fd(Wire::ProposalsDescriptor), Fd(Wire::WakeGateDescriptor));
    if (!channel) {
        return channel.error();
    }
    return Attacker(channel.take(), packets.take(), memory.take(), std::move(gateBell));
}

Attacker::Attacker(Wire::HelperChannel channel, SharedMemory packets, SharedMemory memory, Fd gateBell)
    : m_channel(std::move(channel))
    , m_packets(std::move(packets))
    , m_memory(std::move(memory))
    , m_gateBell(std::move(gateBell))
{
}

Attacker::Packet Attacker::takePacket()
{
    for (;;) {
        if (const auto packet = m_channel.next()) {
            return *packet;
        }
        m_channel.wait();
    }
}

Wire::Proposal &Attacker::answerTo(std::uint32_t id)
{
    m_proposal->reset(id);
    return *m_proposal;
}

void Attacker::accept(std::uint32_t id)
{
    answerTo(id);
    propose();
    publish();
}

std::uint8_t *Attacker::at(std::uint64_t position)
{
    const std::size_t offset = position & (Wire::ProposalsAreaSize - 1);
    return m_memory.data() + sizeof(Wire::ProposalsHeader) + offset;
}

void Attacker::putRecordHeader(std::uint32_t size, std::uint32_t kind)
{
    std::memcpy(at(head()), &size, sizeof size);
    std::memcpy(at(head()) + sizeof size, &kind, sizeof kind);
}

std::uint64_t Attacker::takenByGate() const
{
    return reinterpret_cast<const Wire::PacketsHeader *>(m_packets.data())->proposalsTaken.load();
}

void Attacker::waitForGate()
{
    constexpr timespec aMoment {0, 100000};
    while (takenByGate() != head()) {
        ::nanosleep(&aMoment, nullptr);
    }
}

bool Attacker::ring(const Fd &bell, std::uint64_t times)
{
    return ::write(bell.get(), &times, sizeof times) == sizeof times;
}

} // namespace Trackhand::Hostile
