// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/conduct.h"
#include "backend/gate/expectationmaker.h"
#include "backend/gate/lastmoments.h"
#include "backend/gate/latencyhistogram.h"
#include "backend/gate/outstandingpackets.h"
#include "backend/gate/packetevents.h"
#include "backend/gate/proposalvalidator.h"
#include "backend/gate/queuesocket.h"
#include "backend/gate/verdictwriter.h"
#include "wire/channel/packetchannel.h"

#include <array>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace Trackhand {

struct QueueMessage;

/// Totals of one gate. Written by its thread, read by any.
struct GateCounters {
    std::atomic<std::uint64_t> packets {0};
    std::atomic<std::uint64_t> accepted {0};
    std::atomic<std::uint64_t> dropped {0};
    std::atomic<std::uint64_t> mangled {0};
    std::atomic<std::uint64_t> refused {0}; ///< proposals that asked for what they must not
    std::atomic<std::uint64_t> failOpen {0}; ///< accepted without a helper process
    std::atomic<std::uint64_t> expectations {0};
    std::atomic<std::uint64_t> verdictErrors {0}; ///< the kernel no longer had the packet: it was flushed
};

/// The only reader and the only writer of one queue socket, on a thread of its own. Shows packets to the helper process
/// through the packet channel, takes its proposals back, checks them, and gives every packet exactly one verdict
/// whatever happens to the process:
///
///     no process   packets wait for the next one, at most holdLimit; then they are accepted until one is ready
///     attached     a process was given the channel and has not said "ready" yet: the same
///     ready        packets are the process's; one that is older than hangLimit makes it a failed process
///
/// Verdict first, event second: a slow reader of events must never stall the queue.
class Gate {
public:
    struct Settings {
        std::string helper;
        std::uint16_t queue = 0;
        GatePolicy policy;
        std::chrono::milliseconds hangLimit {2000};
        std::chrono::milliseconds holdLimit {1000};
        /// The socket was a dead predecessor's, and this the newest id the kernel had queued by then: what the
        /// predecessor had read and not answered is accepted.
        std::optional<std::uint32_t> takenOverAt;
    };

    /// Called on the gate's thread; each must return at once.
    struct Observer {
        std::function<void(Wire::PacketChannel::Descriptors)> slotReady; ///< answer to prepareProcess()
        std::function<void()> processReady;
        std::function<void(std::string reason)> processFailed; ///< end it: it hangs, or it writes nonsense
    };

    static Result<std::unique_ptr<Gate>> create(
        Settings settings, QueueSocket socket, PacketLog &log, Observer observer);

    /// Answers everything outstanding with "accept" and closes the socket. Disable the helper first: an enabled one
    /// without a listener leaves flows unconfirmed.
    ~Gate();

    /// Asks for a channel for a new process; slotReady answers with descriptors that stay valid until the next call.
    void prepareProcess();

    /// The process is gone. @p blamePacket: it died of the packet in hand, which is then accepted unseen; otherwise the
    /// next process gets that packet again, once. After a silence: the packet goes to the next process in any case,
    /// once if it is to blame, and again if it is not, because somebody had stopped the process.
    /// What it had before it when it ended is there as soon as the gate's thread comes to this, in about a millisecond;
    /// nothing in it when it was never ready.
    std::future<LastMoments> processEnded(bool blamePacket);

    /// Accepts everything outstanding, now and from now on, until the next process is ready. Returns when the kernel
    /// holds no packet that was queued before the call, or false after a second.
    bool drain();

    const GateCounters &counters() const { return m_counters; }
    const LatencyHistogram &latencies() const { return m_latencies; }
    int socketFd() const { return m_socket.fd(); }

private:
    enum class ProcessState { None, Attached, Ready };
    enum class Blame { None, Suspect, Guilty }; ///< of the packet in hand, when its process is lost
    enum class CommandKind { PrepareProcess, ProcessEnded, Drain, Stop };
    struct Command {
        CommandKind kind;
        bool blamePacket = false;
        std::shared_ptr<std::promise<void>> drained = nullptr;
        std::shared_ptr<std::promise<LastMoments>> ended = nullptr;
    };

    Gate(Settings settings, QueueSocket socket, PacketLog &log, Observer observer, Wire::PacketChannel channel,
        std::unique_ptr<ExpectationTable> expectations, Fd commandWake);

    void post(Command command);
    void run();
    void answerForPredecessor();
    bool wait(std::chrono::milliseconds untilReaders);
    bool lookOut(Wire::AdaptiveSpin &spin, bool &readable);
    void handleCommands();
    void handle(const Command &command);
    void endProcess(bool blamePacket);
    void loseProcess(Blame blame);
    void rememberAndLoseProcess(Blame blame);
    void blamePacketInHand(Blame blame);
    void release();

    bool takeProposals();
    void becomeReady();
    void judge();
    const Wire::ExpectationProposal *makeExpectations(const Wire::PacketRecord &packet);
    void answerPortRequest();
    void failProcess(const std::string &reason, Blame blame = Blame::Guilty);

    std::size_t readPackets();
    void admit(const QueueMessage &message);
    void acceptUnseen(const Wire::PacketRecord &packet, std::span<const std::uint8_t> payload, std::string_view note);
    void acceptOutstanding(OutstandingPacket &packet, std::string_view note);
    void releaseAll(std::string_view note);

    void noteVerdict(const Wire::PacketRecord &packet, std::span<const std::uint8_t> payload, Verdict verdict,
        std::uint8_t flags, std::string_view note);
    void flush();

    void checkClocks();
    int sleepMilliseconds(std::chrono::milliseconds untilReaders) const;
    std::uint64_t oldestNeeded();

    const Settings m_settings;
    const Observer m_observer;
    QueueSocket m_socket;
    Wire::PacketChannel m_channel;
    ExpectationMaker m_expectationMaker;
    Fd m_commandWake;

    OutstandingPackets m_outstanding;
    RecentPackets m_recent;
    LastMomentsFinder m_lastMomentsFinder;
    LastMoments m_lastMoments; ///< of the process that was lost, until its end is known
    Conduct m_conduct; ///< of the present process
    VerdictWriter m_verdicts;
    Wire::Proposal m_proposal;
    PacketEvents m_events;
    Wire::AdaptiveSpin m_packetSpin; ///< until the next packet
    Wire::AdaptiveSpin m_answerSpin; ///< until the next answer, while any is owed

    ProcessState m_process = ProcessState::None;
    bool m_fellSilent = false; ///< the process that is about to be ended; whose fault that was is not known yet
    bool m_open = false; ///< no process for longer than holdLimit: accept at once
    bool m_stop = false;
    std::uint64_t m_withoutProcessSince = 0;
    bool m_progressed = false; ///< since m_lastProgress was set
    std::uint64_t m_lastProgress = 0;
    std::uint64_t m_lastClockCheck = 0;

    GateCounters m_counters;
    LatencyHistogram m_latencies;

    std::atomic<bool> m_commandsWaiting {false};
    std::mutex m_commandMutex;
    std::vector<Command> m_commands;
    std::thread m_thread;
};

} // namespace Trackhand
