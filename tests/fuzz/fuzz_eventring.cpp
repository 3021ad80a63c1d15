// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"
#include "ringfile.h"

#include "wire/ring/eventring.h"

#include <algorithm>
#include <array>

using namespace Trackhand;
using Wire::EventRingReader;

/// Any bytes as a ring of events. Its head changes once while it is read, as its writer might change it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Fuzz::Input input(data, size);
    const auto choice = input.number<std::uint8_t>();
    const auto laterHead = input.number<std::uint64_t>();
    const std::size_t ringSize = std::max<std::size_t>(input.rest().size(), (choice & 2) ? 128 + 8 * 256 : 0);
    Fd fd = Fuzz::ringFile(input.rest(), ringSize);
    const Fd writer(::fcntl(fd.get(), F_DUPFD_CLOEXEC, 3));
    auto reader = EventRingReader::open(
        std::move(fd), choice & 1 ? EventRingReader::Start::Oldest : EventRingReader::Start::Newest);
    if (!reader) {
        return 0;
    }
    std::array<EventRecord, 3> records;
    std::uint64_t last = 0;
    for (int round = 0; round < 20; ++round) {
        const auto batch = reader->read(records);
        Fuzz::check(batch.count <= records.size(), "more records than there is room");
        for (std::size_t i = 0; i < batch.count; ++i) {
            Fuzz::check(records[i].sequence > last, "a record twice, or number 0");
            last = records[i].sequence;
            Fuzz::check(records[i].noteText().size() <= sizeof records[i].note, "a note longer than its field");
            Fuzz::check(records[i].helperName().size() <= sizeof records[i].helper, "a name longer than its field");
            (void)records[i].tuple().source.toString();
            (void)records[i].masterTuple().destination.toString();
        }
        if (round == 10 && ::pwrite(writer.get(), &laterHead, sizeof laterHead, 64) != sizeof laterHead) {
            return -1;
        }
    }
    return 0;
}
