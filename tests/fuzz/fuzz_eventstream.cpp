// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"

#include "wire/ring/eventstream.h"

#include <algorithm>
#include <vector>

using namespace Trackhand;
using namespace Trackhand::Wire;

namespace {

/// What came of a stream, in few enough words to be compared.
struct Story {
    std::vector<std::uint64_t> frames;
    bool broken = false;

    bool operator==(const Story &) const = default;
};

std::uint64_t told(const EventStream::Frame &frame)
{
    std::uint64_t sum = static_cast<std::uint64_t>(frame.type) * 31 + frame.lost * 7 + frame.eventNumber * 13
        + frame.packetLength + static_cast<std::uint64_t>(frame.lostKind) * 3 + frame.event.sequence * 5;
    for (const std::uint8_t byte : frame.bytes) {
        sum = sum * 33 + byte;
    }
    return sum;
}

Story read(std::span<const std::uint8_t> bytes, std::size_t piece)
{
    EventStream::Reader reader;
    Story story;
    for (std::size_t at = 0; at < bytes.size() && !story.broken; at += piece) {
        reader.feed(bytes.subspan(at, std::min(piece, bytes.size() - at)));
        for (;;) {
            const auto frame = reader.next();
            if (!frame) {
                story.broken = true;
                Fuzz::check(!reader.next(), "a broken stream that goes on");
                break;
            }
            if (!*frame) {
                break;
            }
            Fuzz::check((*frame)->bytes.size() <= bytes.size(), "more payload than was sent");
            Fuzz::check((*frame)->event.noteText().size() <= sizeof(EventRecord::note), "a note longer than its field");
            story.frames.push_back(told(**frame));
        }
    }
    return story;
}

} // namespace

/// Any bytes as a stream of events: it says the same in whatever pieces it comes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Fuzz::Input input(data, size);
    const std::size_t piece = 1 + input.number<std::uint8_t>();
    const Story whole = read(input.rest(), std::max<std::size_t>(input.rest().size(), 1));
    Fuzz::check(read(input.rest(), piece) == whole, "a stream that says something else in pieces");
    return 0;
}
