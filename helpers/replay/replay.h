// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/replay/attachedhelper.h"
#include "helpers/replay/capturereader.h"
#include "helpers/replay/conntrackmodel.h"
#include "helpers/replay/fragments.h"
#include "helpers/replay/replayedexpectations.h"
#include "wire/base/result.h"
#include "wire/ring/event.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Trackhand {

/// What a replay has counted.
struct ReplaySummary {
    std::uint64_t frames = 0; ///< read from the file
    std::uint64_t packets = 0; ///< judged by a helper
    std::uint64_t expectations = 0; ///< made
    std::uint64_t matched = 0; ///< connections that an expectation let through
    std::uint64_t unmatched = 0; ///< expectations that no connection of the capture matched
    std::uint64_t malformed = 0; ///< IP packets shorter than their headers claim
    std::uint64_t reassembled = 0; ///< datagrams that came in fragments
    std::uint64_t incomplete = 0; ///< datagrams of which fragments are missing or do not fit each other
    double seconds = 0; ///< that the replay took
    std::string problem; ///< why reading ended before the end of the file; empty when it did not
};

/// How far a replay has come.
struct ReplayProgress {
    std::uint64_t frames = 0;
    std::uint64_t bytesRead = 0;
    std::uint64_t bytes = 0; ///< of the file; 0 when nobody knows, as of a pipe
};

/// Runs helpers over a capture file, with a model of conntrack around them, and tells what happens in the events of a
/// live system. The same helper code as live; no kernel, no rights. Memory does not grow with the file.
class Replay {
public:
    /// An event and the number of the frame that caused it, from 1.
    using Sink = std::function<void(const EventRecord &event, std::uint64_t frame)>;
    /// Asked once in a while; false ends the replay.
    using Watcher = std::function<bool(const ReplayProgress &progress)>;

    /// Each helper remembers @p flows connections at a time, as it does live.
    explicit Replay(std::size_t flows = HelperRunner::DefaultFlows)
        : m_flows(flows)
    {
    }

    /// Attaches @p helper to connections to @p ports; when empty to its usual ports, or to all when it has none. As in
    /// the kernel a connection has one helper: of several that want it, the one that was attached first.
    void attach(std::unique_ptr<Helper> helper, std::vector<ReplayPorts> ports = {});

    /// Once an object. An error when the file cannot be opened; a file that turns out to be damaged later gives what
    /// was read so far, and ReplaySummary::problem.
    Result<ReplaySummary> run(const std::string &file, const Sink &sink, const Watcher &watcher = {});

    /// The packet that is looked at, as its helper sees it, from its IP header on; only for a Sink.
    std::span<const std::uint8_t> packetInHand() const { return m_packet; }

private:
    using Expectation = ReplayedExpectations::Expectation;

    void onFrame();
    void onPacket(std::span<const std::uint8_t> packet, std::uint32_t originalLength);
    ConntrackModel::Seen connectionOf(const PacketHeaders &headers);
    std::optional<std::size_t> helperFor(
        const ConntrackModel::Entry &entry, const std::optional<Expectation> &matched) const;
    void judge(std::span<const std::uint8_t> packet, Wire::PacketRecord &record, const PacketHeaders &headers,
        ConntrackModel::Entry &entry);
    void expect(ConntrackModel::Entry &master);
    void report(EventAction action, const Expectation &expectation) const;
    void reportGone(EventAction action);
    bool isServerPort(std::uint16_t port) const;

    std::size_t m_flows;
    std::vector<std::unique_ptr<AttachedHelper>> m_helpers;
    FragmentReassembly m_fragments;
    ConntrackModel m_connections;
    ReplayedExpectations m_expectations;
    CaptureReader::Frame m_frame;
    std::span<const std::uint8_t> m_packet;
    const Sink *m_sink = nullptr;
    std::unique_ptr<Wire::Proposal> m_proposal = std::make_unique<Wire::Proposal>();
    std::vector<Expectation> m_gone;
    ReplaySummary m_summary;
    std::uint64_t m_everMatched = 0;
};

} // namespace Trackhand
