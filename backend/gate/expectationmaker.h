// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/expectationtable.h"
#include "wire/channel/packetrecord.h"
#include "wire/channel/proposal.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Trackhand {

/// Gives the expectations of one gate's packets to the kernel, each by the way that works for it:
///
///     of a flow that is confirmed    before the verdict, one by one: the kernel says how it went
///     of a flow's first packet       one in the verdict (only the last NFQA_EXP of a verdict is made), the others when
///                                    that is sent and the flow confirmed
///     with a helper of its own       in the verdict: elsewhere Linux takes no CTA_EXPECT_HELP_NAME
///
/// and reserves public ports where a payload announces one that is translated. A reservation is an expectation already,
/// so nobody else gets the port; one that the packet's proposal does not contain in the end is removed again.
/// Everything it is given was validated before.
class ExpectationMaker {
public:
    static constexpr std::size_t MaxReserved = 32; ///< ports at a time; a packet has at most 8 expectations

    explicit ExpectationMaker(std::unique_ptr<ExpectationTable> table);

    /// The first of the ports that are now reserved for a packet; the same ones for the same request of the same flow,
    /// for a packet that is shown to another process, or sent again, must not say another port. Ports that another host
    /// got come last: its expectation may be used up while the connection from it lives, and a server that connects from
    /// one fixed port, as FTP's do, cannot make that connection twice. Nothing when none is free.
    std::optional<std::uint16_t> reserve(const Wire::PortRequest &request, const Wire::PacketRecord &packet);

    struct Made {
        unsigned made = 0; ///< expectations that the kernel has, or will have with the verdict
        unsigned refused = 0; ///< by the kernel
        const Wire::ExpectationProposal *inVerdict = nullptr; ///< one of the proposal's, to be sent with its verdict
    };
    /// Makes the expectations of a proposal that is about to be answered.
    Made make(const Wire::Proposal &proposal, const Wire::PacketRecord &packet);

    /// Whether some wait for a verdict to be sent.
    bool hasLate() const { return !m_late.empty(); }
    /// Makes those, after it was. How many the kernel refused.
    unsigned makeLate();

    /// The packet was answered without a proposal: gives back what was reserved for it.
    void giveBack(std::uint32_t packetId);

private:
    struct Reserved {
        std::uint32_t packetId = 0;
        Wire::ExpectationProposal expectation; ///< with the public port
        bool created = false; ///< the kernel has it; otherwise its flow is not confirmed yet
        bool wanted = false;
    };
    struct Late {
        Tuple master;
        Wire::ExpectationProposal expectation;
    };
    /// Which public ports, one behind the other, private ones got.
    struct Memory {
        Tuple master;
        Wire::PortRequest request;
        std::uint16_t publicPort = 0;
    };
    static constexpr std::size_t MemorySize = 256;
    enum class Whose { OursToo, NobodysYet }; ///< what counts as free: also what this flow already expects, or not

    std::optional<std::uint16_t> findPort(const Wire::PortRequest &request, const Wire::PacketRecord &packet);
    bool reserveAt(std::uint16_t port, Whose whose, const Wire::PortRequest &request, const Wire::PacketRecord &packet);
    bool isHad(
        const Wire::ExpectationProposal &expectation, Whose whose, const Wire::PacketRecord &packet, bool &created);
    bool isAnothers(std::uint16_t port, const Wire::PortRequest &request) const;
    std::span<const Memory> memories() const { return std::span(m_memory).first(std::min(m_memoryUsed, MemorySize)); }
    Memory *remembered(const Wire::PortRequest &request, const Wire::PacketRecord &packet);
    Reserved *reservation(std::uint32_t packetId, const Wire::ExpectationProposal &expectation);
    void makeOne(const Wire::ExpectationProposal &expectation, const Wire::PacketRecord &packet, Made &made);

    std::unique_ptr<ExpectationTable> m_table;
    std::vector<Reserved> m_reserved;
    std::vector<Late> m_late;
    std::array<Memory, MemorySize> m_memory {};
    std::size_t m_memoryUsed = 0; ///< ever; the place of the next one is this modulo MemorySize
};

} // namespace Trackhand
