// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperrunner.h"
#include "helpers/replay/capturereader.h"
#include "helpers/replay/conntrackmodel.h"
#include "wire/base/result.h"
#include "wire/ring/event.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace Trackhand {

/// What a replay has counted.
struct ReplaySummary {
    std::uint64_t frames = 0; ///< read from the file
    std::uint64_t packets = 0; ///< judged by the helper
    std::uint64_t expectations = 0; ///< made
    std::uint64_t matched = 0; ///< connections that an expectation let through
    std::uint64_t unmatched = 0; ///< expectations that no connection of the capture matched
    std::uint64_t malformed = 0; ///< IP packets shorter than their headers claim
    double seconds = 0; ///< that the replay took
    std::string problem; ///< why reading ended before the end of the file; empty when it did not
};

/// Runs a helper over a capture file, with a model of conntrack around it, and tells what happens in the events of a
/// live system. The same helper code as live; no kernel, no rights. Memory does not grow with the file.
class Replay {
public:
    struct PortRange {
        std::uint16_t first = 0;
        std::uint16_t last = 0;
    };
    /// An event and the number of the frame that caused it, from 1.
    using Sink = std::function<void(const EventRecord &event, std::uint64_t frame)>;

    /// Attaches @p helper to connections to @p ports; when empty to its usual ports, or to all when it has none.
    Replay(std::unique_ptr<Helper> helper, std::vector<PortRange> ports);

    /// Once an object. An error when the file cannot be opened; a file that turns out to be damaged later gives what
    /// was read so far, and ReplaySummary::problem.
    Result<ReplaySummary> run(const std::string &file, const Sink &sink);

private:
    void onFrame(const CaptureReader::Frame &frame, const Sink &sink);
    void judge(const CaptureReader::Frame &frame, const PacketHeaders &headers, const ConntrackModel::Seen &seen,
        const Sink &sink);
    void expect(const CaptureReader::Frame &frame, const ConntrackModel::Entry &master, const Sink &sink);
    void report(EventAction action, const ConntrackModel::Expectation &expectation, const CaptureReader::Frame &frame,
        const Sink &sink) const;
    bool isAttachedTo(const Tuple &original) const;
    bool hasPort(std::uint16_t port) const;

    HelperRunner m_runner;
    std::vector<PortRange> m_ports;
    ConntrackModel m_conntrack;
    std::unique_ptr<Wire::Proposal> m_proposal;
    std::vector<ConntrackModel::Expectation> m_gone;
    ReplaySummary m_summary;
    std::uint64_t m_everMatched = 0;
};

} // namespace Trackhand
