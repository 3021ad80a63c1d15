// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/traffic/options.h"

#include <charconv>
#include <cstring>
#include <getopt.h>

namespace Trackhand::Traffic {

const char *const UsageText =
    "usage: trackhand-traffic udp|tcp --address ADDRESS --port N [--from NETNS] [--to NETNS]\n"
    "           [--in-flight N] [--rate N] [--count N] [--milliseconds N] [--patience N] [--size N] [--echo]\n"
    "\n"
    "Sends numbered messages and counts what arrives. Without --rate the next message leaves when one has arrived.\n"
    "UDP messages are received at the far end, with --echo back here; TCP messages are lines, each answered by one.\n"
    "SIGTERM ends it early. Prints one JSON object. Ends with 1 when it could not send at all or the connection "
    "broke.\n";

namespace {

constexpr std::size_t MinSize = 32;
constexpr std::size_t MaxSize = 60000;

template <typename Number>
bool read(const char *text, Number &into)
{
    const char *end = text + std::strlen(text);
    const auto result = std::from_chars(text, end, into);
    return result.ec == std::errc() && result.ptr == end;
}

bool read(const char *text, std::chrono::milliseconds &into)
{
    std::chrono::milliseconds::rep count = 0;
    const bool ok = read(text, count);
    into = std::chrono::milliseconds(count);
    return ok;
}

bool apply(int option, const char *value, Options &into)
{
    switch (option) {
    case 'a':
        into.address = value;
        return true;
    case 'f':
        into.from = value;
        return true;
    case 't':
        into.to = value;
        return true;
    case 'p':
        return read(value, into.port);
    case 'i':
        return read(value, into.inFlight) && into.inFlight > 0;
    case 'r':
        return read(value, into.rate);
    case 'c':
        return read(value, into.count);
    case 'm':
        return read(value, into.time);
    case 'w':
        return read(value, into.patience);
    case 's':
        return read(value, into.size) && into.size >= MinSize && into.size <= MaxSize;
    case 'e':
        into.echo = true;
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<Options> parseOptions(int argc, char *argv[])
{
    static const option known[] = {{"address", required_argument, nullptr, 'a'},
        {"from", required_argument, nullptr, 'f'}, {"to", required_argument, nullptr, 't'},
        {"port", required_argument, nullptr, 'p'}, {"in-flight", required_argument, nullptr, 'i'},
        {"rate", required_argument, nullptr, 'r'}, {"count", required_argument, nullptr, 'c'},
        {"milliseconds", required_argument, nullptr, 'm'}, {"patience", required_argument, nullptr, 'w'},
        {"size", required_argument, nullptr, 's'}, {"echo", no_argument, nullptr, 'e'}, {}};
    Options options;
    int found = 0;
    while ((found = ::getopt_long(argc, argv, "", known, nullptr)) != -1) {
        if (!apply(found, optarg, options)) {
            return std::nullopt;
        }
    }
    if (optind + 1 != argc || options.address.empty() || options.port == 0) {
        return std::nullopt;
    }
    options.tcp = std::strcmp(argv[optind], "tcp") == 0;
    return options.tcp || std::strcmp(argv[optind], "udp") == 0 ? std::optional(options) : std::nullopt;
}

} // namespace Trackhand::Traffic
