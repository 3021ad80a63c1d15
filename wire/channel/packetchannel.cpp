// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/channel/packetchannel.h"

#include "wire/base/futex.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <new>
#include <sys/eventfd.h>

namespace Trackhand::Wire {

namespace {

constexpr char PacketsMagic[8] = "THPACKT";
constexpr char ProposalsMagic[8] = "THPROPO";
// The gate looks out longer: it has a processor of its own, or gives way to this process.
constexpr std::chrono::microseconds LookOut {50};
constexpr timespec FullRingPause {0, 50000};

/// A proposal as it lies in the ring: this, its expectations, its note, its replacement packet.
struct ProposalHead {
    std::uint32_t packetId;
    std::uint32_t payloadLength;
    std::uint8_t verdict;
    std::uint8_t expectationCount;
    std::uint8_t noteLength;
    std::uint8_t flags;
    std::uint8_t reserved[4];
    std::uint8_t helperData[HelperDataSize];
};
constexpr std::uint8_t FlagHelperData = 1;
constexpr std::uint8_t FlagMangled = 2;
static_assert(sizeof(ProposalHead) == 48);
static_assert(std::is_trivially_copyable_v<ExpectationProposal>);

template <typename Header>
std::span<std::uint8_t> areaOf(SharedMemory &memory)
{
    return {memory.data() + sizeof(Header), memory.size() - sizeof(Header)};
}

template <typename Header>
Result<SharedMemory> createArea(
    const char *name, const char (&magic)[8], std::size_t size, SharedMemory::Sharing sharing)
{
    auto memory = SharedMemory::create(name, sizeof(Header) + size, sharing);
    if (memory) {
        auto *header = new (memory->data()) Header {};
        std::memcpy(header->magic, magic, sizeof magic);
        header->version = ChannelVersion;
        header->areaSize = static_cast<std::uint32_t>(size);
    }
    return memory;
}

void ring(const Fd &eventFd)
{
    const std::uint64_t one = 1;
    // Only EAGAIN of a full counter is possible, and then the other side is awake anyway.
    [[maybe_unused]] const auto written = ::write(eventFd.get(), &one, sizeof one);
}

std::size_t proposalSize(const Proposal &proposal)
{
    return sizeof(ProposalHead) + proposal.expectationCount * sizeof(ExpectationProposal) + proposal.noteLength
        + (proposal.mangled ? proposal.payloadLength : 0);
}

void storeProposal(const Proposal &proposal, std::uint8_t *to)
{
    ProposalHead head {};
    head.packetId = proposal.packetId;
    head.payloadLength = proposal.mangled ? proposal.payloadLength : 0;
    head.verdict = static_cast<std::uint8_t>(proposal.verdict);
    head.expectationCount = proposal.expectationCount;
    head.noteLength = proposal.noteLength;
    head.flags = static_cast<std::uint8_t>(
        (proposal.helperDataChanged ? FlagHelperData : 0) | (proposal.mangled ? FlagMangled : 0));
    std::memcpy(head.helperData, proposal.helperData.data(), sizeof head.helperData);
    std::memcpy(to, &head, sizeof head);
    to += sizeof head;
    std::memcpy(to, proposal.expectations.data(), proposal.expectationCount * sizeof(ExpectationProposal));
    to += proposal.expectationCount * sizeof(ExpectationProposal);
    std::memcpy(to, proposal.note.data(), proposal.noteLength);
    std::memcpy(to + proposal.noteLength, proposal.payload.data(), head.payloadLength);
}

/// Copies a record written by the helper process. The head is copied first and only the copy is looked at, so that a
/// change behind our back changes what we judge, never what we already checked.
bool loadProposal(std::span<const std::uint8_t> from, Proposal &into)
{
    ProposalHead head;
    if (from.size() < sizeof head) {
        return false;
    }
    std::memcpy(&head, from.data(), sizeof head);
    const std::size_t expectationBytes = head.expectationCount * sizeof(ExpectationProposal);
    if (head.expectationCount > MaxExpectationsPerPacket || head.noteLength > MaxNoteLength
        || head.payloadLength > MaxPacketLength
        || from.size() < sizeof head + expectationBytes + head.noteLength + head.payloadLength) {
        return false;
    }
    into.reset(head.packetId);
    into.verdict = static_cast<Verdict>(head.verdict);
    into.expectationCount = head.expectationCount;
    into.noteLength = head.noteLength;
    into.payloadLength = head.payloadLength;
    into.helperDataChanged = (head.flags & FlagHelperData) != 0;
    into.mangled = (head.flags & FlagMangled) != 0;
    std::memcpy(into.helperData.data(), head.helperData, sizeof head.helperData);
    const std::uint8_t *rest = from.data() + sizeof head;
    std::memcpy(into.expectations.data(), rest, expectationBytes);
    std::memcpy(into.note.data(), rest + expectationBytes, head.noteLength);
    std::memcpy(into.payload.data(), rest + expectationBytes + head.noteLength, head.payloadLength);
    return true;
}

template <typename Header>
bool isChannelArea(const SharedMemory &memory, const char (&magic)[8])
{
    if (memory.size() < sizeof(Header)) {
        return false;
    }
    const auto *header = reinterpret_cast<const Header *>(memory.data());
    return std::memcmp(header->magic, magic, sizeof magic) == 0 && header->version == ChannelVersion
        && memory.size() == sizeof(Header) + header->areaSize;
}

} // namespace

Result<PacketChannel> PacketChannel::create()
{
    auto memory = createArea<PacketsHeader>(
        "trackhand-packets", PacketsMagic, PacketsAreaSize, SharedMemory::Sharing::OthersReadOnly);
    if (!memory) {
        return memory.error();
    }
    Fd wakeGate(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!wakeGate.valid()) {
        return Error {ErrorCode::Failed, std::string("cannot create an eventfd: ") + std::strerror(errno)};
    }
    return PacketChannel(memory.take(), std::move(wakeGate));
}

PacketChannel::PacketChannel(SharedMemory packets, Fd wakeGate)
    : m_packets(std::move(packets))
    , m_wakeGate(std::move(wakeGate))
    , m_writer(areaOf<PacketsHeader>(m_packets), 0)
    , m_stored(areaOf<PacketsHeader>(m_packets), 0)
{
}

Status PacketChannel::attachProcess(std::uint64_t firstPacket)
{
    auto memory = createArea<ProposalsHeader>(
        "trackhand-proposals", ProposalsMagic, ProposalsAreaSize, SharedMemory::Sharing::OthersMayWrite);
    if (!memory) {
        return memory.error();
    }
    m_proposals = memory.take();
    m_reader = ByteRing::Reader(areaOf<ProposalsHeader>(m_proposals), 0);
    packets().proposalsTaken.store(0, std::memory_order_relaxed);
    packets().start.store(firstPacket, std::memory_order_release);
    return Done {};
}

void PacketChannel::skipTo(std::uint64_t firstPacket)
{
    packets().start.store(firstPacket, std::memory_order_release);
}

void PacketChannel::detachProcess()
{
    m_proposals = SharedMemory();
}

PacketChannel::Descriptors PacketChannel::descriptors() const
{
    return {m_packets.fd(), m_proposals.fd(), m_wakeGate.get()};
}

std::optional<std::uint64_t> PacketChannel::append(
    const PacketRecord &packet, std::span<const std::uint8_t> payload, std::uint64_t oldest)
{
    std::uint8_t *to =
        m_writer.reserve(static_cast<std::uint32_t>(ToHelper::Packet), sizeof packet + payload.size(), oldest);
    if (!to) {
        return std::nullopt;
    }
    std::memcpy(to, &packet, sizeof packet);
    std::copy(payload.begin(), payload.end(), to + sizeof packet);
    m_writer.commit();
    packets().lastPacketId.store(packet.packetId, std::memory_order_relaxed);
    return m_writer.lastRecord();
}

void PacketChannel::publish()
{
    packets().gateProcessor.store(currentProcessor(), std::memory_order_relaxed);
    packets().head.store(m_writer.position(), std::memory_order_seq_cst);
    if (attached() && proposals().helperSleeps.load(std::memory_order_seq_cst) != 0) {
        packets().wakeups.fetch_add(1, std::memory_order_seq_cst);
        futexWakeAll(packets().wakeups);
    }
}

PacketChannel::StoredPacket PacketChannel::packetAt(std::uint64_t position) const
{
    const auto stored = m_stored.at(position);
    StoredPacket packet;
    std::memcpy(&packet.record, stored.bytes.data(), sizeof packet.record);
    packet.payload = stored.bytes.subspan(sizeof packet.record, packet.record.payloadLength);
    return packet;
}

PacketChannel::Taken PacketChannel::take(Proposal &into)
{
    if (!attached()) {
        return {};
    }
    const auto record = m_reader.next(proposals().head.load(std::memory_order_acquire));
    if (m_reader.broken()) {
        return {Taken::What::Nonsense, "its ring of proposals leads nowhere"};
    }
    if (!record) {
        return {};
    }
    Taken taken;
    if (record->kind == static_cast<std::uint32_t>(ToGate::Ready)) {
        taken.what = Taken::What::Ready;
    } else if (record->kind == static_cast<std::uint32_t>(ToGate::Proposal) && loadProposal(record->bytes, into)) {
        taken.what = Taken::What::Proposal;
    } else if (record->kind == static_cast<std::uint32_t>(ToGate::PortRequest)
        && record->bytes.size() >= sizeof m_portRequest) {
        taken.what = Taken::What::PortRequest;
        std::memcpy(&m_portRequest, record->bytes.data(), sizeof m_portRequest);
    } else {
        taken = {Taken::What::Nonsense, "a message of unknown kind or impossible size"};
    }
    packets().proposalsTaken.store(m_reader.position(), std::memory_order_release);
    return taken;
}

void PacketChannel::answerPortRequest(std::uint16_t port)
{
    packets().portAnswer.store(port, std::memory_order_relaxed);
    packets().portAnswers.fetch_add(1, std::memory_order_seq_cst);
    futexWakeAll(packets().portAnswers);
}

bool PacketChannel::hasMessages() const
{
    return attached() && proposals().head.load(std::memory_order_acquire) != m_reader.position();
}

bool PacketChannel::prepareToSleep()
{
    packets().gateSleeps.store(1, std::memory_order_seq_cst);
    if (attached() && proposals().head.load(std::memory_order_seq_cst) != m_reader.position()) {
        awake();
        return false;
    }
    return true;
}

void PacketChannel::awake()
{
    packets().gateSleeps.store(0, std::memory_order_relaxed);
}

Result<HelperChannel> HelperChannel::open(Fd packetsFd, Fd proposalsFd, Fd wakeGate)
{
    auto packets = SharedMemory::mapReadOnly(std::move(packetsFd));
    if (!packets) {
        return packets.error();
    }
    auto proposals = SharedMemory::mapWritable(std::move(proposalsFd));
    if (!proposals) {
        return proposals.error();
    }
    if (!isChannelArea<PacketsHeader>(*packets, PacketsMagic)
        || !isChannelArea<ProposalsHeader>(*proposals, ProposalsMagic)) {
        return Error {ErrorCode::InvalidArgument, "the packet channel is of another version; restart trackhandd"};
    }
    packets->closeFd();
    proposals->closeFd();
    return HelperChannel(packets.take(), proposals.take(), std::move(wakeGate));
}

HelperChannel::HelperChannel(SharedMemory packetsMemory, SharedMemory proposalsMemory, Fd wakeGate)
    : m_packets(std::move(packetsMemory))
    , m_proposals(std::move(proposalsMemory))
    , m_wakeGate(std::move(wakeGate))
    , m_reader(areaOf<PacketsHeader>(m_packets), 0)
    , m_writer(areaOf<ProposalsHeader>(m_proposals), 0)
    , m_spin(LookOut)
{
}

std::uint8_t *HelperChannel::reserve(ToGate kind, std::size_t bytes)
{
    std::uint8_t *to = nullptr;
    while (!(to = m_writer.reserve(static_cast<std::uint32_t>(kind), bytes, packets().proposalsTaken.load()))) {
        // A megabyte of proposals waits: the gate is behind, and there is nothing better to do than to let it run.
        publish();
        ::clock_nanosleep(CLOCK_MONOTONIC, 0, &FullRingPause, nullptr);
    }
    return to;
}

void HelperChannel::sayReady()
{
    reserve(ToGate::Ready, 0);
    m_writer.commit();
    publish();
}

std::optional<HelperChannel::NextPacket> HelperChannel::next()
{
    if (!m_started) {
        m_started = true;
        m_reader = ByteRing::Reader(areaOf<PacketsHeader>(m_packets), packets().start.load(std::memory_order_acquire));
    }
    const auto record = m_reader.next(packets().head.load(std::memory_order_acquire));
    if (!record || record->bytes.size() < sizeof(PacketRecord)) {
        return std::nullopt;
    }
    NextPacket packet;
    std::memcpy(&packet.record, record->bytes.data(), sizeof packet.record);
    const auto rest = record->bytes.subspan(sizeof packet.record);
    packet.payload = rest.first(std::min<std::size_t>(rest.size(), packet.record.payloadLength));
    return packet;
}

void HelperChannel::propose(const Proposal &proposal)
{
    storeProposal(proposal, reserve(ToGate::Proposal, proposalSize(proposal)));
    m_writer.commit();
}

void HelperChannel::askForPorts(const PortRequest &request)
{
    std::memcpy(reserve(ToGate::PortRequest, sizeof request), &request, sizeof request);
    m_writer.commit();
    publish();
}

std::optional<std::uint16_t> HelperChannel::requestPorts(const PortRequest &request)
{
    const std::uint32_t answered = packets().portAnswers.load(std::memory_order_relaxed);
    askForPorts(request);
    while (packets().portAnswers.load(std::memory_order_acquire) == answered) {
        futexWait(packets().portAnswers, answered);
    }
    const auto port = static_cast<std::uint16_t>(packets().portAnswer.load(std::memory_order_relaxed));
    return port != 0 ? std::optional(port) : std::nullopt;
}

void HelperChannel::publish()
{
    proposals().packetsTaken.store(m_reader.position(), std::memory_order_relaxed);
    proposals().head.store(m_writer.position(), std::memory_order_seq_cst);
    if (packets().gateSleeps.load(std::memory_order_seq_cst) != 0) {
        ring(m_wakeGate);
    }
}

bool HelperChannel::hasPackets() const
{
    return packets().head.load(std::memory_order_acquire) != m_reader.position();
}

void HelperChannel::wait()
{
    const bool came = m_spin.spin([this] { return hasPackets(); });
    if (m_spin.crowdedOut()) {
        // Where the gate is it gives way while it waits for this very process; here somebody is who does not.
        m_processorChange.to(packets().gateProcessor.load(std::memory_order_relaxed));
    }
    if (came) {
        return;
    }
    const std::uint32_t seen = packets().wakeups.load(std::memory_order_seq_cst);
    proposals().helperSleeps.store(1, std::memory_order_seq_cst);
    if (packets().head.load(std::memory_order_seq_cst) == m_reader.position()) {
        futexWait(packets().wakeups, seen);
    }
    proposals().helperSleeps.store(0, std::memory_order_relaxed);
    m_spin.slept();
}

} // namespace Trackhand::Wire
