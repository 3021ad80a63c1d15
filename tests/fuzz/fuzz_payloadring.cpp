// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"
#include "ringfile.h"

#include "wire/ring/payloadring.h"

#include <algorithm>
#include <memory>

using namespace Trackhand;

/// Any bytes as a ring of payloads, asked for any event.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto snapshot = std::make_unique<Wire::PayloadSnapshot>();
    Fuzz::Input input(data, size);
    const auto choice = input.number<std::uint8_t>();
    const auto number = input.number<std::uint64_t>();
    const std::size_t ringSize =
        std::max<std::size_t>(input.rest().size(), (choice & 1) ? 128 + 4 * Wire::PayloadSlotSize : 0);
    const auto reader = Wire::PayloadRingReader::open(Fuzz::ringFile(input.rest(), ringSize));
    if (!reader) {
        return 0;
    }
    for (const std::uint64_t wanted : {number, std::uint64_t {0}, std::uint64_t {1}, std::uint64_t {4}, number + 1}) {
        if (!reader->read(wanted, *snapshot)) {
            continue;
        }
        Fuzz::check(wanted != 0, "a snapshot of no event");
        Fuzz::check(snapshot->eventNumber == wanted, "a snapshot of another event");
        const auto captured = snapshot->captured();
        Fuzz::check(captured.size() <= Wire::PayloadSnapshotMax, "more captured than a slot holds");
        Fuzz::check(captured.data() == snapshot->bytes, "captured bytes from somewhere else");
    }
    return 0;
}
