// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/packetchannel.h"
#include "wire/channel/proposal.h"

#include <memory>

namespace Trackhand::Hostile {

/// What a helper process that was taken over has in its hands: the honest end of the channel, and behind it the bare
/// memory and the gate's bell, to do with as it likes.
class Attacker {
public:
    using Packet = Wire::HelperChannel::NextPacket;

    /// The descriptors that trackhandd gives a helper process at birth. Before the sandbox.
    static Result<Attacker> open();

    // As an honest process does it.
    void sayReady() { m_channel.sayReady(); }
    Packet takePacket(); ///< waits for one
    std::optional<Packet> packetWaiting() { return m_channel.next(); }
    Wire::Proposal &answerTo(std::uint32_t id);
    void propose() { m_channel.propose(*m_proposal); }
    void publish() { m_channel.publish(); }
    void accept(std::uint32_t id);
    void askForPorts(const Wire::PortRequest &request) { m_channel.askForPorts(request); } ///< and does not wait

    // As only a hostile one does.
    Wire::ProposalsHeader &header() { return *reinterpret_cast<Wire::ProposalsHeader *>(m_memory.data()); }
    std::uint64_t head() { return header().head.load(); }
    std::uint8_t *at(std::uint64_t position);
    void setHead(std::uint64_t head) { header().head.store(head); }
    /// Writes the eight bytes of a record's header at the head, without moving it.
    void putRecordHeader(std::uint32_t size, std::uint32_t kind);
    /// False when the bell has no room for that many more.
    bool ringGate(std::uint64_t times = 1) { return ring(m_gateBell, times); }
    /// Where the gate has read up to, as it says itself.
    std::uint64_t takenByGate() const;
    /// Until the gate has read everything so far.
    void waitForGate();

private:
    Attacker(Wire::HelperChannel channel, SharedMemory packets, SharedMemory memory, Fd gateBell);
    static bool ring(const Fd &bell, std::uint64_t times);

    Wire::HelperChannel m_channel;
    SharedMemory m_packets;
    SharedMemory m_memory;
    Fd m_gateBell;
    std::unique_ptr<Wire::Proposal> m_proposal = std::make_unique<Wire::Proposal>();
};

} // namespace Trackhand::Hostile
