// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/latencybuckets.h"

#include <atomic>

namespace Trackhand {

/// How long packets waited for their verdict. One thread records; another may take snapshots at any time.
class LatencyHistogram {
public:
    void record(std::uint64_t nanoseconds)
    {
        auto &bucket = m_buckets[Wire::latencyBucket(nanoseconds)];
        bucket.store(bucket.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }

    Wire::LatencyCounts snapshot() const
    {
        Wire::LatencyCounts counts {};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            counts[i] = m_buckets[i].load(std::memory_order_relaxed);
        }
        return counts;
    }

private:
    std::array<std::atomic<std::uint64_t>, Wire::LatencyBucketCount> m_buckets {};
};

} // namespace Trackhand
