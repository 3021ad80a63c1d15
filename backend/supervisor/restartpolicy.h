// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace Trackhand {

/// When a helper process that ended is started again. Somebody killing it is no fault of its own: it comes back at
/// once. Ends by its own fault are spaced further and further; too many in a minute, and it stays down.
class RestartPolicy {
public:
    using Clock = std::chrono::steady_clock;

    static constexpr unsigned MaxFaults = 5;
    static constexpr std::chrono::seconds Window {60};
    static constexpr std::chrono::milliseconds FirstDelay {100};

    /// How long to wait before the next start, or nothing to give up.
    std::optional<std::chrono::milliseconds> processEnded(bool ownFault, Clock::time_point now)
    {
        while (!m_faults.empty() && now - m_faults.front() > Window) {
            m_faults.pop_front();
        }
        if (!ownFault) {
            return std::chrono::milliseconds(0);
        }
        m_faults.push_back(now);
        if (m_faults.size() > MaxFaults) {
            return std::nullopt;
        }
        return m_faults.size() == 1 ? std::chrono::milliseconds(0) : FirstDelay * (1 << (m_faults.size() - 2));
    }

    void forget() { m_faults.clear(); }

private:
    std::deque<Clock::time_point> m_faults;
};

} // namespace Trackhand
