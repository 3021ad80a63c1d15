// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

/// Latencies as counts in buckets four to an octave of nanoseconds: percentiles to within a fifth, however many counts
/// are added to one another. Gate, bus and readers share this layout.
namespace Trackhand::Wire {

inline constexpr std::size_t LatencyBucketCount = 160; // 2^40 ns is eighteen minutes

/// How many latencies fell into each bucket.
using LatencyCounts = std::array<std::uint64_t, LatencyBucketCount>;

constexpr std::size_t latencyBucket(std::uint64_t nanoseconds)
{
    if (nanoseconds < 4) {
        return nanoseconds;
    }
    const auto octave = static_cast<std::size_t>(std::bit_width(nanoseconds) - 1);
    const std::size_t bucket = (octave - 1) * 4 + ((nanoseconds >> (octave - 2)) & 3);
    return bucket < LatencyBucketCount ? bucket : LatencyBucketCount - 1;
}

/// Nanoseconds; all latencies of the bucket are below (of the first four buckets: exactly this).
constexpr std::uint64_t latencyUpperEdge(std::size_t bucket)
{
    if (bucket < 4) {
        return bucket;
    }
    const std::size_t octave = bucket / 4 + 1;
    return (std::uint64_t {4} + bucket % 4 + 1) << (octave - 2);
}

/// What came between two snapshots of the same totals.
inline LatencyCounts latenciesBetween(const LatencyCounts &from, const LatencyCounts &to)
{
    LatencyCounts counts {};
    for (std::size_t i = 0; i < LatencyBucketCount; ++i) {
        counts[i] = to[i] - from[i];
    }
    return counts;
}

inline void addLatencies(LatencyCounts &into, const LatencyCounts &counts)
{
    for (std::size_t i = 0; i < LatencyBucketCount; ++i) {
        into[i] += counts[i];
    }
}

/// The nanoseconds below which @p part (0 to 1) of @p counts lies; 0 when nothing was counted.
inline std::uint64_t latencyPercentile(const LatencyCounts &counts, double part)
{
    std::uint64_t total = 0;
    for (const std::uint64_t count : counts) {
        total += count;
    }
    const auto wanted = static_cast<std::uint64_t>(part * static_cast<double>(total));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < LatencyBucketCount; ++i) {
        seen += counts[i];
        if (seen > wanted) {
            return latencyUpperEdge(i);
        }
    }
    return 0;
}

} // namespace Trackhand::Wire
