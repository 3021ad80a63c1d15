// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The helper processes of a gate as they come and go, and the clocks that find the silent ones.

#include "backend/gate/gate.h"
#include "wire/base/clock.h"

#include <algorithm>
#include <utility>

namespace Trackhand {

namespace {

constexpr unsigned MaxDeliveries = 2;
constexpr int ClockGranularityMs = 50;
constexpr std::uint64_t SurelyStoppedMs =
    4 * ClockGranularityMs; // shorter gaps between two looks are ordinary lateness
constexpr std::uint64_t NsPerMs = 1000000;

} // namespace

void Gate::endProcess(bool blamePacket)
{
    // What it proposed before it died still counts; being dead, it adds nothing to it.
    while (takeProposals()) { }
    if (std::exchange(m_fellSilent, false)) {
        blamePacketInHand(blamePacket ? Blame::Suspect : Blame::None);
        flush();
    } else {
        rememberAndLoseProcess(blamePacket ? Blame::Guilty : Blame::Suspect);
    }
}

void Gate::blamePacketInHand(Blame blame)
{
    if (blame == Blame::None || m_outstanding.empty()) {
        return;
    }
    OutstandingPacket &inHand = m_outstanding.front();
    if (++inHand.deliveries >= MaxDeliveries || blame == Blame::Guilty) {
        acceptOutstanding(inHand, "the helper process died with this packet in hand");
    }
}

void Gate::loseProcess(Blame blame)
{
    const bool wasReady = m_process == ProcessState::Ready;
    m_process = ProcessState::None;
    if (wasReady) { // one that never was does not prolong what its predecessor's end began
        m_withoutProcessSince = Wire::monotonicNs();
        blamePacketInHand(blame);
    }
    flush();
    m_channel.detachProcess();
}

/// After the verdict of the packet in hand, if it gets one, so that what became of it is known.
void Gate::rememberAndLoseProcess(Blame blame)
{
    const bool wasReady = m_process == ProcessState::Ready;
    std::optional<LastMomentsFinder::InHand> inHand;
    if (!m_outstanding.empty()) {
        inHand = {.position = m_outstanding.front().position, .owed = true};
    }
    loseProcess(blame);
    if (!wasReady) {
        return;
    }
    if (inHand) {
        inHand->owed = !m_outstanding.empty() && m_outstanding.front().position == inHand->position;
    }
    m_lastMoments = m_lastMomentsFinder.find(inHand);
}

void Gate::becomeReady()
{
    if (m_process == ProcessState::Ready) {
        failProcess("it said more than once that it is ready");
        return;
    }
    m_process = ProcessState::Ready;
    m_open = false;
    m_lastProgress = Wire::monotonicNs();
    m_observer.processReady();
}

void Gate::failProcess(const std::string &reason, Blame blame)
{
    rememberAndLoseProcess(blame);
    m_observer.processFailed(reason);
}

void Gate::checkClocks()
{
    if (m_outstanding.empty()) {
        m_lastClockCheck = 0;
        return;
    }
    const std::uint64_t now = Wire::monotonicNs();
    const auto hangLimit = static_cast<std::uint64_t>(m_settings.hangLimit.count()) * NsPerMs;
    // This thread looks here every ClockGranularityMs. When it did not, it was this process or the whole machine that
    // was stopped, and the helper process has had no time to answer in.
    const std::uint64_t stopped = std::max(hangLimit / 2, SurelyStoppedMs * NsPerMs);
    if (m_lastClockCheck != 0 && now - m_lastClockCheck > stopped) {
        m_lastProgress = now;
        m_withoutProcessSince = now;
    }
    m_lastClockCheck = now;
    if (m_process != ProcessState::Ready) {
        if (now - m_withoutProcessSince > static_cast<std::uint64_t>(m_settings.holdLimit.count()) * NsPerMs) {
            m_open = true;
            releaseAll("no helper process");
            m_channel.skipTo(m_channel.position());
        }
    } else if (now - m_lastProgress > hangLimit) {
        // Somebody may have stopped it: who ends it will say so.
        m_fellSilent = true;
        failProcess("it did not answer for " + std::to_string(m_settings.hangLimit.count()) + " ms", Blame::None);
    }
}

/// @p untilReaders: negative when no reader of events waits to be woken.
int Gate::sleepMilliseconds(std::chrono::milliseconds untilReaders) const
{
    const int clocks = m_outstanding.empty() ? -1 : ClockGranularityMs;
    const int readers = static_cast<int>(untilReaders.count());
    return clocks < 0 || readers < 0 ? std::max(clocks, readers) : std::min(clocks, readers);
}

} // namespace Trackhand
