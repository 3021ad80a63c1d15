// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/verdictwriter.h"

#include "backend/gate/expectationmessage.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <libmnl/libmnl.h>
#include <libnetfilter_queue/libnetfilter_queue.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nfnetlink_conntrack.h>
#include <linux/netfilter/nfnetlink_queue.h>

namespace Trackhand {

VerdictWriter::VerdictWriter(std::uint16_t queue, std::string_view helper, std::size_t dataLength)
    : m_queue(queue)
    , m_dataLength(std::min(dataLength, Wire::HelperDataSize))
    , m_buffer(std::make_unique_for_overwrite<std::uint8_t[]>(BufferSize))
{
    std::memcpy(m_helper.data(), helper.data(), std::min(helper.size(), m_helper.size() - 1));
}

nlmsghdr *VerdictWriter::begin(std::uint8_t type, std::uint32_t id, Verdict verdict)
{
    nlmsghdr *message = nfq_nlmsg_put(reinterpret_cast<char *>(m_buffer.get()) + m_size, type, m_queue);
    message->nlmsg_seq = id;
    nfq_nlmsg_verdict_put(message, static_cast<int>(id), verdict == Verdict::Drop ? NF_DROP : NF_ACCEPT);
    return message;
}

void VerdictWriter::finish(const nlmsghdr *message)
{
    m_size += MNL_ALIGN(message->nlmsg_len);
}

void VerdictWriter::acceptUpTo(std::uint32_t id)
{
    finish(begin(NFQNL_MSG_VERDICT_BATCH, id, Verdict::Accept));
}

void VerdictWriter::put(std::uint32_t id, Verdict verdict)
{
    finish(begin(NFQNL_MSG_VERDICT, id, verdict));
}

void VerdictWriter::put(const Wire::Proposal &proposal, const Wire::ExpectationProposal *expectation)
{
    nlmsghdr *message = begin(NFQNL_MSG_VERDICT, proposal.packetId, proposal.verdict);
    // Even an empty NFQA_CT is what makes the kernel look at NFQA_EXP and adjust TCP sequence numbers of a mangled
    // packet.
    nlattr *conntrack = mnl_attr_nest_start(message, NFQA_CT);
    if (proposal.helperDataChanged) {
        nlattr *help = mnl_attr_nest_start(message, CTA_HELP);
        mnl_attr_put_strz(message, CTA_HELP_NAME, m_helper.data());
        mnl_attr_put(message, CTA_HELP_INFO, m_dataLength, proposal.helperData.data());
        mnl_attr_nest_end(message, help);
    }
    mnl_attr_nest_end(message, conntrack);
    if (expectation) {
        nlattr *nest = mnl_attr_nest_start(message, NFQA_EXP);
        putExpectation(message, *expectation);
        mnl_attr_nest_end(message, nest);
    }
    if (proposal.mangled) {
        mnl_attr_put(message, NFQA_PAYLOAD, proposal.payloadLength, proposal.payload.data());
    }
    finish(message);
}

std::span<const std::uint8_t> VerdictWriter::messages() const
{
    return {m_buffer.get(), m_size};
}

void VerdictWriter::sent()
{
    m_size = 0;
}

} // namespace Trackhand
