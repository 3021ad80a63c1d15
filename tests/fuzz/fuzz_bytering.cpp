// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"

#include "wire/channel/bytering.h"

#include <algorithm>
#include <array>

using namespace Trackhand::Wire;

namespace {

constexpr std::size_t AreaSize = 256;

} // namespace

/// Any bytes as a ring, with any sequence of writer's positions: a reader goes forward, stays within what was written,
/// and once it is broken says nothing more.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    alignas(8) std::array<std::uint8_t, AreaSize> area {};
    Fuzz::Input input(data, size);
    const auto start = input.number<std::uint64_t>();
    std::copy_n(input.rest().begin(), std::min(input.rest().size(), AreaSize), area.begin());
    input = Fuzz::Input(input.rest().data() + std::min(input.rest().size(), AreaSize),
        input.rest().size() - std::min(input.rest().size(), AreaSize));
    ByteRing::Reader reader(area, start);
    while (!input.rest().empty()) {
        const auto jump = input.number<std::uint8_t>();
        // Mostly a few words on, now and then anywhere.
        const std::uint64_t writer =
            jump < 0xf0 ? reader.position() + jump * 8U % (AreaSize + 16) : input.number<std::uint64_t>();
        for (;;) {
            const std::uint64_t before = reader.position();
            const bool wasBroken = reader.broken();
            const auto record = reader.next(writer);
            if (!record) {
                Fuzz::check(reader.broken() || reader.position() == writer, "a reader that stopped half-way");
                break;
            }
            Fuzz::check(!wasBroken, "a record from a broken ring");
            // Differences: positions are free-running and may pass 2^64.
            Fuzz::check(record->position - before < AreaSize, "a record from elsewhere");
            Fuzz::check(reader.position() - record->position == ByteRing::HeaderSize + record->bytes.size(),
                "a reader that does not move");
            Fuzz::check(writer - before >= reader.position() - before, "a record beyond what was written");
            Fuzz::check(record->bytes.data() >= area.data()
                    && record->bytes.data() + record->bytes.size() <= area.data() + area.size(),
                "a record outside the ring");
            Fuzz::check(record->kind != ByteRing::FillerKind, "filling as a record");
        }
    }
    return 0;
}
