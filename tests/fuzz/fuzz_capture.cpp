// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "check.h"
#include "ringfile.h"

#include "helpers/registry.h"
#include "helpers/replay/linklayer.h"
#include "helpers/replay/replay.h"

#include <pcap/dlt.h>
#include <string>

using namespace Trackhand;

namespace {

void checkLinkLayers(std::span<const std::uint8_t> frame)
{
    for (int linkType = 0; linkType < 300; ++linkType) {
        if (isKnownLinkType(linkType)) {
            Fuzz::check(findLayer3(linkType, frame).offset <= frame.size(), "a packet beyond its frame");
        }
    }
}

std::uint64_t readFrames(const std::string &file)
{
    auto reader = CaptureReader::open(file);
    if (!reader) {
        Fuzz::check(!reader.error().text.empty(), "an error without words");
        return 0;
    }
    CaptureReader::Frame frame;
    std::uint64_t count = 0;
    CaptureReader::Next next = reader->next(frame);
    for (; next == CaptureReader::Next::Frame; next = reader->next(frame)) {
        Fuzz::check(frame.number == ++count, "a frame out of order");
        Fuzz::check(frame.packet.size() <= 65535, "a packet larger than any");
        Fuzz::check(frame.packet.empty() || frame.originalLength >= frame.packet.size(), "more than there was");
        Fuzz::check(frame.packet.empty() || frame.etherType == 0x0800 || frame.etherType == 0x86dd, "no IP");
    }
    Fuzz::check(next == CaptureReader::Next::End || !reader->problem().empty(), "damage without words");
    return count;
}

} // namespace

/// Any bytes as a capture file: read, and replayed to a few helpers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::span bytes(data, size);
    checkLinkLayers(bytes);
    const Fd fd = Fuzz::ringFile(bytes, size);
    const std::string file = "/proc/self/fd/" + std::to_string(fd.get());
    const std::uint64_t frames = readFrames(file);

    Replay replay(4);
    replay.attach(createHelper("ftp").take());
    replay.attach(createHelper("observer").take());
    std::uint64_t lastFrame = 0;
    const auto summary = replay.run(file, [&](const EventRecord &, std::uint64_t frame) {
        Fuzz::check(frame >= lastFrame && frame <= frames, "an event out of order");
        lastFrame = frame;
    });
    if (summary) {
        Fuzz::check(summary->frames == frames, "frames that are left out");
        Fuzz::check(summary->unmatched <= summary->expectations, "more unmatched than there were");
        Fuzz::check(summary->packets + summary->malformed <= frames, "more packets than frames");
    }
    return 0;
}
