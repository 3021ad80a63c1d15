// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/traffic/link.h"
#include "tests/traffic/options.h"
#include "tests/traffic/tally.h"

#include <algorithm>
#include <csignal>
#include <cstdio>

using namespace Trackhand;
using namespace Trackhand::Traffic;
using namespace std::chrono_literals;

namespace {

using Clock = std::chrono::steady_clock;

/// After this long without an arrival what is on its way counts as lost for the loop, which otherwise would stand
/// still.
constexpr auto LossPatience = 500ms;

volatile std::sig_atomic_t enough = 0;

std::uint64_t nanoseconds(Clock::time_point time)
{
    return static_cast<std::uint64_t>(std::chrono::nanoseconds(time.time_since_epoch()).count());
}

/// Sends and receives until the count or the time is over, or SIGTERM comes, then waits for the rest.
class Run {
public:
    Run(const Options &options, Link &link)
        : m_options(options)
        , m_link(link)
        , m_start(Clock::now())
    {
    }

    bool run()
    {
        while (m_open && !isOver()) {
            m_options.rate != 0 ? stepAtRate() : stepInLoop();
        }
        const auto end = Clock::now() + m_options.patience;
        while (m_open && m_tally.lost() != 0 && Clock::now() < end) {
            receive(end - Clock::now());
        }
        return m_open;
    }

    const Tally &tally() const { return m_tally; }

private:
    bool isOver() const
    {
        return enough != 0 || (m_options.count != 0 && m_tally.sentCount() >= m_options.count)
            || Clock::now() - m_start >= m_options.time;
    }

    void send()
    {
        const std::uint64_t number = m_tally.sentCount();
        m_tally.sent(number, nanoseconds(Clock::now()));
        m_open = m_link.send(number);
    }

    void receive(std::chrono::nanoseconds patience)
    {
        const bool open = m_link.receive(std::max(patience, 0ns),
            [this](std::uint64_t number) { m_tally.arrived(number, nanoseconds(Clock::now())); });
        m_open = m_open && open;
    }

    void stepInLoop()
    {
        const std::uint64_t onTheWay = m_tally.lost() - m_givenUp;
        for (std::uint64_t i = onTheWay; m_open && i < m_options.inFlight && !isOver(); ++i) {
            send();
        }
        const std::uint64_t before = m_tally.arrivedCount();
        receive(LossPatience);
        if (m_tally.arrivedCount() == before) {
            m_givenUp = m_tally.lost();
        }
        m_givenUp = std::min(m_givenUp, m_tally.lost()); // some of them came after all
    }

    void stepAtRate()
    {
        const auto due = m_start + std::chrono::nanoseconds(1000000000ULL * m_tally.sentCount() / m_options.rate);
        if (Clock::now() >= due) {
            send();
        }
        receive(due - Clock::now());
    }

    const Options &m_options;
    Link &m_link;
    const Clock::time_point m_start;
    Tally m_tally;
    std::uint64_t m_givenUp = 0;
    bool m_open = true;
};

int fail(const std::string &text)
{
    std::fprintf(stderr, "trackhand-traffic: %s\n", text.c_str());
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto options = parseOptions(argc, argv);
    if (!options) {
        std::fputs(UsageText, stderr);
        return 2;
    }
    const auto link = options->tcp ? openTcpLink(*options) : openUdpLink(*options);
    if (!link) {
        return fail(link.error().text);
    }
    std::signal(SIGTERM, [](int) { enough = 1; });
    Run run(*options, **link);
    const bool whole = run.run();
    std::puts(run.tally().json().c_str());
    return whole ? 0 : fail("the connection broke");
}
