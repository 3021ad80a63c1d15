// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/protocols/rpcsyntax.h"
#include "wire/channel/proposal.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Trackhand::Rpc {

/// A call whose reply is awaited, or has come and may come again: datagrams get lost, and both sides send anew.
struct Question {
    Call call; ///< of Answer::Nothing where there is none
    std::optional<Wire::ExpectationProposal> answered; ///< what the reply led to
};

/// The last questions of one connection. A client that asks for more at a time loses the help for its oldest ones.
class Questions {
public:
    static constexpr std::size_t Size = 8;

    void reset()
    {
        m_questions.fill({});
        m_next = 0;
    }

    Question *find(std::uint32_t xid)
    {
        const auto found = std::ranges::find_if(m_questions,
            [xid](const Question &each) { return each.call.answer != Answer::Nothing && each.call.xid == xid; });
        return found == m_questions.end() ? nullptr : &*found;
    }

    /// The same call again is the same question.
    void ask(const Call &call)
    {
        Question *same = find(call.xid);
        Question &question = same ? *same : m_questions[m_next++ % Size];
        if (question.call != call) {
            question = {call, std::nullopt};
        }
    }

private:
    std::array<Question, Size> m_questions {};
    std::size_t m_next = 0;
};

} // namespace Trackhand::Rpc
