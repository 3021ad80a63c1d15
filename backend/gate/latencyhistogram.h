// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstdint>

namespace Trackhand {

/// How long packets waited for their verdict, in buckets four to an octave of nanoseconds: percentiles to within a
/// fifth. One thread records; another may take snapshots at any time.
class LatencyHistogram {
public:
    static constexpr std::size_t BucketCount = 160; // 2^40 ns is eighteen minutes
    using Snapshot = std::array<std::uint64_t, BucketCount>;

    void record(std::uint64_t nanoseconds)
    {
        auto &bucket = m_buckets[bucketOf(nanoseconds)];
        bucket.store(bucket.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }

    Snapshot snapshot() const
    {
        Snapshot counts {};
        for (std::size_t i = 0; i < BucketCount; ++i) {
            counts[i] = m_buckets[i].load(std::memory_order_relaxed);
        }
        return counts;
    }

    /// The latency below which @p part (0 to 1) of what was recorded between two snapshots lies; 0 when nothing was.
    static std::uint64_t percentile(const Snapshot &from, const Snapshot &to, double part)
    {
        std::uint64_t total = 0;
        for (std::size_t i = 0; i < BucketCount; ++i) {
            total += to[i] - from[i];
        }
        const auto wanted = static_cast<std::uint64_t>(part * static_cast<double>(total));
        std::uint64_t seen = 0;
        for (std::size_t i = 0; total != 0 && i < BucketCount; ++i) {
            seen += to[i] - from[i];
            if (seen > wanted) {
                return upperEdge(i);
            }
        }
        return 0;
    }

private:
    static std::size_t bucketOf(std::uint64_t value)
    {
        if (value < 4) {
            return value;
        }
        const auto octave = static_cast<std::size_t>(std::bit_width(value) - 1);
        const std::size_t bucket = (octave - 1) * 4 + ((value >> (octave - 2)) & 3);
        return bucket < BucketCount ? bucket : BucketCount - 1;
    }
    static std::uint64_t upperEdge(std::size_t bucket)
    {
        if (bucket < 4) {
            return bucket;
        }
        const std::size_t octave = bucket / 4 + 1;
        return (std::uint64_t {4} + bucket % 4 + 1) << (octave - 2);
    }

    std::array<std::atomic<std::uint64_t>, BucketCount> m_buckets {};
};

} // namespace Trackhand
