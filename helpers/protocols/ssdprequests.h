// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "helpers/packet/answermemory.h"
#include "helpers/packet/linereader.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace Trackhand {

/// The HTTP requests of one TCP connection, as far as UPnP's events need them: which method, which headers. Bodies are
/// passed over by their Content-Length, so that nothing in them is taken for a request. What cannot be followed (a body
/// in chunks, a gap, another protocol) is not guessed: nothing more of the connection is read then.
class SsdpFlow : public FlowState {
public:
    void reset() override;

    /// A line of a request's head.
    struct HeadLine {
        enum class Kind : std::uint8_t { Request, Header } kind;
        std::string_view text;
        std::uint32_t sequence = 0; ///< of its first byte
        std::uint32_t endSequence = 0; ///< of the byte behind its line feed
    };
    /// The next one, or nothing until more segments come.
    std::optional<HeadLine> next();

    /// Whether the request that the last line belongs to is a SUBSCRIBE.
    bool subscribes() const { return m_subscribes; }

    LineReader lines;
    AnswerMemory answers;

private:
    enum class Place : std::uint8_t { Request, Head, Body, Lost };
    std::optional<HeadLine> onLine(const LineReader::Line &line);
    bool leaveBody(const LineReader::Line &line, std::string_view &text);
    void onHeader(std::string_view text, std::uint32_t endSequence);

    Place m_place = Place::Request;
    bool m_subscribes = false;
    std::uint32_t m_bodyLength = 0;
    std::uint32_t m_bodyEnd = 0; ///< sequence of the byte behind it
};

} // namespace Trackhand
