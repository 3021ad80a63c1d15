// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Seeds for a protocol's fuzzer out of a capture: one of each connection to the protocol's ports, in the form that
// fuzzedconversation.h describes.

#include "helpers/registry.h"
#include "helpers/replay/capturereader.h"
#include "helpers/replay/conntrackmodel.h"
#include "helpers/replay/fragments.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

using namespace Trackhand;

namespace {

constexpr char FromServer = 1;
constexpr char Ipv6 = 1;
constexpr char Handshake = 8;
constexpr std::size_t MaxSeed = 4096; // what libFuzzer makes without being told otherwise

/// The three bytes that a conversation begins with.
std::string worldOf(const Tuple &original, const HelperDescriptor &helper)
{
    const auto l4 = std::ranges::find(helper.l4, original.l4) - helper.l4.begin();
    const auto port = std::ranges::find(helper.ports, original.destinationPort) - helper.ports.begin();
    const bool six = original.source.family == L3Protocol::Ipv6;
    return {static_cast<char>((six ? Ipv6 : 0) | Handshake | l4 << 6), 0, static_cast<char>(port)};
}

void addPacket(std::string &seed, bool fromServer, std::span<const std::uint8_t> payload)
{
    if (payload.empty() || seed.size() + payload.size() + 3 > MaxSeed) {
        return;
    }
    seed += fromServer ? FromServer : '\0';
    seed += static_cast<char>(payload.size());
    seed += static_cast<char>(payload.size() >> 8);
    seed.append(payload.begin(), payload.end());
}

bool isOwn(const Tuple &tuple, const HelperDescriptor &helper)
{
    return std::ranges::find(helper.ports, tuple.destinationPort) != helper.ports.end()
        && std::ranges::find(helper.l4, tuple.l4) != helper.l4.end();
}

std::map<std::uint32_t, std::string> readSeeds(CaptureReader &reader, const HelperDescriptor &helper)
{
    std::map<std::uint32_t, std::string> seeds;
    ConntrackModel connections;
    FragmentReassembly fragments;
    CaptureReader::Frame frame;
    while (reader.next(frame) == CaptureReader::Next::Frame) {
        const auto bytes = fragments.add(frame.packet, frame.timeNs);
        Wire::PacketRecord record;
        const auto packet = bytes ? Packet::parse(record, *bytes) : std::nullopt;
        if (!packet || packet->headers().tuple.l4 == L4Protocol::Unspecified) {
            continue;
        }
        const Tuple &tuple = packet->headers().tuple;
        const auto seen = connections.see(packet->headers(), frame.timeNs, isOwn(tuple.inverted(), helper));
        if (isOwn(seen.entry->original, helper)) {
            std::string &seed = seeds.try_emplace(seen.entry->id, worldOf(seen.entry->original, helper)).first->second;
            addPacket(seed, tuple != seen.entry->original, packet->payload());
        }
    }
    return seeds;
}

} // namespace

int main(int argc, char *argv[])
{
    const HelperDescriptor *helper = argc == 4 ? findHelper(argv[2]) : nullptr;
    if (!helper) {
        std::fprintf(stderr, "usage: conversationseeds CAPTURE PROTOCOL DIRECTORY\n");
        return 2;
    }
    auto reader = CaptureReader::open(argv[1]);
    if (!reader) {
        std::fprintf(stderr, "conversationseeds: %s\n", reader.error().text.c_str());
        return 1;
    }
    std::string name = argv[1];
    name = name.substr(name.rfind('/') + 1);
    for (const auto &[id, seed] : readSeeds(*reader, *helper)) {
        const std::string path = std::string(argv[3]) + "/" + name + "-" + std::to_string(id);
        std::ofstream(path, std::ios::binary) << seed;
        std::printf("%s\n", path.c_str());
    }
    return 0;
}
