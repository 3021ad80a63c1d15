// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/replay/replay.h"

#include <algorithm>
#include <chrono>

namespace Trackhand {

namespace {

constexpr std::uint8_t PostRouting = 4; // where the kernel queues forwarded packets for helpers
constexpr std::uint64_t NsPerSecond = 1'000'000'000;
constexpr std::uint64_t FramesBetweenLooks = 512; // half a second at most, with a script that uses all it may

std::string_view childOf(const Wire::ExpectationProposal &proposal)
{
    const auto &name = proposal.childHelper;
    return {name.data(), static_cast<std::size_t>(std::ranges::find(name, '\0') - name.begin())};
}

} // namespace

void Replay::attach(std::unique_ptr<Helper> helper, std::vector<ReplayPorts> ports)
{
    m_helpers.push_back(std::make_unique<AttachedHelper>(std::move(helper), std::move(ports), m_flows));
}

Result<ReplaySummary> Replay::run(const std::string &file, const Sink &sink, const Watcher &watcher)
{
    auto reader = CaptureReader::open(file);
    if (!reader) {
        return reader.error();
    }
    m_sink = &sink;
    const auto begin = std::chrono::steady_clock::now();
    bool goOn = true;
    CaptureReader::Next next = reader->next(m_frame);
    for (; goOn && next == CaptureReader::Next::Frame; next = reader->next(m_frame)) {
        onFrame();
        if (watcher && m_summary.frames % FramesBetweenLooks == 0) {
            goOn = watcher({m_summary.frames, reader->bytesRead(), reader->size()});
        }
    }
    if (!goOn) {
        m_summary.problem = "ended after frame " + std::to_string(m_summary.frames);
    } else if (next == CaptureReader::Next::Damaged) {
        m_summary.problem = reader->problem();
    }
    m_summary.unmatched = m_summary.expectations - m_everMatched;
    m_summary.reassembled = m_fragments.reassembled();
    m_summary.incomplete = m_fragments.incomplete();
    m_summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return m_summary;
}

void Replay::onFrame()
{
    ++m_summary.frames;
    m_packet = m_frame.packet;
    m_expectations.expire(m_frame.timeNs, m_gone);
    reportGone(EventAction::Expired);
    if (m_frame.packet.empty()) {
        return;
    }
    const auto whole = m_fragments.add(m_frame.packet, m_frame.timeNs);
    if (whole) {
        m_packet = *whole;
        const bool isFrame = whole->data() == m_frame.packet.data();
        onPacket(*whole, isFrame ? m_frame.originalLength : static_cast<std::uint32_t>(whole->size()));
    }
}

void Replay::onPacket(std::span<const std::uint8_t> packet, std::uint32_t originalLength)
{
    const auto headers = parseHeaders(packet);
    if (!headers) {
        ++m_summary.malformed;
        return;
    }
    // What parseHeaders() knows no ports of is nothing that expectations or helpers speak of. It is also the place
    // where another protocol comes in: once it reads GRE's call ids as ports, everything below holds for GRE too.
    if (headers->fragment || headers->tuple.l4 == L4Protocol::Unspecified) {
        return;
    }
    const ConntrackModel::Seen seen = connectionOf(*headers);
    if (!seen.entry->helper) {
        return;
    }
    Wire::PacketRecord record;
    record.originalLength = originalLength;
    record.ctInfo = seen.ctInfo();
    judge(packet, record, *headers, *seen.entry);
}

ConntrackModel::Seen Replay::connectionOf(const PacketHeaders &headers)
{
    const Tuple &tuple = headers.tuple;
    const bool fromServer = isServerPort(tuple.sourcePort) && !isServerPort(tuple.destinationPort);
    const ConntrackModel::Seen seen = m_connections.see(headers, m_frame.timeNs, fromServer);
    if (seen.ended) {
        m_expectations.removeOf(*seen.ended, m_gone);
        reportGone(EventAction::Removed);
    }
    if (seen.isNew) {
        const auto matched = m_expectations.match(seen.entry->original);
        if (matched) {
            ++m_summary.matched;
            m_everMatched += matched->matchedBefore ? 0 : 1;
            seen.entry->expected = true;
            report(EventAction::Matched, *matched);
        }
        seen.entry->helper = helperFor(*seen.entry, matched);
    }
    return seen;
}

/// As in the kernel: an expected connection takes no helper from a rule, but has the one that the expectation names.
std::optional<std::size_t> Replay::helperFor(
    const ConntrackModel::Entry &entry, const std::optional<Expectation> &matched) const
{
    const auto found = std::ranges::find_if(m_helpers, [&](const auto &each) {
        return matched ? each->descriptor().name == childOf(matched->proposal) && each->canJudge(entry.original)
                       : each->wants(entry.original);
    });
    return found == m_helpers.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_helpers.begin()));
}

