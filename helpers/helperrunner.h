// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/connectiontable.h"
#include "helpers/packet/rewrite.h"
#include "wire/channel/packetrecord.h"
#include "wire/channel/proposal.h"

#include <cstdint>
#include <memory>
#include <span>

namespace Trackhand {

class PortAuthority;

/// One helper over one flow table: what turns a packet into a proposal, live and in a replay. One thread.
class HelperRunner {
public:
    static constexpr std::size_t DefaultFlows = 2048;

    /// Room for @p flows connections, of which the least recently used one is forgotten when another begins.
    explicit HelperRunner(std::unique_ptr<Helper> helper, std::size_t flows = DefaultFlows);

    /// Who says which public ports are free; it must outlive the runner. Without one every port is.
    void setPortAuthority(PortAuthority *authority) { m_authority = authority; }

    /// Judges @p packet, whose bytes from the IP header on are @p bytes, and writes the whole of the answer to @p out.
    /// Always answers: what the helper cannot judge is accepted.
    void judge(const Wire::PacketRecord &packet, std::span<const std::uint8_t> bytes, Wire::Proposal &out) noexcept;

    const HelperDescriptor &descriptor() const { return m_helper->descriptor(); }

    struct Counters {
        std::uint64_t packets = 0;
        std::uint64_t malformed = 0; ///< shorter than their headers claim
        std::uint64_t withoutConntrack = 0;
        std::uint64_t flowsEvicted = 0; ///< forgotten because the table was full
    };
    Counters counters() const;

private:
    std::unique_ptr<Helper> m_helper;
    ConnectionTable m_flows;
    Rewrite m_rewrite;
    PortAuthority *m_authority = nullptr;
    Counters m_counters;
};

} // namespace Trackhand
