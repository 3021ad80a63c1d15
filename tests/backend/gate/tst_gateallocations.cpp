// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/gate/gate.h"
#include "queuebytes.h"
#include "tests/shared/allocationcount.h"

#include <QTest>

#include <array>
#include <condition_variable>
#include <fcntl.h>
#include <functional>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>

using namespace Trackhand;
using namespace Trackhand::Test;

/// A gate between a kernel and a helper process that the test plays; what the gate's thread allocates is counted.
class TestGateAllocations : public QObject {
    Q_OBJECT

    static constexpr std::uint32_t PacketsInFlight = 8; // net.unix.max_dgram_qlen is 10 on old systems

    Fd m_kernel;
    std::unique_ptr<PacketLog> m_log;
    std::unique_ptr<Gate> m_gate;
    std::unique_ptr<Wire::HelperChannel> m_process;
    std::unique_ptr<Wire::Proposal> m_proposal;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Wire::PacketChannel::Descriptors> m_slot;
    std::uint32_t m_id = 0;

    void makeGate()
    {
        int ends[2] = {-1, -1};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends), 0);
        m_kernel.reset(ends[0]);
        m_log = PacketLog::create().take();
        m_log->setPayloadObservers(1);
        Gate::Settings settings;
        settings.helper = "ftp";
        settings.hangLimit = settings.holdLimit = std::chrono::seconds(60);
        Gate::Observer observer;
        observer.slotReady = [this](Wire::PacketChannel::Descriptors slot) {
            const std::lock_guard lock(m_mutex);
            m_slot = slot;
            m_changed.notify_all();
        };
        observer.processReady = [] {
        };
        observer.processFailed = [](const std::string &reason) {
            qFatal("%s", reason.c_str());
        };
        auto gate = Gate::create(settings, QueueSocket::adopt(Fd(ends[1])), *m_log, observer);
        QVERIFY(gate.ok());
        m_gate = gate.take();
    }

    void startProcess()
    {
        m_gate->prepareProcess();
        std::unique_lock lock(m_mutex);
        QVERIFY(m_changed.wait_for(lock, std::chrono::seconds(5), [this] { return m_slot.has_value(); }));
        const auto copy = [](int fd) {
            return Fd(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
        };
        auto channel =
            Wire::HelperChannel::open(copy(m_slot->packets), copy(m_slot->proposals), copy(m_slot->wakeGate));
        QVERIFY(channel.ok());
        m_process = std::make_unique<Wire::HelperChannel>(channel.take());
        m_proposal = std::make_unique<Wire::Proposal>();
        m_process->sayReady();
    }

    void queuePacket()
    {
        QueueBytes::Packet packet;
        packet.id = ++m_id;
        packet.ctInfo = static_cast<std::uint32_t>(CtInfo::New);
        packet.original = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);
        packet.reply = packet.original.inverted();
        packet.payload = QueueBytes::tcp4(packet.original, "PASV\r\n");
        const auto bytes = QueueBytes::packetMessage(packet);
        QCOMPARE(::send(m_kernel.get(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    }

    void judge(const std::function<void(Wire::Proposal &)> &answer)
    {
        auto packet = m_process->next();
        while (!packet) {
            m_process->wait();
            packet = m_process->next();
        }
        m_proposal->reset(packet->record.packetId);
        answer(*m_proposal);
        m_process->propose(*m_proposal);
    }

    /// Until the newest packet has its verdict.
    void readVerdicts()
    {
        std::array<std::uint8_t, 1 << 16> buffer;
        for (std::uint32_t seen = 0; seen != m_id;) {
            pollfd waiting {m_kernel.get(), POLLIN, 0};
            QCOMPARE(::poll(&waiting, 1, 5000), 1);
            const ssize_t size = ::recv(m_kernel.get(), buffer.data(), buffer.size(), 0);
            QVERIFY(size > 0);
            seen = QueueBytes::verdictsIn(buffer.data(), static_cast<std::size_t>(size)).back().id;
        }
    }

    void pass(unsigned rounds, const std::function<void(Wire::Proposal &)> &answer)
    {
        for (unsigned round = 0; round < rounds; ++round) {
            for (std::uint32_t i = 0; i < PacketsInFlight; ++i) {
                queuePacket();
            }
            for (std::uint32_t i = 0; i < PacketsInFlight; ++i) {
                judge(answer);
            }
            m_process->publish();
            readVerdicts();
        }
    }

private slots:
    void noPacketAllocates_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addRow("plain accept") << 0;
        QTest::addRow("with a note") << 1;
        QTest::addRow("drop") << 2;
        QTest::addRow("with an expectation") << 3;
    }
    void noPacketAllocates()
    {
        QFETCH(int, kind);
        countThisThread();
        m_id = 0;
        m_slot.reset();
        makeGate();
        startProcess();
        const auto answer = [kind](Wire::Proposal &proposal) {
            if (kind == 1) {
                proposal.setNote("227 10,0,2,2,195,80 -> expects 10.0.2.2:50000");
            } else if (kind == 2) {
                proposal.verdict = Verdict::Drop;
            } else if (kind == 3) {
                Wire::ExpectationProposal expectation;
                expectation.tuple = QueueBytes::tuple4("10.0.1.2", 0, "10.0.2.2", 50000);
                proposal.addExpectation(expectation);
            }
        };
        pass(300, answer);
        const std::uint64_t before = allocations().elsewhere;
        pass(300, answer);
        QCOMPARE(allocations().elsewhere - before, std::uint64_t {0});
        QCOMPARE(m_gate->counters().packets.load(), std::uint64_t {600 * PacketsInFlight});
        QCOMPARE(m_gate->counters().refused.load(), std::uint64_t {0});
        QCOMPARE(m_gate->counters().failOpen.load(), std::uint64_t {0});
        m_gate.reset();
    }
};

QTEST_GUILESS_MAIN(TestGateAllocations)
#include "tst_gateallocations.moc"
