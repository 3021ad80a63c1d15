// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/replay.h"

#include <algorithm>
#include <chrono>

namespace Trackhand {

namespace {

constexpr std::uint8_t PostRouting = 4; // where the kernel queues forwarded packets for helpers
constexpr std::uint64_t NsPerSecond = 1'000'000'000;

std::vector<Replay::PortRange> usualPorts(const HelperDescriptor &descriptor)
{
    std::vector<Replay::PortRange> ranges;
    for (const std::uint16_t port : descriptor.ports) {
        ranges.push_back({port, port});
    }
    return ranges;
}

} // namespace

Replay::Replay(std::unique_ptr<Helper> helper, std::vector<PortRange> ports)
    : m_runner(std::move(helper))
    , m_ports(ports.empty() ? usualPorts(m_runner.descriptor()) : std::move(ports))
    , m_proposal(std::make_unique<Wire::Proposal>())
{
}

Result<ReplaySummary> Replay::run(const std::string &file, const Sink &sink)
{
    auto reader = CaptureReader::open(file);
    if (!reader) {
        return reader.error();
    }
    const auto begin = std::chrono::steady_clock::now();
    CaptureReader::Frame frame;
    CaptureReader::Next next = reader->next(frame);
    for (; next == CaptureReader::Next::Frame; next = reader->next(frame)) {
        onFrame(frame, sink);
    }
    if (next == CaptureReader::Next::Damaged) {
        m_summary.problem = reader->problem();
    }
    m_summary.unmatched = m_summary.expectations - m_everMatched;
    m_summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return m_summary;
}

void Replay::onFrame(const CaptureReader::Frame &frame, const Sink &sink)
{
    ++m_summary.frames;
    m_gone.clear();
    m_conntrack.expire(frame.timeNs, m_gone);
    for (const auto &expectation : m_gone) {
        report(EventAction::Expired, expectation, frame, sink);
    }
    if (frame.packet.empty()) {
        return;
    }
    const auto headers = parseHeaders(frame.packet);
    if (!headers) {
        ++m_summary.malformed;
        return;
    }
    if (headers->fragment || headers->tuple.l4 == L4Protocol::Unspecified) {
        return;
    }
    const Tuple &tuple = headers->tuple;
    const bool fromServer = hasPort(tuple.sourcePort) && !hasPort(tuple.destinationPort);
    ConntrackModel::Seen seen = m_conntrack.see(*headers, frame.timeNs, fromServer);
    if (seen.isNew) {
        if (const auto expectation = m_conntrack.match(seen.entry->original)) {
            ++m_summary.matched;
            m_everMatched += expectation->matchedBefore ? 0 : 1;
            seen.entry->expected = true;
            report(EventAction::Matched, *expectation, frame, sink);
        }
        // As in the kernel: an expected connection takes no helper from a rule.
        seen.entry->helped = !seen.entry->expected && isAttachedTo(seen.entry->original);
    }
    if (seen.entry->helped) {
        judge(frame, *headers, seen, sink);
    }
}

void Replay::judge(
    const CaptureReader::Frame &frame, const PacketHeaders &headers, const ConntrackModel::Seen &seen, const Sink &sink)
{
    ConntrackModel::Entry &entry = *seen.entry;
    Wire::PacketRecord record;
    record.packetId = static_cast<std::uint32_t>(++m_summary.packets);
    record.payloadLength = static_cast<std::uint32_t>(frame.packet.size());
    record.originalLength = frame.originalLength;
    record.receivedNs = frame.timeNs;
    record.hwProtocol = frame.etherType;
    record.hook = PostRouting;
    record.ctInfo = seen.ctInfo;
    record.ctId = entry.id;
    record.original = entry.original;
    record.reply = entry.original.inverted();
    record.helperDataLength = m_runner.descriptor().privateDataLength;
    record.helperData = entry.helperData;
    m_runner.judge(record, frame.packet, *m_proposal);
    if (m_proposal->helperDataChanged) {
        entry.helperData = m_proposal->helperData;
    }

    EventRecord event = emptyEvent(EventKind::Packet);
    event.timeNs = frame.timeNs;
    event.outcome = static_cast<std::uint8_t>(m_proposal->verdict);
    event.ctInfo = record.ctInfo;
    event.flags = m_proposal->mangled ? EventFlag::Mangled : std::uint8_t {0};
    event.hook = record.hook;
    event.hwProtocol = record.hwProtocol;
    event.packetId = record.packetId;
    event.payloadLength = record.payloadLength;
    event.setTuple(headers.tuple);
    event.setHelper(m_runner.descriptor().name);
    event.setNote(m_proposal->noteText());
    sink(event, frame.number);
    expect(frame, entry, sink);
}

void Replay::expect(const CaptureReader::Frame &frame, const ConntrackModel::Entry &master, const Sink &sink)
{
    const auto &classes = m_runner.descriptor().classes;
    for (std::size_t i = 0; i < m_proposal->expectationCount; ++i) {
        const Wire::ExpectationProposal &proposal = m_proposal->expectations[i];
        const ExpectationClass &kind = classes[std::min<std::size_t>(proposal.classIndex, classes.size() - 1)];
        ConntrackModel::Expectation expectation {proposal, master.original, master.id, kind.timeoutSeconds,
            frame.timeNs + kind.timeoutSeconds * NsPerSecond};
        m_gone.clear();
        const auto added = m_conntrack.expect(expectation, kind.maximum, m_gone);
        for (const auto &evicted : m_gone) {
            report(EventAction::Evicted, evicted, frame, sink);
        }
        if (added == ConntrackModel::Added::New) {
            ++m_summary.expectations;
            report(EventAction::New, expectation, frame, sink);
        }
    }
}

void Replay::report(EventAction action, const ConntrackModel::Expectation &expectation,
    const CaptureReader::Frame &frame, const Sink &sink) const
{
    const HelperDescriptor &descriptor = m_runner.descriptor();
    const Wire::ExpectationProposal &proposal = expectation.proposal;
    EventRecord event = emptyEvent(EventKind::Expectation);
    event.timeNs = frame.timeNs;
    event.outcome = static_cast<std::uint8_t>(action);
    event.setTuple(proposal.tuple);
    event.setMasterTuple(expectation.master);
    event.timeoutSeconds = expectation.timeoutSeconds;
    event.setHelper(descriptor.name);
    event.expectation.classIndex = proposal.classIndex;
    if (proposal.classIndex < descriptor.classes.size()) {
        const std::string &name = descriptor.classes[proposal.classIndex].name;
        std::copy_n(
            name.begin(), std::min(name.size(), sizeof event.expectation.className - 1), event.expectation.className);
    }
    const bool anySource = proposal.fromAnywhere();
    const bool permanent = (proposal.flags & Wire::ExpectationFlag::Permanent) != 0;
    event.flags =
        static_cast<std::uint8_t>((anySource ? EventFlag::AnySource : 0) | (permanent ? EventFlag::Permanent : 0)
            | (proposal.nat == Wire::NatFunction::FollowMaster ? EventFlag::Nat : 0));
    sink(event, frame.number);
}

bool Replay::isAttachedTo(const Tuple &original) const
{
    const HelperDescriptor &descriptor = m_runner.descriptor();
    return std::ranges::find(descriptor.l4, original.l4) != descriptor.l4.end()
        && std::ranges::find(descriptor.l3, original.source.family) != descriptor.l3.end()
        && (m_ports.empty() || hasPort(original.destinationPort));
}

bool Replay::hasPort(std::uint16_t port) const
{
    return std::ranges::any_of(
        m_ports, [port](const PortRange &range) { return port >= range.first && port <= range.last; });
}

} // namespace Trackhand
