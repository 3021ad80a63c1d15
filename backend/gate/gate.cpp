// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/gate.h"

#include "backend/gate/kernelexpectations.h"
#include "backend/gate/queuemessage.h"
#include "backend/gate/wakeuptime.h"
#include "wire/base/clock.h"

#include <cerrno>
#include <cstring>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <utility>

namespace Trackhand {

namespace {

constexpr std::uint32_t MaxOutstanding = 16384;
constexpr unsigned MaxTakenAtOnce = 1024; // then commands, packets and clocks have their turn
constexpr int LookOutInWakeUps = 4; // a packet's way back to here takes some wake-ups of others

void add(std::atomic<std::uint64_t> &counter, std::uint64_t count)
{
    counter.store(counter.load(std::memory_order_relaxed) + count, std::memory_order_relaxed);
}

void increment(std::atomic<std::uint64_t> &counter)
{
    add(counter, 1);
}

/// How often it was rung since the last time.
std::uint64_t clearEventFd(int fd)
{
    std::uint64_t count = 0;
    return ::read(fd, &count, sizeof count) == sizeof count ? count : 0;
}

bool isPlainAccept(const Wire::Proposal &proposal, const Wire::ExpectationProposal *expectation)
{
    return proposal.verdict == Verdict::Accept && !expectation && !proposal.mangled && !proposal.helperDataChanged;
}

} // namespace

Result<std::unique_ptr<Gate>> Gate::create(Settings settings, QueueSocket socket, PacketLog &log, Observer observer)
{
    auto channel = Wire::PacketChannel::create();
    if (!channel) {
        return channel.error();
    }
    auto expectations = KernelExpectations::open();
    if (!expectations) {
        return expectations.error();
    }
    Fd wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!wake.valid()) {
        return Error {ErrorCode::Failed, std::string("cannot create an eventfd: ") + std::strerror(errno)};
    }
    return std::unique_ptr<Gate>(new Gate(std::move(settings), std::move(socket), log, std::move(observer),
        channel.take(), expectations.take(), std::move(wake)));
}

Gate::Gate(Settings settings, QueueSocket socket, PacketLog &log, Observer observer, Wire::PacketChannel channel,
    std::unique_ptr<ExpectationTable> expectations, Fd commandWake)
    : m_settings(std::move(settings))
    , m_observer(std::move(observer))
    , m_socket(std::move(socket))
    , m_channel(std::move(channel))
    , m_expectationMaker(std::move(expectations))
    , m_commandWake(std::move(commandWake))
    , m_outstanding(MaxOutstanding)
    , m_lastMomentsFinder(m_channel, m_recent, m_settings.helper, m_settings.queue, log.eventFd())
    , m_conduct(MaxOutstanding)
    , m_verdicts(m_settings.queue, m_settings.helper, m_settings.policy.dataLength)
    , m_events(log, m_settings.helper, m_settings.queue)
    , m_packetSpin(LookOutInWakeUps * wakeUpTime())
    , m_answerSpin(LookOutInWakeUps * wakeUpTime())
    , m_withoutProcessSince(Wire::monotonicNs())
{
    m_thread = std::thread([this] { run(); });
    ::pthread_setname_np(m_thread.native_handle(), ("gate-" + m_settings.helper).substr(0, 15).c_str());
}

Gate::~Gate()
{
    post({CommandKind::Stop});
    m_thread.join();
}

void Gate::prepareProcess()
{
    post({CommandKind::PrepareProcess});
}

std::future<LastMoments> Gate::processEnded(bool blamePacket)
{
    auto ended = std::make_shared<std::promise<LastMoments>>();
    auto lastMoments = ended->get_future();
    post({CommandKind::ProcessEnded, blamePacket, nullptr, std::move(ended)});
    return lastMoments;
}

bool Gate::drain()
{
    auto drained = std::make_shared<std::promise<void>>();
    auto done = drained->get_future();
    post({CommandKind::Drain, false, std::move(drained)});
    return done.wait_for(std::chrono::seconds(1)) == std::future_status::ready;
}

void Gate::post(Command command)
{
    {
        const std::lock_guard lock(m_commandMutex);
        m_commands.push_back(std::move(command));
        m_commandsWaiting.store(true, std::memory_order_release);
    }
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_commandWake.get(), &one, sizeof one);
}

void Gate::run()
{
    answerForPredecessor();
    bool readable = true;
    while (!m_stop) {
        handleCommands();
        const bool answered = takeProposals();
        flush();
        // While more is owed, what was released just now brings the next packets; when nothing is, they are still on
        // their way, and the wait below sees them come. Each read in vain would be a system call.
        if (readable || (answered && !m_outstanding.empty())) {
            readable = readPackets() == QueueSocket::BatchSize;
        }
        checkClocks();
        const auto untilReaders = m_events.wakeReaders(); // in each turn: under overload no turn ends in a wait
        if (!readable && !m_stop) {
            readable = wait(untilReaders);
        }
    }
    releaseAll("the helper was stopped");
}

