// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"
#include "wire/base/result.h"
#include "wire/channel/proposal.h"

namespace Trackhand {

/// Makes expectations by a ctnetlink message of its own, before the packet's verdict: the only way to learn whether the
/// kernel took one, since errors of NFQA_EXP are reported to nobody. The master must be confirmed (Linux answers ENOENT
/// for a pending first packet); one gate, one creator.
class ExpectationCreator {
public:
    static Result<ExpectationCreator> open();

    enum class Outcome {
        Created,
        AlreadyThere, ///< the same one exists: a retransmitted command
        Refused,
    };
    /// Waits for the kernel's answer, which comes at once (ctnetlink answers within the system call).
    Outcome create(const Tuple &master, const Wire::ExpectationProposal &expectation);

private:
    explicit ExpectationCreator(Fd fd);

    Fd m_fd;
    std::uint32_t m_sequence = 0;
};

} // namespace Trackhand
