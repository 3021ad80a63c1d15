// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/gate.h"
#include "queuebytes.h"

#include <QTest>

#include <condition_variable>
#include <deque>
#include <fcntl.h>
#include <mutex>
#include <poll.h>
#include <sys/socket.h>

namespace Trackhand {

using QueueBytes::VerdictSeen;

inline constexpr int PatienceMs = 5000;
inline constexpr std::uint32_t NfDrop = 0;
inline constexpr std::uint32_t NfAccept = 1;

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

    void queue(std::uint32_t id, const std::vector<std::uint8_t> &payload, CtInfo info = CtInfo::New,
        const Tuple &original = flow())
    {
        QueueBytes::Packet packet;
        packet.id = id;
        packet.ctInfo = static_cast<std::uint32_t>(info);
        packet.original = original;
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

/// The base of the gate's tests: a gate between a kernel and processes that the test plays. A test calls start() in its
/// init().
class PlayedGate : public QObject {
protected:
    ~PlayedGate() override { m_gate.reset(); }

    void start()
    {
        m_kernel = std::make_unique<FakeKernel>();
        m_log = PacketLog::create().take();
        m_slots.clear();
        m_failures.clear();
    }

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

    std::unique_ptr<FakeKernel> m_kernel;
    std::unique_ptr<PacketLog> m_log;
    std::unique_ptr<Gate> m_gate;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Wire::PacketChannel::Descriptors> m_slots;
    std::deque<std::string> m_failures;
};

} // namespace Trackhand
