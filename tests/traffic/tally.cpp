// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/traffic/tally.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace Trackhand::Traffic {

namespace {

double percentileUs(std::vector<std::uint64_t> &latencies, double part)
{
    if (latencies.empty()) {
        return 0;
    }
    const auto index = static_cast<std::ptrdiff_t>(part * static_cast<double>(latencies.size() - 1));
    std::nth_element(latencies.begin(), latencies.begin() + index, latencies.end());
    return static_cast<double>(latencies[static_cast<std::size_t>(index)]) / 1e3;
}

} // namespace

void Tally::sent(std::uint64_t number, std::uint64_t now)
{
    if (m_messages.empty()) {
        m_firstNs = now;
        m_lastArrivalNs = now;
    }
    m_messages.resize(number + 1);
    m_messages[number].sentNs = now;
}

void Tally::arrived(std::uint64_t number, std::uint64_t now)
{
    if (number >= m_messages.size()) {
        return; // somebody else's
    }
    Message &message = m_messages[number];
    if (message.latencyNs != 0) {
        ++m_duplicated;
        return;
    }
    message.latencyNs = std::max<std::uint64_t>(now - message.sentNs, 1);
    ++m_arrived;
    m_reordered += number < m_newest ? 1 : 0;
    m_newest = std::max(m_newest, number);
    m_longestStallNs = std::max(m_longestStallNs, now - m_lastArrivalNs);
    m_lastArrivalNs = now;
}

std::string Tally::json() const
{
    std::vector<std::uint64_t> latencies;
    latencies.reserve(m_messages.size());
    for (const Message &message : m_messages) {
        if (message.latencyNs != 0) {
            latencies.push_back(message.latencyNs);
        }
    }
    const double seconds = static_cast<double>(m_lastArrivalNs - m_firstNs) / 1e9;
    const double perSecond = seconds > 0 ? static_cast<double>(m_arrived) / seconds : 0;
    const double median = percentileUs(latencies, 0.5);
    const double high = percentileUs(latencies, 0.99);
    std::array<char, 512> text;
    std::snprintf(text.data(), text.size(),
        "{\"sent\":%llu,\"arrived\":%llu,\"lost\":%llu,\"duplicated\":%llu,\"reordered\":%llu,\"seconds\":%.3f,"
        "\"per_second\":%.1f,\"p50_us\":%.1f,\"p99_us\":%.1f,\"longest_stall_ms\":%.1f}",
        static_cast<unsigned long long>(sentCount()), static_cast<unsigned long long>(m_arrived),
        static_cast<unsigned long long>(lost()), static_cast<unsigned long long>(m_duplicated),
        static_cast<unsigned long long>(m_reordered), seconds, perSecond, median, high,
        static_cast<double>(m_longestStallNs) / 1e6);
    return text.data();
}

} // namespace Trackhand::Traffic