/// Messages come in the order of their ids: what was read from the socket before lies before what is still in it.
void Gate::answerForPredecessor()
{
    if (!m_settings.takenOverAt) {
        return;
    }
    readPackets();
    m_verdicts.acceptUpTo(m_outstanding.empty() ? *m_settings.takenOverAt : m_outstanding.front().id - 1);
    flush();
}

/// Until there is something to do. Whether the queue socket is part of it.
bool Gate::wait(std::chrono::milliseconds untilReaders)
{
    bool readable = false;
    auto &spin = m_outstanding.empty() ? m_packetSpin : m_answerSpin;
    if (m_process == ProcessState::Ready && lookOut(spin, readable)) {
        return readable;
    }
    if (!m_channel.prepareToSleep()) {
        return false;
    }
    pollfd bells[] {{m_channel.wakeGateFd(), POLLIN, 0}, {m_commandWake.get(), POLLIN, 0}, {m_socket.fd(), POLLIN, 0}};
    ::poll(bells, std::size(bells), sleepMilliseconds(untilReaders));
    m_channel.awake();
    spin.slept();
    if (bells[0].revents != 0 && m_conduct.rangTooOften(clearEventFd(m_channel.wakeGateFd()))
        && m_process != ProcessState::None) {
        failProcess("it wakes the gate for nothing, again and again");
    }
    return bells[2].revents != 0;
}

/// Whether something came before it was time to sleep; @p readable: a packet.
bool Gate::lookOut(Wire::AdaptiveSpin &spin, bool &readable)
{
    return spin.spin([this] { return m_channel.hasMessages() || m_commandsWaiting.load(std::memory_order_relaxed); },
        [this, &readable] {
            pollfd socket {m_socket.fd(), POLLIN, 0};
            readable = ::poll(&socket, 1, 0) > 0;
            return readable;
        });
}

void Gate::handleCommands()
{
    if (!m_commandsWaiting.load(std::memory_order_acquire)) {
        return;
    }
    std::vector<Command> commands;
    {
        const std::lock_guard lock(m_commandMutex);
        commands.swap(m_commands);
        m_commandsWaiting.store(false, std::memory_order_relaxed);
    }
    clearEventFd(m_commandWake.get());
    for (const Command &command : commands) {
        handle(command);
    }
}

void Gate::handle(const Command &command)
{
    switch (command.kind) {
    case CommandKind::PrepareProcess:
        if (m_channel.attachProcess(m_outstanding.empty() ? m_channel.position() : m_outstanding.front().position)) {
            m_process = ProcessState::Attached;
            m_conduct.reset();
            m_observer.slotReady(m_channel.descriptors());
        } else {
            m_observer.processFailed("there is no memory for its packet channel");
        }
        break;
    case CommandKind::ProcessEnded:
        endProcess(command.blamePacket);
        command.ended->set_value(std::exchange(m_lastMoments, {}));
        break;
    case CommandKind::Drain:
        release();
        command.drained->set_value();
        break;
    case CommandKind::Stop:
        m_stop = true;
        break;
    }
}

void Gate::release()
{
    m_open = true;
    loseProcess(Blame::None);
    releaseAll("the helper was disabled");
    while (readPackets() != 0) { }
}

bool Gate::takeProposals()
{
    using What = Wire::PacketChannel::Taken::What;
    unsigned count = 0;
    while (m_process != ProcessState::None && count < MaxTakenAtOnce) {
        const auto taken = m_channel.take(m_proposal);
        if (taken.what == What::Nothing) {
            break;
        }
        ++count;
        m_conduct.spoke();
        if (taken.what == What::Nonsense) {
            failProcess("it wrote nonsense into its channel: " + taken.problem);
        } else if (taken.what == What::Ready) {
            becomeReady();
        } else if (m_process == ProcessState::Ready) {
            taken.what == What::PortRequest ? answerPortRequest() : judge();
        } else {
            failProcess("it answered before it had said that it is ready");
        }
    }
    if (std::exchange(m_progressed, false)) {
        m_lastProgress = Wire::monotonicNs(); // once for all of them: a look at the clock may be a system call
    }
    return count != 0;
}

void Gate::judge()
{
    OutstandingPacket *outstanding = m_outstanding.find(m_proposal.packetId);
    if (!outstanding) {
        if (!m_conduct.mayStillName(m_proposal.packetId)) {
            failProcess("it answered a packet that it was never shown or had answered already");
        }
        return;
    }
    if (outstanding == &m_outstanding.front()) {
        m_progressed = true; // answers to later ones are no progress: the oldest would wait for ever
    }
    const auto packet = m_channel.packetAt(outstanding->position);
    std::uint8_t flags = 0;
    bool refusedTooOften = false;
    sanitizeNote(m_proposal);
    if (const auto refusal = refusalOf(m_proposal, packet, m_settings.policy)) {
        increment(m_counters.refused);
        m_proposal.reset(m_proposal.packetId);
        m_proposal.setNote("refused: it proposed " + *refusal);
        flags = EventFlag::Refused;
        refusedTooOften = m_conduct.refusedTooOften();
    }
    const Wire::ExpectationProposal *inVerdict = makeExpectations(packet.record);
    // One message a packet, also for a run of plain accepts: VERDICT_BATCH would hide those among them that the kernel
    // had flushed.
    if (isPlainAccept(m_proposal, inVerdict)) {
        m_verdicts.put(m_proposal.packetId, Verdict::Accept);
    } else {
        m_verdicts.put(m_proposal, inVerdict);
    }
    if (m_proposal.mangled) {
        flags |= EventFlag::Mangled;
        increment(m_counters.mangled);
    }
    m_outstanding.answer(*outstanding);
    noteVerdict(packet.record, packet.payload, m_proposal.verdict, flags, m_proposal.noteText());
    if (refusedTooOften) {
        failProcess("it keeps proposing what it must not");
    }
}