void Replay::judge(std::span<const std::uint8_t> packet, Wire::PacketRecord &record, const PacketHeaders &headers,
    ConntrackModel::Entry &entry)
{
    AttachedHelper &helper = *m_helpers[*entry.helper];
    record.packetId = static_cast<std::uint32_t>(++m_summary.packets);
    record.payloadLength = static_cast<std::uint32_t>(packet.size());
    record.receivedNs = m_frame.timeNs;
    record.hwProtocol = m_frame.etherType;
    record.hook = PostRouting;
    record.ctId = entry.id;
    record.original = entry.original;
    record.reply = entry.original.inverted();
    record.helperDataLength = helper.descriptor().privateDataLength;
    record.helperData = entry.helperData;
    helper.runner().judge(record, packet, *m_proposal);
    if (m_proposal->helperDataChanged) {
        entry.helperData = m_proposal->helperData;
    }

    EventRecord event = emptyEvent(EventKind::Packet);
    event.timeNs = m_frame.timeNs;
    event.outcome = static_cast<std::uint8_t>(m_proposal->verdict);
    event.ctInfo = record.ctInfo;
    event.flags = static_cast<std::uint8_t>(EventFlag::Replayed | (m_proposal->mangled ? EventFlag::Mangled : 0));
    event.hook = record.hook;
    event.hwProtocol = record.hwProtocol;
    event.packetId = record.packetId;
    event.payloadLength = record.payloadLength;
    event.setTuple(headers.tuple);
    event.setHelper(helper.descriptor().name);
    event.setNote(m_proposal->noteText());
    (*m_sink)(event, m_frame.number);
    expect(entry);
}

void Replay::expect(ConntrackModel::Entry &master)
{
    const auto &classes = m_helpers[*master.helper]->descriptor().classes;
    for (std::size_t i = 0; i < m_proposal->expectationCount; ++i) {
        const Wire::ExpectationProposal &proposal = m_proposal->expectations[i];
        if (proposal.classIndex >= classes.size()) {
            continue; // the kernel makes none of a class that was not registered
        }
        const ExpectationClass &kind = classes[proposal.classIndex];
        const Expectation expectation {proposal, master.original, master.id, kind.timeoutSeconds,
            m_frame.timeNs + kind.timeoutSeconds * NsPerSecond, *master.helper};
        const auto added = m_expectations.add(expectation, kind.maximum, m_gone);
        reportGone(EventAction::Evicted);
        if (added == ReplayedExpectations::Added::New) {
            ++m_summary.expectations;
            master.expects = true;
            report(EventAction::New, expectation);
        }
    }
}

void Replay::reportGone(EventAction action)
{
    for (const Expectation &expectation : m_gone) {
        report(action, expectation);
    }
    m_gone.clear();
}

void Replay::report(EventAction action, const Expectation &expectation) const
{
    const HelperDescriptor &descriptor = m_helpers[expectation.helper]->descriptor();
    const Wire::ExpectationProposal &proposal = expectation.proposal;
    EventRecord event = emptyEvent(EventKind::Expectation);
    event.timeNs = m_frame.timeNs;
    event.outcome = static_cast<std::uint8_t>(action);
    event.setTuple(proposal.tuple);
    event.setMasterTuple(expectation.master);
    event.timeoutSeconds = expectation.timeoutSeconds;
    event.setHelper(descriptor.name);
    event.expectation.classIndex = proposal.classIndex;
    const std::string &name = descriptor.classes[proposal.classIndex].name;
    std::copy_n(
        name.begin(), std::min(name.size(), sizeof event.expectation.className - 1), event.expectation.className);
    const bool permanent = (proposal.flags & Wire::ExpectationFlag::Permanent) != 0;
    event.flags = static_cast<std::uint8_t>((proposal.fromAnywhere() ? EventFlag::AnySource : 0)
        | (permanent ? EventFlag::Permanent : 0)
        | (proposal.nat == Wire::NatFunction::FollowMaster ? EventFlag::Nat : 0));
    (*m_sink)(event, m_frame.number);
}

bool Replay::isServerPort(std::uint16_t port) const
{
    return std::ranges::any_of(m_helpers, [port](const auto &each) { return each->hasPort(port); });
}

} // namespace Trackhand
