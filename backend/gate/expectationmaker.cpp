// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/expectationmaker.h"

#include <algorithm>
#include <utility>

namespace Trackhand {

namespace {

constexpr int MaxAttempts = 128; // as nf_nat_exp_find_port() has it
constexpr unsigned FirstPort = 1024;
constexpr unsigned PortCount = 65536 - FirstPort;
constexpr std::size_t UsualLate = 64; // a batch of first packets

/// The i-th try: from the wanted port on, in steps that keep pairs where they belong (RTP's even, RTCP's odd).
std::uint16_t candidate(const Wire::PortRequest &request, unsigned attempt)
{
    const unsigned wanted = request.first.tuple.destinationPort;
    if (wanted < FirstPort) {
        return static_cast<std::uint16_t>(wanted + attempt * request.count);
    }
    return static_cast<std::uint16_t>(FirstPort + (wanted - FirstPort + attempt * request.count) % PortCount);
}

/// The i-th of the adjacent ones at @p port.
Wire::ExpectationProposal atPort(const Wire::PortRequest &request, unsigned port, unsigned i)
{
    Wire::ExpectationProposal expectation = request.first;
    expectation.tuple.destinationPort = static_cast<std::uint16_t>(port + i);
    expectation.natPort = static_cast<std::uint16_t>(expectation.natPort + i);
    return expectation;
}

/// Whether both hand on to the same private address and port.
bool isSameEnd(const Wire::ExpectationProposal &a, const Wire::ExpectationProposal &b)
{
    return a.natAddress == b.natAddress && a.natPort == b.natPort;
}

/// Not so is the first packet of a flow, also of an expected one, until its verdict has been given.
bool isConfirmed(const Wire::PacketRecord &packet)
{
    constexpr std::uint32_t Confirmed = 1U << 3; // IPS_CONFIRMED, nf_conntrack_common.h
    return (packet.ctStatus & Confirmed) != 0;
}

} // namespace

ExpectationMaker::ExpectationMaker(std::unique_ptr<ExpectationTable> table)
    : m_table(std::move(table))
{
    m_reserved.reserve(MaxReserved);
    m_late.reserve(UsualLate);
}

std::optional<std::uint16_t> ExpectationMaker::reserve(
    const Wire::PortRequest &request, const Wire::PacketRecord &packet)
{
    if (m_reserved.size() + request.count > MaxReserved) {
        return std::nullopt;
    }
    Memory *memory = remembered(request, packet);
    if (memory && reserveAt(memory->publicPort, Whose::OursToo, request, packet)) {
        return memory->publicPort;
    }
    const auto port = findPort(request, packet);
    if (port) {
        if (!memory) {
            memory = &m_memory[m_memoryUsed++ % MemorySize];
        }
        *memory = {packet.original, request, *port};
    }
    return port;
}

std::optional<std::uint16_t> ExpectationMaker::findPort(
    const Wire::PortRequest &request, const Wire::PacketRecord &packet)
{
    for (const bool evenAnothers : {false, true}) {
        for (unsigned attempt = 0; attempt < MaxAttempts; ++attempt) {
            const std::uint16_t port = candidate(request, attempt);
            if ((evenAnothers || !isAnothers(port, request)) && reserveAt(port, Whose::NobodysYet, request, packet)) {
                return port;
            }
        }
    }
    return std::nullopt;
}

bool ExpectationMaker::reserveAt(
    std::uint16_t port, Whose whose, const Wire::PortRequest &request, const Wire::PacketRecord &packet)
{
    if (port + unsigned {request.count} > 65536) {
        return false;
    }
    const std::size_t before = m_reserved.size();
    for (unsigned i = 0; i < request.count; ++i) {
        const auto expectation = atPort(request, port, i);
        bool created = false;
        if (!isHad(expectation, whose, packet, created)) {
            for (std::size_t undo = before; undo < m_reserved.size(); ++undo) {
                if (m_reserved[undo].created) {
                    m_table->remove(m_reserved[undo].expectation.tuple);
                }
            }
            m_reserved.resize(before);
            return false;
        }
        if (!reservation(packet.packetId, expectation)) {
            m_reserved.push_back({packet.packetId, expectation, created, false});
        }
    }
    return true;
}

/// Whether the port is this flow's now. What a flow that is not confirmed expects cannot be made yet, only asked for.
bool ExpectationMaker::isHad(
    const Wire::ExpectationProposal &expectation, Whose whose, const Wire::PacketRecord &packet, bool &created)
{
    if (isConfirmed(packet)) {
        const auto outcome = m_table->create(packet.original, expectation);
        created = outcome == ExpectationTable::Outcome::Created;
        if (outcome != ExpectationTable::Outcome::Taken) {
            return created;
        }
    }
    const auto master = m_table->masterOf(expectation.tuple);
    const bool ours = master == packet.original;
    const bool ownAlready = whose == Whose::OursToo && ours;
    created = created || (ownAlready && isConfirmed(packet));
    return ownAlready || (!isConfirmed(packet) && !master);
}

/// Whether one of the ports from this one on was last given to another host or port.
bool ExpectationMaker::isAnothers(std::uint16_t port, const Wire::PortRequest &request) const
{
    return std::ranges::any_of(memories(), [&](const Memory &memory) {
        const Wire::ExpectationProposal &given = memory.request.first;
        return given.tuple.l4 == request.first.tuple.l4 && given.tuple.destination == request.first.tuple.destination
            && port < memory.publicPort + memory.request.count && memory.publicPort < port + request.count
            && !isSameEnd(given, request.first);
    });
}

ExpectationMaker::Memory *ExpectationMaker::remembered(
    const Wire::PortRequest &request, const Wire::PacketRecord &packet)
{
    const auto known = memories();
    const auto found = std::ranges::find_if(known, [&](const Memory &memory) {
        return memory.master == packet.original && memory.request.first.tuple.l4 == request.first.tuple.l4
            && isSameEnd(memory.request.first, request.first);
    });
    return found == known.end() ? nullptr : &m_memory[static_cast<std::size_t>(found - known.begin())];
}

ExpectationMaker::Reserved *ExpectationMaker::reservation(
    std::uint32_t packetId, const Wire::ExpectationProposal &expectation)
{
    const auto found = std::ranges::find_if(m_reserved, [&](const Reserved &reserved) {
        return reserved.packetId == packetId && reserved.expectation.tuple == expectation.tuple
            && reserved.expectation.natPort == expectation.natPort;
    });
    return found == m_reserved.end() ? nullptr : &*found;
}

ExpectationMaker::Made ExpectationMaker::make(const Wire::Proposal &proposal, const Wire::PacketRecord &packet)
{
    Made made;
    for (unsigned i = 0; i < proposal.expectationCount; ++i) {
        Reserved *reserved = reservation(proposal.packetId, proposal.expectations[i]);
        if (reserved && reserved->created) {
            reserved->wanted = true;
            ++made.made;
            // The same one in the verdict replaces it, and brings the helper that ctnetlink did not take.
            if (proposal.expectations[i].childHelper[0] != '\0' && !made.inVerdict) {
                made.inVerdict = &proposal.expectations[i];
            }
        } else {
            makeOne(proposal.expectations[i], packet, made);
        }
    }
    if (!m_reserved.empty()) {
        giveBack(proposal.packetId);
    }
    return made;
}

void ExpectationMaker::makeOne(
    const Wire::ExpectationProposal &expectation, const Wire::PacketRecord &packet, Made &made)
{
    const bool hasHelper = expectation.childHelper[0] != '\0';
    if (isConfirmed(packet) && !hasHelper) {
        // One that is there already is the answer to a command that was sent again.
        const bool refused = m_table->create(packet.original, expectation) == ExpectationTable::Outcome::Refused;
        ++(refused ? made.refused : made.made);
    } else if (!made.inVerdict) {
        made.inVerdict = &expectation;
        ++made.made;
    } else if (hasHelper && made.inVerdict->childHelper[0] == '\0') {
        m_late.push_back({packet.original, *std::exchange(made.inVerdict, &expectation)});
        ++made.made;
    } else if (hasHelper) {
        ++made.refused;
    } else {
        m_late.push_back({packet.original, expectation});
        ++made.made;
    }
}

unsigned ExpectationMaker::makeLate()
{
    unsigned refused = 0;
    for (const Late &late : m_late) {
        refused += m_table->create(late.master, late.expectation) == ExpectationTable::Outcome::Refused ? 1 : 0;
    }
    m_late.clear();
    return refused;
}

void ExpectationMaker::giveBack(std::uint32_t packetId)
{
    std::erase_if(m_reserved, [&](const Reserved &reserved) {
        if (reserved.packetId == packetId && reserved.created && !reserved.wanted) {
            m_table->remove(reserved.expectation.tuple);
        }
        return reserved.packetId == packetId;
    });
}

} // namespace Trackhand
