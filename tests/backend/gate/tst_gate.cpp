// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/gate.h"
#include "queuebytes.h"
#include "wire/ring/eventring.h"

#include <QDeadlineTimer>
#include <QTest>

#include <condition_variable>
#include <deque>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>

using namespace Trackhand;
using QueueBytes::VerdictSeen;

namespace {

constexpr int PatienceMs = 5000;
constexpr std::uint32_t NfDrop = 0;
constexpr std::uint32_t NfAccept = 1;

/// The kernel's end of a queue: a datagram socket instead of a netlink one.
class FakeKernel {
public:
    FakeKernel()
    {
        int ends[2] = {-1, -1};
        ::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends);
        m_fd.reset(ends[0]);
        m_gateEnd.reset(ends[1]);
    }

    Fd takeGateEnd() { return std::move(m_gateEnd); }

    static Tuple flow() { return QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21); }

    void queue(std::uint32_t id, CtInfo info = CtInfo::New) { queue(id, QueueBytes::tcp4(flow(), "PASV\r\n"), info); }

    void masquerade(const char *address) { m_publicAddress = IpAddress::parse(address); }

    void queue(std::uint32_t id, const std::vector<std::uint8_t> &payload, CtInfo info = CtInfo::New)
    {
        QueueBytes::Packet packet;
        packet.id = id;
        packet.ctInfo = static_cast<std::uint32_t>(info);
        packet.original = flow();
        packet.reply = packet.original.inverted();
        packet.reply.destination = m_publicAddress.value_or(packet.reply.destination);
        packet.payload = payload;
        const auto bytes = QueueBytes::packetMessage(packet);
        QCOMPARE(::send(m_fd.get(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    }

    /// The next verdict, or one with id 0 when none comes within @p patience.
    VerdictSeen next(int patience = PatienceMs)
    {
        if (m_seen.empty()) {
            read(patience);
        }
        if (m_seen.empty()) {
            return {};
        }
        const VerdictSeen verdict = m_seen.front();
        m_seen.pop_front();
        return verdict;
    }

private:
    void read(int patience)
    {
        pollfd waiting {m_fd.get(), POLLIN, 0};
        std::vector<std::uint8_t> buffer(1 << 18);
        if (::poll(&waiting, 1, patience) == 1) {
            const ssize_t size = ::recv(m_fd.get(), buffer.data(), buffer.size(), 0);
            const auto verdicts =
                QueueBytes::verdictsIn(buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
            m_seen.insert(m_seen.end(), verdicts.begin(), verdicts.end());
        }
    }

    Fd m_fd;
    Fd m_gateEnd;
    std::optional<IpAddress> m_publicAddress;
    std::deque<VerdictSeen> m_seen;
};

/// A helper process without a process: the other end of the channel, driven by the test.
class FakeProcess {
public:
    explicit FakeProcess(const Wire::PacketChannel::Descriptors &descriptors)
    {
        const auto copy = [](int fd) {
            return Fd(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
        };
        auto channel = Wire::HelperChannel::open(
            copy(descriptors.packets), copy(descriptors.proposals), copy(descriptors.wakeGate));
        m_channel = std::make_unique<Wire::HelperChannel>(channel.take());
        m_proposal = std::make_unique<Wire::Proposal>();
    }

    void sayReady() { m_channel->sayReady(); }

    /// The id of the next packet shown, 0 when none comes.
    std::uint32_t take()
    {
        for (int waited = 0; waited < PatienceMs; ++waited) {
            if (const auto packet = m_channel->next()) {
                return packet->record.packetId;
            }
            QTest::qSleep(1);
        }
        return 0;
    }

    Wire::Proposal &proposalFor(std::uint32_t id)
    {
        m_proposal->reset(id);
        return *m_proposal;
    }
    void propose() { m_channel->propose(*m_proposal); }
    void publish() { m_channel->publish(); }
    /// Waits for the gate's answer; 0 when there is no port.
    std::uint16_t requestPort(std::uint32_t id, const Wire::ExpectationProposal &expectation)
    {
        return m_channel->requestPorts({id, 1, expectation}).value_or(0);
    }
    void askForPort(std::uint32_t id, const Wire::ExpectationProposal &expectation)
    {
        m_channel->askForPorts({id, 1, expectation});
    }
    void accept(std::uint32_t id)
    {
        proposalFor(id);
        propose();
        publish();
    }

private:
    std::unique_ptr<Wire::HelperChannel> m_channel;
    std::unique_ptr<Wire::Proposal> m_proposal;
};

} // namespace

/// What the gate promises: one verdict for each packet, whatever becomes of the process.
class TestGate : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeKernel> m_kernel;
    std::unique_ptr<PacketLog> m_log;
    std::unique_ptr<Gate> m_gate;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Wire::PacketChannel::Descriptors> m_slots;
    std::deque<std::string> m_failures;

    template <typename T>
    T waitFor(std::deque<T> &queue)
    {
        std::unique_lock lock(m_mutex);
        if (!m_changed.wait_for(lock, std::chrono::milliseconds(PatienceMs), [&] { return !queue.empty(); })) {
            qFatal("the gate never called back");
        }
        T value = queue.front();
        queue.pop_front();
        return value;
    }
    template <typename T>
    void put(std::deque<T> &queue, T value)
    {
        const std::lock_guard lock(m_mutex);
        queue.push_back(std::move(value));
        m_changed.notify_all();
    }

    void makeGate(std::chrono::milliseconds hang = std::chrono::seconds(60),
        std::chrono::milliseconds hold = std::chrono::seconds(60),
        std::optional<std::uint32_t> takenOverAt = std::nullopt)
    {
        Gate::Settings settings;
        settings.helper = "ftp";
        settings.queue = 0;
        settings.hangLimit = hang;
        settings.holdLimit = hold;
        settings.takenOverAt = takenOverAt;
        Gate::Observer observer;
        observer.slotReady = [this](Wire::PacketChannel::Descriptors slot) {
            put(m_slots, slot);
        };
        observer.processReady = [] {
        };
        observer.processFailed = [this](const std::string &reason) {
            put(m_failures, reason);
        };
        auto gate = Gate::create(settings, QueueSocket::adopt(m_kernel->takeGateEnd()), *m_log, observer);
        QVERIFY(gate.ok());
        m_gate = gate.take();
    }
    /// A data connection of the masqueraded flow.
    static Wire::ExpectationProposal translated()
    {
        Wire::ExpectationProposal expectation;
        expectation.tuple = QueueBytes::tuple4("10.0.2.2", 0, "10.0.2.1", 50000);
        expectation.nat = Wire::NatFunction::FollowMaster;
        expectation.natDirection = 1;
        expectation.natAddress = FakeKernel::flow().source;
        expectation.natPort = 50000;
        return expectation;
    }
    std::unique_ptr<FakeProcess> startProcess()
    {
        m_gate->prepareProcess();
        auto process = std::make_unique<FakeProcess>(waitFor(m_slots));
        process->sayReady();
        return process;
    }

private slots:
    void init()
    {
        m_kernel = std::make_unique<FakeKernel>();
        m_log = PacketLog::create().take();
        m_slots.clear();
        m_failures.clear();
    }
    void cleanup() { m_gate.reset(); }

    void aPacketIsShownToTheProcessAndAnsweredOnce()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        QCOMPARE(process->take(), 1U);
        process->accept(1);
        const VerdictSeen verdict = m_kernel->next();
        QCOMPARE(verdict.id, 1U);
        QCOMPARE(verdict.verdict, NfAccept);
        QVERIFY(!verdict.hasConntrack);
        QCOMPARE(m_kernel->next(100).id, 0U);
        QCOMPARE(m_gate->counters().packets.load(), std::uint64_t {1});
    }

    void aRunOfPlainAcceptsIsOneMessageAPacket()
    {
        makeGate();
        const auto process = startProcess();
        for (std::uint32_t id = 1; id <= 5; ++id) {
            m_kernel->queue(id);
        }
        for (std::uint32_t id = 1; id <= 5; ++id) {
            QCOMPARE(process->take(), id);
            process->proposalFor(id);
            process->propose();
        }
        process->publish();
        for (std::uint32_t id = 1; id <= 5; ++id) {
            const VerdictSeen verdict = m_kernel->next();
            QVERIFY(!verdict.batch); // which would hide a packet that the kernel had flushed
            QCOMPARE(verdict.id, id);
        }
    }

    void aDropWithinARunKeepsItsPlace()
    {
        makeGate();
        const auto process = startProcess();
        for (std::uint32_t id = 1; id <= 3; ++id) {
            m_kernel->queue(id);
        }
        for (std::uint32_t id = 1; id <= 3; ++id) {
            process->take();
            process->proposalFor(id).verdict = id == 2 ? Verdict::Drop : Verdict::Accept;
            process->propose();
        }
        process->publish();
        QCOMPARE(m_kernel->next().id, 1U);
        const VerdictSeen drop = m_kernel->next();
        QCOMPARE(drop.id, 2U);
        QCOMPARE(drop.verdict, NfDrop);
        QCOMPARE(m_kernel->next().id, 3U);
    }

    void anExpectationOfAFirstPacketGoesWithTheVerdictAndHasAMask()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1, CtInfo::New);
        process->take();
        Wire::ExpectationProposal expectation;
        expectation.tuple = QueueBytes::tuple4("10.0.1.2", 0, "10.0.2.2", 50000);
        process->proposalFor(1).addExpectation(expectation);
        process->propose();
        process->publish();
        const VerdictSeen verdict = m_kernel->next();
        QVERIFY(verdict.hasConntrack);
        QVERIFY(verdict.hasExpectation);
        QVERIFY(verdict.hasMask);
    }

    void aRefusedProposalIsAPlainAcceptAndCounted()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        process->take();
        Wire::ExpectationProposal expectation;
        expectation.tuple = QueueBytes::tuple4("10.0.1.2", 0, "192.0.2.1", 50000);
        process->proposalFor(1).addExpectation(expectation);
        process->propose();
        process->publish();
        const VerdictSeen verdict = m_kernel->next();
        QCOMPARE(verdict.verdict, NfAccept);
        QVERIFY(!verdict.hasExpectation);
        QCOMPARE(m_gate->counters().refused.load(), std::uint64_t {1});
    }

    void packetsWaitForTheFirstProcess()
    {
        makeGate();
        m_kernel->queue(1);
        QCOMPARE(m_kernel->next(200).id, 0U);
        const auto process = startProcess();
        QCOMPARE(process->take(), 1U);
        process->accept(1);
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void packetsDoNotWaitForEver()
    {
        makeGate(std::chrono::seconds(60), std::chrono::milliseconds(100));
        m_kernel->queue(1);
        QCOMPARE(m_kernel->next().id, 1U);
        m_kernel->queue(2);
        QCOMPARE(m_kernel->next().id, 2U);
        QCOMPARE(m_gate->counters().failOpen.load(), std::uint64_t {2});
    }

    void aProcessThatComesTooLateSeesOnlyWhatIsStillOwed()
    {
        makeGate(std::chrono::seconds(60), std::chrono::milliseconds(100));
        m_gate->prepareProcess();
        FakeProcess process(waitFor(m_slots));
        m_kernel->queue(1);
        QCOMPARE(m_kernel->next().id, 1U);
        process.sayReady();
        QTest::qSleep(50);
        m_kernel->queue(2);
        QCOMPARE(process.take(), 2U);
        process.accept(2);
        QCOMPARE(m_kernel->next().id, 2U);
    }

    void theNextProcessGetsWhatAKilledOneHadNotAnswered()
    {
        makeGate();
        {
            const auto process = startProcess();
            for (std::uint32_t id = 1; id <= 3; ++id) {
                m_kernel->queue(id);
            }
            QCOMPARE(process->take(), 1U);
            process->accept(1);
            QCOMPARE(m_kernel->next().id, 1U);
            QCOMPARE(process->take(), 2U);
        }
        m_gate->processEnded(false);
        const auto next = startProcess();
        for (const std::uint32_t id : {2U, 3U}) {
            QCOMPARE(next->take(), id);
            next->accept(id);
            QCOMPARE(m_kernel->next().id, id);
        }
    }

    void whatADeadProcessHadProposedStillCounts()
    {
        makeGate();
        {
            const auto process = startProcess();
            m_kernel->queue(1);
            process->take();
            process->proposalFor(1).verdict = Verdict::Drop;
            process->propose();
            process->publish();
        }
        m_gate->processEnded(true);
        QCOMPARE(m_kernel->next().verdict, NfDrop);
        QCOMPARE(m_kernel->next(100).id, 0U);
    }

    void thePacketThatAProcessDiedOfIsAccepted()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        m_kernel->queue(2);
        process->take();
        m_gate->processEnded(true);
        QCOMPARE(m_kernel->next().id, 1U);
        QCOMPARE(m_kernel->next(100).id, 0U);
        const auto next = startProcess();
        QCOMPARE(next->take(), 2U);
    }

    void aPacketIsDeliveredToAtMostTwoProcesses()
    {
        makeGate();
        m_kernel->queue(1);
        for (int life = 0; life < 2; ++life) {
            const auto process = startProcess();
            QCOMPARE(process->take(), 1U);
            m_gate->processEnded(false);
        }
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void aPacketThatTwoProcessesFellSilentWithIsAccepted()
    {
        makeGate(std::chrono::milliseconds(150));
        m_kernel->queue(1);
        for (int life = 0; life < 2; ++life) {
            const auto process = startProcess();
            QCOMPARE(process->take(), 1U);
            QVERIFY(waitFor(m_failures).find("did not answer") != std::string::npos);
            m_gate->processEnded(true);
        }
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void aPacketWaitsForAProcessThatNobodyStopsHoweverManyHaveBeen()
    {
        makeGate(std::chrono::milliseconds(100));
        m_kernel->queue(1);
        for (int life = 0; life < 4; ++life) {
            const auto process = startProcess();
            QCOMPARE(process->take(), 1U);
            waitFor(m_failures);
            m_gate->processEnded(false);
        }
        QCOMPARE(m_kernel->next(0).id, 0U);
        const auto process = startProcess();
        QCOMPARE(process->take(), 1U);
        process->accept(1);
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void theShortestHangLimitThereIsFindsASilentProcess()
    {
        makeGate(std::chrono::milliseconds(100));
        const auto process = startProcess();
        m_kernel->queue(1);
        QCOMPARE(process->take(), 1U);
        QVERIFY(waitFor(m_failures).find("did not answer") != std::string::npos);
    }

    void aProcessThatAnswersWhatItWasNeverShownIsFound()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        process->take();
        process->accept(77);
        QVERIFY(waitFor(m_failures).find("never shown") != std::string::npos);
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void aProcessThatLeavesTheOldestUnansweredIsFound()
    {
        makeGate(std::chrono::milliseconds(150));
        const auto process = startProcess();
        const auto failed = [this] {
            const std::lock_guard lock(m_mutex);
            return !m_failures.empty();
        };
        std::uint32_t id = 1;
        m_kernel->queue(id);
        QCOMPARE(process->take(), id);
        // Answers to all others are no sign of life. The end may come between one of them and its verdict.
        bool oldestAccepted = false;
        const QDeadlineTimer patience(5000);
        while (!failed() && !patience.hasExpired()) {
            m_kernel->queue(++id);
            QCOMPARE(process->take(), id);
            process->accept(id);
            oldestAccepted = m_kernel->next(20).id == 1 || oldestAccepted;
        }
        QVERIFY(!patience.hasExpired());
        QVERIFY(waitFor(m_failures).find("did not answer") != std::string::npos);
        m_gate->processEnded(true);
        const auto next = startProcess(); // is given it again
        QCOMPARE(next->take(), 1U);
        next->accept(1);
        while (const std::uint32_t accepted = m_kernel->next().id) {
            oldestAccepted = oldestAccepted || accepted == 1;
            if (oldestAccepted) {
                break;
            }
        }
        QVERIFY(oldestAccepted);
    }

    void aProcessThatAnswersTwiceIsFound()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        process->accept(process->take());
        QCOMPARE(m_kernel->next().id, 1U);
        process->accept(1);
        QVERIFY(waitFor(m_failures).find("answered already") != std::string::npos);
    }

    void aProcessThatIsReadyMoreThanOnceIsFound()
    {
        makeGate();
        const auto process = startProcess();
        process->sayReady();
        QVERIFY(waitFor(m_failures).find("more than once") != std::string::npos);
    }

    void aProcessThatAnswersBeforeItIsReadyIsFound()
    {
        makeGate();
        m_gate->prepareProcess();
        FakeProcess process(waitFor(m_slots));
        m_kernel->queue(1);
        process.accept(process.take());
        QVERIFY(waitFor(m_failures).find("before it had said") != std::string::npos);
    }

    void aProcessMayBeLateForWhatWasAcceptedWithoutItButNotForEver()
    {
        makeGate(std::chrono::seconds(60), std::chrono::milliseconds(100));
        m_gate->prepareProcess();
        FakeProcess process(waitFor(m_slots));
        m_kernel->queue(1);
        QCOMPARE(process.take(), 1U);
        QCOMPARE(m_kernel->next().id, 1U);
        process.sayReady();
        process.accept(1);
        m_kernel->queue(2);
        QCOMPARE(process.take(), 2U);
        process.accept(2);
        QCOMPARE(m_kernel->next().id, 2U); // it was believed to be late
        for (int i = 0; i < 20000; ++i) {
            process.proposalFor(1);
            process.propose();
        }
        process.publish();
        QVERIFY(waitFor(m_failures).find("answered already") != std::string::npos);
    }

    void aProcessThatRingsForNothingIsFound()
    {
        makeGate();
        m_gate->prepareProcess();
        const auto slot = waitFor(m_slots);
        FakeProcess process(slot);
        process.sayReady();
        const std::uint64_t one = 1;
        const auto failed = [this] {
            const std::lock_guard lock(m_mutex);
            return !m_failures.empty();
        };
        // Those that come while the gate is awake cost it nothing, and do not count.
        for (const QDeadlineTimer limit(20000); !failed() && !limit.hasExpired();) {
            QCOMPARE(::write(slot.wakeGate, &one, sizeof one), static_cast<ssize_t>(sizeof one));
        }
        QVERIFY(waitFor(m_failures).find("for nothing") != std::string::npos);
    }

    void processesThatDieBeforeTheyAreReadyProlongNoWait()
    {
        makeGate(std::chrono::seconds(60), std::chrono::milliseconds(300));
        m_kernel->queue(1);
        for (int life = 0; life < 5; ++life) {
            m_gate->prepareProcess();
            const FakeProcess process(waitFor(m_slots));
            QTest::qSleep(100);
            m_gate->processEnded(true);
        }
        QCOMPARE(m_kernel->next(150).id, 1U);
    }

    void manyLargeReplacementsReachTheKernel()
    {
        constexpr std::uint32_t Count = 12;
        makeGate();
        const auto process = startProcess();
        const auto replacement = QueueBytes::udp4(FakeKernel::flow(), std::string(62000, 'x').c_str());
        for (std::uint32_t id = 1; id <= Count; ++id) {
            m_kernel->queue(id, QueueBytes::udp4(FakeKernel::flow(), "a question"));
            QCOMPARE(process->take(), id);
        }
        for (std::uint32_t id = 1; id <= Count; ++id) {
            Wire::Proposal &proposal = process->proposalFor(id);
            proposal.mangled = true;
            proposal.payloadLength = static_cast<std::uint32_t>(replacement.size());
            std::copy(replacement.begin(), replacement.end(), proposal.payload.begin());
            process->propose();
        }
        process->publish();
        for (std::uint32_t id = 1; id <= Count; ++id) {
            const VerdictSeen verdict = m_kernel->next();
            QCOMPARE(verdict.id, id);
            QVERIFY(verdict.wellFormed);
            QVERIFY(verdict.payload == replacement);
        }
    }

    void whatADeadBackendHadReadIsAcceptedAndWhatItHadNotReadIsShown()
    {
        m_kernel->queue(4);
        m_kernel->queue(5);
        makeGate(std::chrono::seconds(60), std::chrono::seconds(60), 5);
        const VerdictSeen verdict = m_kernel->next();
        QVERIFY(verdict.batch);
        QCOMPARE(verdict.id, 3U);
        const auto process = startProcess();
        for (const std::uint32_t id : {4U, 5U}) {
            QCOMPARE(process->take(), id);
            process->accept(id);
            QCOMPARE(m_kernel->next().id, id);
        }
    }

    void whenADeadBackendHadReadEverythingAllOfItIsAccepted()
    {
        makeGate(std::chrono::seconds(60), std::chrono::seconds(60), 9);
        const VerdictSeen verdict = m_kernel->next();
        QVERIFY(verdict.batch);
        QCOMPARE(verdict.id, 9U);
    }

    void drainingAnswersEverythingAndWhatStillComes()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        m_kernel->queue(2);
        process->take();
        QVERIFY(m_gate->drain());
        QCOMPARE(m_kernel->next().id, 1U);
        QCOMPARE(m_kernel->next().id, 2U);
        m_kernel->queue(3);
        QCOMPARE(m_kernel->next().id, 3U);
    }

    void theLastThingAGateDoesIsToAnswerWhatWaits()
    {
        makeGate();
        const auto process = startProcess();
        m_kernel->queue(1);
        process->take();
        m_gate.reset();
        QCOMPARE(m_kernel->next().id, 1U);
    }

    void anEventTellsWhatTheKernelSentAndWhatTheHelperSaw()
    {
        makeGate();
        auto events = Wire::EventRingReader::open(
            Fd(::fcntl(m_log->eventFd(), F_DUPFD_CLOEXEC, 3)), Wire::EventRingReader::Start::Oldest)
                          .take();
        const auto process = startProcess();
        m_kernel->queue(1, CtInfo::Established);
        process->take();
        process->proposalFor(1).setNote("PASV");
        process->propose();
        process->publish();
        QCOMPARE(m_kernel->next().id, 1U);
        EventRecord event;
        std::size_t got = 0;
        QTRY_COMPARE(got += events.read({&event, 1}).count, std::size_t {1});
        QCOMPARE(std::string(event.noteText()), std::string("PASV"));
        QCOMPARE(std::string(event.helperName()), std::string("ftp"));
        QCOMPARE(event.packetId, 1U);
        QCOMPARE(event.outDevice, 3U);
        QCOMPARE(event.payloadLength, 46U);
        QCOMPARE(event.destinationPort, std::uint16_t {21});
        QVERIFY(event.ctInfo == CtInfo::Established);
        QVERIFY(event.verdict() == Verdict::Accept);
        QVERIFY(event.latencyNs > 0);
    }

    void aThousandPacketsInFlightAreEachAnsweredOnce()
    {
        makeGate();
        const auto process = startProcess();
        std::uint32_t answered = 0;
        for (std::uint32_t id = 1; id <= 1000; ++id) {
            m_kernel->queue(id);
            QCOMPARE(process->take(), id);
            process->proposalFor(id);
            process->propose();
            if (id % 10 == 0) {
                process->publish();
                while (answered < id) {
                    const VerdictSeen verdict = m_kernel->next();
                    QVERIFY(verdict.id > answered && verdict.id <= id);
                    answered = verdict.id;
                }
            }
        }
        QCOMPARE(m_gate->counters().accepted.load(), std::uint64_t {1000});
    }
    // The packets are the first of their flow: their expectations are made by the verdict, and no kernel is asked to.
    void aTranslatedPacketGetsItsPort()
    {
        makeGate();
        auto process = startProcess();
        m_kernel->masquerade("10.0.2.1");
        m_kernel->queue(1);
        QCOMPARE(process->take(), 1U);
        auto expectation = translated();
        QCOMPARE(process->requestPort(1, expectation), std::uint16_t {50000});
        process->proposalFor(1).addExpectation(expectation);
        process->propose();
        process->publish();
        const VerdictSeen verdict = m_kernel->next();
        QVERIFY(verdict.hasExpectation);
        QCOMPARE(verdict.expected.destinationPort, std::uint16_t {50000});
        QCOMPARE(m_gate->counters().expectations.load(), std::uint64_t {1});
    }
    void aPortThatMustNotBeExpectedIsNotGiven()
    {
        makeGate();
        auto process = startProcess();
        m_kernel->queue(1); // nothing is translated
        QCOMPARE(process->take(), 1U);
        QCOMPARE(process->requestPort(1, translated()), std::uint16_t {0});
        QCOMPARE(m_gate->counters().refused.load(), std::uint64_t {1});
        process->accept(1);
        QCOMPARE(m_kernel->next().id, 1U);
        QVERIFY(m_failures.empty());
    }
    void whoKeepsAskingForWhatItMustNotHaveIsAFailedProcess()
    {
        makeGate();
        auto process = startProcess();
        m_kernel->queue(1);
        QCOMPARE(process->take(), 1U);
        std::thread asking([&] { // its last request is never answered: the process would be ended
            for (int i = 0; i < 99; ++i) {
                process->requestPort(1, translated());
            }
            process->askForPort(1, translated());
        });
        const std::string reason = waitFor(m_failures);
        asking.join();
        QVERIFY2(reason.find("keeps asking") != std::string::npos, reason.c_str());
        m_gate->processEnded(true);
        QCOMPARE(m_kernel->next().id, 1U);
    }
    void whoAsksForPortsForAnUnknownPacketIsAFailedProcess()
    {
        makeGate();
        auto process = startProcess();
        process->askForPort(7, translated());
        const std::string reason = waitFor(m_failures);
        QVERIFY2(reason.find("never shown") != std::string::npos, reason.c_str());
    }
};

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
