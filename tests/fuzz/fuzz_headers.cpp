// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/helperrunner.h"
#include "helpers/registry.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace Trackhand;

/// Any bytes as a packet, to each helper.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto proposal = std::make_unique<Wire::Proposal>();
    const std::span bytes(data, size);
    const auto headers = parseHeaders(bytes);
    if (headers && (headers->payloadOffset > size + 8 || headers->l4Offset > size)) {
        std::abort();
    }
    for (const HelperDescriptor *descriptor : availableHelpers()) {
        HelperRunner runner(createHelper(descriptor->name).take(), 1);
        Wire::PacketRecord record;
        record.ctInfo = size % 2 ? CtInfo::Established : CtInfo::EstablishedReply;
        if (headers) {
            record.original = size % 2 ? headers->tuple : headers->tuple.inverted();
            record.reply = record.original.inverted();
        }
        runner.judge(record, bytes, *proposal);
        const auto note = proposal->noteText();
        if (!std::ranges::all_of(note, [](char each) { return each >= ' ' && each <= '~'; })) {
            std::abort();
        }
    }
    return 0;
}
