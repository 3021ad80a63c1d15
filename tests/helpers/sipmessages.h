// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conversation.h"

#include <string>
#include <string_view>

namespace Trackhand::Test {

struct SipFields {
    std::string via = "SIP/2.0/UDP 10.0.1.2:5060;branch=z9hG4bK1";
    std::string from = "<sip:alice@example.org>;tag=1";
    std::string to = "<sip:bob@example.org>";
    std::string contact = {}; ///< empty: no such field
    std::string callId = "call@example.org";
    std::string sequence = {}; ///< empty: the number 1 and the method of a request, INVITE of a response
    std::string expires = {};
    std::string contentType = "application/sdp";
    bool bare = false; ///< the body is not to be preceded by v= and o= lines
};

/// A message whose body describes @p media (lines from c= on); without a body when that is empty.
std::string sipMessage(std::string_view startLine, std::string_view media = {}, const SipFields &fields = {});

/// A conversation between a phone at port 5060 of the client and one at port 5060 of the server.
class SipCall : public Conversation {
public:
    explicit SipCall(bool ipv6 = false, bool tcp = false, const HelperOptions &options = {});

    const Wire::Proposal &say(int from, std::string_view text) { return from == 0 ? client(text) : server(text); }
};

} // namespace Trackhand::Test