/// The one that its verdict has to carry, if there is one.
const Wire::ExpectationProposal *Gate::makeExpectations(const Wire::PacketRecord &packet)
{
    const auto made = m_expectationMaker.make(m_proposal, packet);
    add(m_counters.expectations, made.made);
    add(m_counters.refused, made.refused);
    if (made.refused != 0) {
        m_proposal.setNote(std::string(m_proposal.noteText()) + " (the kernel refused an expectation)");
    }
    return made.inVerdict;
}

/// The process waits for the answer, whatever it is.
void Gate::answerPortRequest()
{
    const Wire::PortRequest &request = m_channel.portRequest();
    std::optional<std::uint16_t> port;
    if (const OutstandingPacket *outstanding = m_outstanding.find(request.packetId)) {
        const auto packet = m_channel.packetAt(outstanding->position);
        if (refusalOf(request, packet, m_settings.policy)) {
            increment(m_counters.refused);
            if (m_conduct.refusedTooOften()) {
                failProcess("it keeps asking for what it must not have");
                return;
            }
        } else {
            port = m_expectationMaker.reserve(request, packet.record);
        }
    } else if (!m_conduct.mayStillName(request.packetId)) {
        failProcess("it asked for ports for a packet that it was never shown or had answered already");
        return;
    }
    m_channel.answerPortRequest(port.value_or(0));
}

/// How many messages there were.
std::size_t Gate::readPackets()
{
    const auto messages = m_socket.receive();
    if (messages.empty()) {
        return 0;
    }
    const std::uint64_t now = Wire::monotonicNs();
    for (const auto &bytes : messages) {
        const QueueMessage message = decodeQueueMessage(bytes, now);
        if (message.kind == QueueMessage::Kind::Packet) {
            admit(message);
        } else if (message.kind == QueueMessage::Kind::VerdictRefused && message.error != 0) {
            increment(m_counters.verdictErrors);
        }
    }
    m_channel.publish();
    flush(); // what was accepted unseen still points into the receive buffers
    return messages.size();
}

void Gate::admit(const QueueMessage &message)
{
    increment(m_counters.packets);
    if (m_open) {
        acceptUnseen(message.packet, message.payload, "no helper process");
        return;
    }
    if (m_outstanding.empty()) {
        m_lastProgress = message.packet.receivedNs;
    }
    const auto position =
        m_outstanding.full() ? std::nullopt : m_channel.append(message.packet, message.payload, oldestNeeded());
    if (!position) {
        acceptUnseen(message.packet, message.payload, "the helper process is behind");
        return;
    }
    m_outstanding.push(message.packet.packetId, *position, message.packet.receivedNs);
    m_recent.add(*position);
}

void Gate::acceptUnseen(const Wire::PacketRecord &packet, std::span<const std::uint8_t> payload, std::string_view note)
{
    increment(m_counters.failOpen);
    m_verdicts.put(packet.packetId, Verdict::Accept);
    noteVerdict(packet, payload, Verdict::Accept, EventFlag::FailOpen, note);
}

void Gate::acceptOutstanding(OutstandingPacket &outstanding, std::string_view note)
{
    const auto packet = m_channel.packetAt(outstanding.position);
    m_conduct.released(outstanding.id);
    m_expectationMaker.giveBack(outstanding.id);
    m_outstanding.answer(outstanding);
    acceptUnseen(packet.record, packet.payload, note);
}

void Gate::releaseAll(std::string_view note)
{
    while (!m_outstanding.empty()) {
        acceptOutstanding(m_outstanding.front(), note);
    }
    flush();
}

void Gate::noteVerdict(const Wire::PacketRecord &packet, std::span<const std::uint8_t> payload, Verdict verdict,
    std::uint8_t flags, std::string_view note)
{
    increment(verdict == Verdict::Drop ? m_counters.dropped : m_counters.accepted);
    m_events.stage(packet, payload, verdict, flags, note);
    if (m_events.full() || m_verdicts.needsFlush()) {
        flush();
    }
}

void Gate::flush()
{
    if (!m_verdicts.empty()) {
        m_socket.send(m_verdicts.messages());
        m_verdicts.sent();
    }
    if (m_expectationMaker.hasLate()) {
        add(m_counters.refused, m_expectationMaker.makeLate());
    }
    m_events.write(m_latencies);
}

std::uint64_t Gate::oldestNeeded()
{
    return m_outstanding.empty() ? m_channel.position() : m_outstanding.front().position;
}

} // namespace Trackhand
