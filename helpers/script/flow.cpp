// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/call.h"

namespace Trackhand::Script {

Flow::Flow(View view)
{
    if (view == View::Lines) {
        lines = std::make_unique<std::array<LineReader, 2>>();
    } else if (view == View::Stream) {
        streams = std::make_unique<std::array<StreamView, 2>>();
    }
    if (view != View::Packets) {
        answers = std::make_unique<std::array<AnswerMemory, 2>>();
        replacements = std::make_unique<std::array<ReplacementMemory, 2>>();
    }
}

void Flow::reset()
{
    for (const std::size_t side : {0, 1}) {
        if (lines) {
            (*lines)[side].reset();
        }
        if (streams) {
            (*streams)[side].reset();
        }
        if (answers) {
            (*answers)[side].reset();
            (*replacements)[side].reset();
        }
    }
    tableIsOld = true; // emptied when the script next asks for it, where Lua's errors have somewhere to go
}

void Flow::add(const Packet &packet)
{
    const auto here = static_cast<std::size_t>(packet.direction());
    const auto there = static_cast<std::size_t>(opposite(packet.direction()));
    if (lines) {
        if (packet.hasAck()) {
            (*lines)[there].acknowledged(packet.acknowledgement());
        }
        (*lines)[here].add(packet);
    } else if (streams) {
        if (packet.hasAck()) {
            (*streams)[there].acknowledged(packet.acknowledgement());
        }
        (*streams)[here].add(packet);
    }
}

void Flow::drain(Direction direction)
{
    const auto side = static_cast<std::size_t>(direction);
    while (lines && (*lines)[side].next()) { }
    while (streams && (*streams)[side].next()) { }
}

} // namespace Trackhand::Script
