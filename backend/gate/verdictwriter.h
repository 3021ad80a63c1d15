// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/channel/packetrecord.h"
#include "wire/channel/proposal.h"

#include <cstdint>
#include <memory>
#include <span>

struct nlmsghdr;

namespace Trackhand {

/// Collects verdict messages of one queue for one send. Every message carries its packet's id as sequence number, so
/// that an error that comes back can be told apart. Only what was validated comes in here: NFQA_EXP without a mask
/// would oops Linux up to 6.12.
class VerdictWriter {
public:
    /// @p helper: the name to store private data under. @p dataLength: bytes of it that the kernel keeps; more must not
    /// reach it, because some of its own code takes the rest for something else.
    VerdictWriter(std::uint16_t queue, std::string_view helper, std::size_t dataLength);

    /// "Accept" for every packet with this id or an earlier one.
    void acceptUpTo(std::uint32_t id);

    /// "Accept" or "drop" out of turn.
    void put(std::uint32_t id, Verdict verdict);

    /// A verdict with what else the helper asked for. The NFQA_CT nest is minimal: echoing the whole conntrack would
    /// lose expectations to a stale status (EBUSY inside the kernel, reported to nobody).
    /// @p expectation: made with the verdict, for a flow that is not confirmed yet; or null.
    void put(const Wire::Proposal &proposal, const Wire::ExpectationProposal *expectation);

    /// What to send, and an empty writer again after sent().
    std::span<const std::uint8_t> messages() const;
    void sent();
    bool empty() const { return m_size == 0; }
    bool needsFlush() const { return m_size > BufferSize - MessageReserve; }

private:
    // Netlink refuses a message of more than the socket's send buffer, 208 KiB where nobody changed it (EMSGSIZE), and
    // every verdict in it would be lost.
    static constexpr std::size_t BufferSize = 192 * 1024;
    static constexpr std::size_t MessageReserve = 68 * 1024; // one mangled packet of 64 KiB and its attributes

    nlmsghdr *begin(std::uint8_t type, std::uint32_t id, Verdict verdict);
    void finish(const nlmsghdr *message);

    std::uint16_t m_queue;
    std::size_t m_dataLength;
    std::array<char, 16> m_helper {};
    std::unique_ptr<std::uint8_t[]> m_buffer;
    std::size_t m_size = 0;
};

} // namespace Trackhand
