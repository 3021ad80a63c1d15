// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace Trackhand::Traffic {

/// What to send, from where to where, and for how long.
struct Options {
    bool tcp = false;
    std::string from; ///< network namespace of the sender, empty for this one
    std::string to; ///< and of the receiver
    std::string address; ///< the receiver's, numeric
    std::uint16_t port = 0;
    unsigned inFlight = 1; ///< messages on their way at a time; with a rate the most there may be
    unsigned rate = 0; ///< messages a second; 0: the next one as soon as one has arrived
    std::uint64_t count = 0; ///< messages to send at most; 0: until the time is over
    std::chrono::milliseconds time {10000};
    std::chrono::milliseconds patience {2000}; ///< how long to wait for what is still on its way at the end
    std::size_t size = 64; ///< bytes of a UDP payload, or of a line
    bool echo = false; ///< UDP: the receiver sends each message back, and only then has it arrived
};

extern const char *const UsageText;

/// Nothing when the command line is wrong.
std::optional<Options> parseOptions(int argc, char *argv[]);

} // namespace Trackhand::Traffic
