// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/packet/answermemory.h"
#include "helpers/packet/connection.h"
#include "helpers/packet/expectations.h"
#include "helpers/packet/linereader.h"
#include "helpers/packet/packet.h"
#include "helpers/packet/replacementmemory.h"
#include "helpers/packet/rewrite.h"
#include "helpers/packet/streamview.h"
#include "helpers/script/acts.h"

#include <array>
#include <cstdint>
#include <memory>

namespace Trackhand::Script {

/// How a script wants to read TCP.
enum class View : std::uint8_t { Packets, Lines, Stream };

/// What a script's helper keeps for one connection.
class Flow : public FlowState {
public:
    explicit Flow(View view);
    void reset() override;

    /// Takes a segment. Its bytes are borrowed until drain(), which reads what the script left unread.
    void add(const Packet &packet);
    void drain(Direction direction);

    /// Both directions, if the script reads lines, or streams.
    std::unique_ptr<std::array<LineReader, 2>> lines;
    std::unique_ptr<std::array<StreamView, 2>> streams;
    std::unique_ptr<std::array<AnswerMemory, 2>> answers;
    std::unique_ptr<std::array<ReplacementMemory, 2>> replacements;
    int table = 0; ///< registry reference of the script's own table for it, or 0
    bool tableIsOld = false; ///< of an earlier connection in the same place
};

/// One call of on_packet: what the script can reach through its two arguments.
struct Call {
    const HelperDescriptor &descriptor;
    const Packet &packet;
    Connection &connection;
    Expectations &expectations;
    Rewrite &rewrite;
    Flow &flow;
    bool drop = false;
    std::uint32_t pieceEnd = 0; ///< sequence number behind the line or stretch of the stream in hand
    bool hasPiece = false;
    Acts *acts = nullptr; ///< for who wants to know the lines

    std::size_t side() const { return static_cast<std::size_t>(packet.direction()); }
};

} // namespace Trackhand::Script
