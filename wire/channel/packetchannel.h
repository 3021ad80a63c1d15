// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/adaptivespin.h"
#include "wire/base/processor.h"
#include "wire/base/sharedmemory.h"
#include "wire/channel/bytering.h"
#include "wire/channel/packetrecord.h"
#include "wire/channel/proposal.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace Trackhand::Wire {

/// The packet channel joins one gate (privileged, trusted) with one helper process (powerless, not trusted):
///
///     packets    memfd written by the gate; the process can map it read-only and nothing else (sealed)
///     proposals  memfd written by the process; a new one for every process, so that a dead one has no hand left in it
///     a futex word in the packets wakes the process, an eventfd the gate, which sleeps on its queue socket too; each
///     is rung only when the other side says that it sleeps. Nothing the process does can make ringing it block.
///
/// Each side stores its positions in the memory that it alone writes.
constexpr std::uint32_t ChannelVersion = 4;
constexpr std::size_t PacketsAreaSize = std::size_t {4} << 20;
constexpr std::size_t ProposalsAreaSize = std::size_t {1} << 20;

enum class ToHelper : std::uint32_t { Packet = 1 };
enum class ToGate : std::uint32_t { Ready = 1, Proposal = 2, PortRequest = 3 };

struct PacketsHeader {
    char magic[8]; ///< "THPACKT\0"
    std::uint32_t version;
    std::uint32_t areaSize;
    alignas(64) std::atomic<std::uint64_t> head; ///< bytes written
    std::atomic<std::uint64_t> start; ///< where a new helper process begins to read
    std::atomic<std::uint32_t> gateProcessor; ///< number of the one the gate ran on when it last stored head
    alignas(64) std::atomic<std::uint64_t> proposalsTaken;
    std::atomic<std::uint32_t> gateSleeps;
    std::atomic<std::uint32_t> wakeups; ///< futex word, changed whenever a sleeping process is woken
    std::atomic<std::uint32_t> portAnswers; ///< futex word: requests for ports answered to this process
    std::atomic<std::uint32_t> portAnswer; ///< to the last of them: the first port, or 0 for none
    std::atomic<std::uint32_t> lastPacketId; ///< newest id read from the queue: what a restarted backend accepts up to
    alignas(64) std::uint8_t end[64];
};

struct ProposalsHeader {
    char magic[8]; ///< "THPROPO\0"
    std::uint32_t version;
    std::uint32_t areaSize;
    alignas(64) std::atomic<std::uint64_t> head;
    std::atomic<std::uint64_t> packetsTaken;
    std::atomic<std::uint32_t> helperSleeps;
    alignas(64) std::uint8_t end[64];
};

/// The descriptors a helper process is born with; it finds them under these numbers.
constexpr int PacketsDescriptor = 3;
constexpr int ProposalsDescriptor = 4;
constexpr int WakeGateDescriptor = 5;

/// The gate's end. One thread.
class PacketChannel {
public:
    static Result<PacketChannel> create();

    /// A fresh proposals area for a new helper process, which will begin to read at the packet stored at @p firstPacket
    /// (a position from append(), or position() when nothing waits).
    Status attachProcess(std::uint64_t firstPacket);
    bool attached() const { return m_proposals.valid(); }
    /// Moves the first packet of a process that has not begun to read: what lies before was answered without it.
    void skipTo(std::uint64_t firstPacket);
    void detachProcess();

    struct Descriptors {
        int packets = -1;
        int proposals = -1;
        int wakeGate = -1;
    };
    /// For the child to inherit; owned by the channel.
    Descriptors descriptors() const;

    /// Stores a packet. Its position, or nothing while everything after @p oldest is still needed and there is no room.
    std::optional<std::uint64_t> append(
        const PacketRecord &packet, std::span<const std::uint8_t> payload, std::uint64_t oldest);
    /// Shows the process everything appended, and wakes it if it sleeps.
    void publish();
    std::uint64_t position() const { return m_writer.position(); }

    struct StoredPacket {
        PacketRecord record;
        std::span<const std::uint8_t> payload;
    };
    /// Whether the packet that append() stored at @p position has not been overwritten yet.
    bool holds(std::uint64_t position) const { return m_writer.position() - position <= PacketsAreaSize; }
    /// A packet still stored at @p position.
    StoredPacket packetAt(std::uint64_t position) const;

    struct Taken {
        enum class What { Nothing, Ready, Proposal, PortRequest, Nonsense } what = What::Nothing;
        std::string problem; ///< with Nonsense: what the process wrote that it must not
    };
    /// Copies the next message of the process out of shared memory. With What::Proposal @p into holds it, its lengths
    /// bounded and nothing else checked; with What::PortRequest portRequest() does. After Nonsense the process must be
    /// ended.
    Taken take(Proposal &into);

    /// The one taken last. Nothing in it is checked.
    const PortRequest &portRequest() const { return m_portRequest; }
    /// Answers it; the process waits for that. 0 when there is no port.
    void answerPortRequest(std::uint16_t port);

    /// Whether take() would find something.
    bool hasMessages() const;

    /// Says "I sleep" to the process; false when something came in meanwhile and the gate must not sleep.
    bool prepareToSleep();
    void awake();
    /// Becomes readable when the process wakes a sleeping gate.
    int wakeGateFd() const { return m_wakeGate.get(); }

private:
    PacketChannel(SharedMemory packets, Fd wakeGate);
    PacketsHeader &packets() { return *reinterpret_cast<PacketsHeader *>(m_packets.data()); }
    const ProposalsHeader &proposals() const { return *reinterpret_cast<const ProposalsHeader *>(m_proposals.data()); }

    SharedMemory m_packets;
    SharedMemory m_proposals;
    Fd m_wakeGate;
    ByteRing::Writer m_writer;
    ByteRing::Reader m_stored; // reads back our own area
    ByteRing::Reader m_reader;
    PortRequest m_portRequest;
};

/// The helper process's end. One thread.
class HelperChannel {
public:
    /// Maps the descriptors above. They are then closed, but for the eventfd.
    static Result<HelperChannel> open(Fd packets, Fd proposals, Fd wakeGate);

    void sayReady();

    /// The next packet, still in shared memory. Nothing when none waits.
    struct NextPacket {
        PacketRecord record;
        std::span<const std::uint8_t> payload;
    };
    std::optional<NextPacket> next();

    /// Writes the proposal; the gate sees it, and that this packet was taken, after publish().
    void propose(const Proposal &proposal);
    void publish();

    /// Asks the gate for ports and waits for its answer; nothing when there are none.
    std::optional<std::uint16_t> requestPorts(const PortRequest &request);
    /// The same without waiting.
    void askForPorts(const PortRequest &request);

    /// Returns when there may be a packet: after a short look out for one, or a sleep.
    void wait();

private:
    HelperChannel(SharedMemory packets, SharedMemory proposals, Fd wakeGate);
    std::uint8_t *reserve(ToGate kind, std::size_t bytes);
    bool hasPackets() const;
    const PacketsHeader &packets() const { return *reinterpret_cast<const PacketsHeader *>(m_packets.data()); }
    ProposalsHeader &proposals() { return *reinterpret_cast<ProposalsHeader *>(m_proposals.data()); }

    SharedMemory m_packets;
    SharedMemory m_proposals;
    Fd m_wakeGate;
    ByteRing::Reader m_reader;
    ByteRing::Writer m_writer;
    AdaptiveSpin m_spin;
    ProcessorChange m_processorChange;
    bool m_started = false;
};

} // namespace Trackhand::Wire
