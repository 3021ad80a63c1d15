// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sipmessages.h"

namespace Trackhand::Test {

namespace {

std::string field(std::string_view name, const std::string &value)
{
    return value.empty() ? std::string() : std::string(name) + ": " + value + "\r\n";
}

std::string sequenceOf(std::string_view startLine)
{
    const bool response = startLine.starts_with("SIP/");
    return "1 " + std::string(response ? "INVITE" : startLine.substr(0, startLine.find(' ')));
}

} // namespace

std::string sipMessage(std::string_view startLine, std::string_view media, const SipFields &fields)
{
    std::string body(media);
    if (!media.empty() && !fields.bare) {
        const bool ipv6 = media.find("IP6") != std::string_view::npos;
        body.insert(
            0, std::string("v=0\r\no=- 1 1 ") + (ipv6 ? "IN IP6 fd00:1::2" : "IN IP4 10.0.1.2") + "\r\ns=-\r\n");
    }
    return std::string(startLine) + "\r\n" + field("Via", fields.via) + field("From", fields.from)
        + field("To", fields.to) + field("Call-ID", fields.callId)
        + field("CSeq", fields.sequence.empty() ? sequenceOf(startLine) : fields.sequence)
        + field("Contact", fields.contact) + field("Expires", fields.expires)
        + (body.empty() ? std::string() : field("Content-Type", fields.contentType))
        + field("Content-Length", std::to_string(body.size())) + "\r\n" + body;
}

SipCall::SipCall(bool ipv6, bool tcp, const HelperOptions &options)
    : Conversation("sip", ipv6, options)
{
    original.sourcePort = 5060;
    original.l4 = tcp ? L4Protocol::Tcp : L4Protocol::Udp;
    reply = original.inverted();
    if (tcp) {
        open();
    }
}

} // namespace Trackhand::Test
