// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conversation.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace Trackhand::Test {

/// A flow whose first host (10.0.1.2 or fd00:1::2) asks a group.
class GroupFlow : public Conversation {
public:
    GroupFlow(
        std::string_view helper, std::string_view group, std::uint16_t fromPort, const HelperOptions &options = {})
        : Conversation(helper, group.find(':') != std::string_view::npos, options)
    {
        original.destination = *IpAddress::parse(group);
        original.sourcePort = fromPort;
        reply = original.inverted();
    }

    /// Whether exactly one expectation was made, which any number of hosts may use that differ in these last bits.
    bool expectsManyFrom(unsigned looseBits) const
    {
        const auto &only = proposal().expectations[0];
        return proposal().expectationCount == 1 && only.flags == Wire::ExpectationFlag::Permanent
            && only.looseSourceBits == looseBits && only.classIndex == 0 && only.tuple.l4 == L4Protocol::Udp;
    }
    bool expectsManyFromAnyHost() const { return expectsManyFrom(original.source.size() * 8); }

    bool notes(std::string_view text) const { return note().find(text) != std::string::npos; }

    /// Garbage of all lengths up to 600, and every beginning of @p question but the whole of it: everything is
    /// accepted, and expected only where @p mayExpect says that what was sent may be a question.
    template <typename Predicate>
    bool survivesGarbage(std::string_view question, Predicate mayExpect)
    {
        std::uint32_t state = 12345;
        for (std::size_t length = 0; length < 600; ++length) {
            std::string garbage(length, '\0');
            for (char &byte : garbage) {
                state = state * 1664525 + 1013904223;
                byte = static_cast<char>(state >> 24);
            }
            if (!accepts(garbage, mayExpect)) {
                return false;
            }
            garbage.replace(0, std::min(question.size(), length), question.substr(0, length));
            if (!accepts(garbage, mayExpect) || !accepts(question.substr(0, length), mayExpect)) {
                return false;
            }
        }
        return true;
    }

private:
    template <typename Predicate>
    bool accepts(std::string_view text, Predicate mayExpect)
    {
        const auto &answer = client(text);
        return answer.verdict == Verdict::Accept && !answer.mangled
            && (answer.expectationCount == 0 || (answer.expectationCount == 1 && mayExpect(text)));
    }
};

} // namespace Trackhand::Test
