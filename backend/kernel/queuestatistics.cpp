// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/queuestatistics.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

namespace Trackhand {

namespace {

constexpr const char *QueueFile = "/proc/net/netfilter/nfnetlink_queue";
constexpr std::size_t Columns = 8; // of seq_show() in nfnetlink_queue.c; a ninth is always 1

std::optional<QueueStatistics> parseLine(std::string_view line)
{
    std::array<std::uint32_t, Columns> column {};
    const char *at = line.data();
    const char *const end = at + line.size();
    for (auto &value : column) {
        while (at != end && *at == ' ') {
            ++at;
        }
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc {}) {
            return std::nullopt;
        }
        at = next;
    }
    if (column[0] > 65535 || column[3] > 255 || (at != end && *at != ' ')) {
        return std::nullopt;
    }
    return QueueStatistics {static_cast<std::uint16_t>(column[0]), column[1], column[2],
        static_cast<std::uint8_t>(column[3]), column[4], column[5], column[6], column[7]};
}

} // namespace

std::vector<QueueStatistics> parseQueueStatistics(std::string_view text)
{
    std::vector<QueueStatistics> queues;
    while (!text.empty()) {
        const auto newline = text.find('\n');
        if (auto queue = parseLine(text.substr(0, newline))) {
            queues.push_back(*queue);
        }
        text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    }
    return queues;
}

Result<std::vector<QueueStatistics>> readQueueStatistics()
{
    std::ifstream file(QueueFile);
    if (!file) {
        return Error {ErrorCode::UnsupportedByKernel,
            std::string("cannot read ") + QueueFile + ": " + std::strerror(errno)
                + "; it needs root and the module nfnetlink_queue"};
    }
    const std::string text {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    return parseQueueStatistics(text);
}

} // namespace Trackhand
