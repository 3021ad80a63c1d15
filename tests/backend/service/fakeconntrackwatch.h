// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"
#include "wire/ring/eventring.h"

#include <atomic>
#include <mutex>

namespace Trackhand {

/// Has the expectations and flows it was given.
class FakeConntrackWatch : public ConntrackWatch {
public:
    FakeConntrackWatch()
        : m_ring(Wire::EventRingWriter::create("expectations", 16).take())
    {
    }

    Status start() override { return Done {}; }
    int ringFd() const override { return m_ring.fd(); }
    Result<std::vector<EventRecord>> expectations() override { return expected; }
    Result<std::vector<EventRecord>> flows() override
    {
        ++flowLists;
        const std::lock_guard whenLetGo(slow);
        return flowing;
    }
    Counts counts(const std::string &) const override { return {}; }

    std::vector<EventRecord> expected;
    std::vector<EventRecord> flowing;
    std::mutex slow; ///< while somebody holds it, the kernel is still telling its flows
    std::atomic<int> flowLists = 0; ///< begun

private:
    Wire::EventRingWriter m_ring;
};

} // namespace Trackhand
