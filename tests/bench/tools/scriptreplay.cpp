// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// scriptreplay CAPTURE SCRIPT: the built-in ftp and the one in SCRIPT over a capture of FTP control connections, in
// turns; prints figures of the part script.

#include "helpers/registry.h"
#include "helpers/replay/replay.h"
#include "helpers/script/scripthelper.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

using namespace Trackhand;
using Clock = std::chrono::steady_clock;

namespace {

struct Judged {
    Wire::PacketRecord record;
    std::vector<std::uint8_t> bytes;
};

[[noreturn]] void giveUp(const std::string &why)
{
    std::fprintf(stderr, "scriptreplay: %s\n", why.c_str());
    std::exit(1);
}

std::string contentsOf(const char *path)
{
    std::ifstream stream(path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

using Make = std::unique_ptr<Helper> (*)(const std::string &script);

std::unique_ptr<Helper> builtIn(const std::string &)
{
    return createHelper("ftp").take();
}

std::unique_ptr<Helper> scripted(const std::string &script)
{
    auto helper = ScriptHelper::create({"ftp.lua", script});
    if (!helper) {
        giveUp(helper.error().text);
    }
    return helper.take();
}

/// The packets of the capture, as the gate would show them.
std::vector<Judged> packetsOf(const char *capture)
{
    auto reader = CaptureReader::open(capture);
    if (!reader) {
        giveUp(reader.error().text);
    }
    std::vector<Judged> packets;
    CaptureReader::Frame frame;
    while (reader->next(frame) == CaptureReader::Next::Frame) {
        const auto headers = parseHeaders(frame.packet);
        if (!headers) {
            giveUp("a packet of the capture is malformed");
        }
        const bool isReply = headers->tuple.sourcePort == 21;
        Judged judged;
        judged.bytes.assign(frame.packet.begin(), frame.packet.end());
        judged.record.payloadLength = judged.record.originalLength = static_cast<std::uint32_t>(judged.bytes.size());
        judged.record.original = isReply ? headers->tuple.inverted() : headers->tuple;
        judged.record.reply = judged.record.original.inverted();
        judged.record.helperDataLength = 4;
        judged.record.ctInfo = (headers->tcpFlags & 2) != 0 && !isReply ? CtInfo::New
            : isReply                                                   ? CtInfo::EstablishedReply
                                                                        : CtInfo::Established;
        packets.push_back(std::move(judged));
    }
    return packets;
}

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Seconds to judge all of them @p times; the number of expectations goes to @p expectations.
double judge(std::unique_ptr<Helper> helper, const std::vector<Judged> &packets, int times, std::uint64_t &expectations)
{
    HelperRunner runner(std::move(helper));
    const auto proposal = std::make_unique<Wire::Proposal>();
    const auto begin = Clock::now();
    for (int i = 0; i < times; ++i) {
        for (const Judged &packet : packets) {
            runner.judge(packet.record, packet.bytes, *proposal);
            expectations += proposal->expectationCount;
        }
    }
    return secondsSince(begin);
}

double replay(std::unique_ptr<Helper> helper, const char *capture, std::uint64_t &expectations)
{
    Replay replay;
    replay.attach(std::move(helper));
    const auto begin = Clock::now();
    const auto summary = replay.run(capture, [](const EventRecord &, std::uint64_t) {});
    const double seconds = secondsSince(begin);
    if (!summary || !summary->problem.empty()) {
        giveUp("the replay failed");
    }
    expectations += summary->expectations;
    return seconds;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Both in turns, with their expectations compared: a script that is fast because it does nothing is not the same
/// helper.
template <typename Run>
void compare(const char *figure, const char *goal, int turns, const std::string &script, std::size_t packets, Run run)
{
    std::vector<double> ratios;
    std::vector<double> nanoseconds;
    for (int i = 0; i < turns; ++i) {
        std::uint64_t own = 0;
        std::uint64_t lua = 0;
        const double ownSeconds = run(builtIn(script), own);
        const double luaSeconds = run(scripted(script), lua);
        if (own != lua || own == 0) {
            giveUp("the two do not expect the same");
        }
        ratios.push_back(ownSeconds / luaSeconds);
        nanoseconds.push_back(luaSeconds * 1e9 / static_cast<double>(packets));
    }
    std::printf("%s, Lua\t%.0f\tns a packet\t\n", figure, median(nanoseconds));
    std::printf("%s, throughput of Lua\t%.3f\tof C++\t%s\n", figure, median(ratios), goal);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        giveUp("usage: scriptreplay CAPTURE SCRIPT");
    }
    const char *const quick = std::getenv("BENCH_QUICK");
    const int turns = quick && *quick ? 3 : 11;
    const std::string script = contentsOf(argv[2]);
    const std::vector<Judged> packets = packetsOf(argv[1]);
    constexpr int Times = 5;
    compare("a replay", ">= 0.333", turns, script, packets.size(),
        [&](std::unique_ptr<Helper> helper, std::uint64_t &expectations) {
            return replay(std::move(helper), argv[1], expectations);
        });
    compare("judging alone", "", turns, script, packets.size() * Times,
        [&](std::unique_ptr<Helper> helper, std::uint64_t &expectations) {
            return judge(std::move(helper), packets, Times, expectations);
        });
}
