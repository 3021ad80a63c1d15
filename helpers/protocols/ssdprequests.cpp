// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/ssdprequests.h"

#include "helpers/protocols/ssdpsyntax.h"

namespace Trackhand {

void SsdpFlow::reset()
{
    lines.reset();
    answers.reset();
    m_place = Place::Request;
    m_subscribes = false;
}

std::optional<SsdpFlow::HeadLine> SsdpFlow::next()
{
    while (const auto line = lines.next()) {
        if (line->afterGap) {
            m_place = Place::Lost;
        }
        if (const auto found = onLine(*line)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<SsdpFlow::HeadLine> SsdpFlow::onLine(const LineReader::Line &line)
{
    std::string_view text = line.text;
    if (m_place == Place::Body && !leaveBody(line, text)) {
        return std::nullopt;
    }
    const auto sequence = line.beginSequence + static_cast<std::uint32_t>(text.data() - line.text.data());
    if (m_place == Place::Request && !text.empty()) {
        const auto method = Ssdp::requestMethod(text);
        m_place = method ? Place::Head : Place::Lost;
        m_subscribes = method == "SUBSCRIBE";
        m_bodyLength = 0;
        return method ? std::optional(HeadLine {HeadLine::Kind::Request, text, sequence, line.endSequence})
                      : std::nullopt;
    }
    if (m_place == Place::Head) {
        onHeader(text, line.endSequence);
        if (m_place == Place::Head && !line.cut) {
            return HeadLine {HeadLine::Kind::Header, text, sequence, line.endSequence};
        }
    }
    return std::nullopt;
}

/// Whether anything of the line lies behind the body; then @p text is that part of it.
bool SsdpFlow::leaveBody(const LineReader::Line &line, std::string_view &text)
{
    if (static_cast<std::int32_t>(line.endSequence - m_bodyEnd) <= 0) {
        return false;
    }
    m_place = Place::Request;
    const auto ofBody = static_cast<std::int32_t>(m_bodyEnd - line.beginSequence);
    if (ofBody > 0) { // the body did not end with a line feed
        if (line.cut || static_cast<std::size_t>(ofBody) > text.size()) {
            m_place = Place::Lost;
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(ofBody));
    }
    return true;
}

void SsdpFlow::onHeader(std::string_view text, std::uint32_t endSequence)
{
    if (text.empty()) {
        m_place = m_bodyLength == 0 ? Place::Request : Place::Body;
        m_bodyEnd = endSequence + m_bodyLength;
        m_subscribes = false;
    } else if (const auto length = Ssdp::headerValue(text, "CONTENT-LENGTH")) {
        const auto bytes = Ssdp::parseLength(*length);
        m_place = bytes ? Place::Head : Place::Lost;
        m_bodyLength = bytes.value_or(0);
    } else if (Ssdp::headerValue(text, "TRANSFER-ENCODING")) {
        m_place = Place::Lost;
    }
}

} // namespace Trackhand
