// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"
#include "wire/ring/eventring.h"

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
    Result<std::vector<EventRecord>> flows() override { return flowing; }
    Counts counts(const std::string &) const override { return {}; }

    std::vector<EventRecord> expected;
    std::vector<EventRecord> flowing;

private:
    Wire::EventRingWriter m_ring;
};

} // namespace Trackhand
