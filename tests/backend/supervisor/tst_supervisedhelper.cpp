// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../gate/queuebytes.h"
#include "backend/supervisor/supervisedhelper.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <set>
#include <sys/socket.h>

using namespace Trackhand;
using namespace std::chrono_literals;

namespace {

constexpr std::uint16_t Queue = 7;
constexpr std::uint32_t NfAccept = 1;
constexpr int PatienceMs = 20000;

/// The kernel's end of a queue: a datagram socket instead of a netlink one.
class FakeQueue {
public:
    FakeQueue()
    {
        int ends[2] = {-1, -1};
        ::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends);
        m_kernel.reset(ends[0]);
        m_listener.reset(ends[1]);
    }

    std::map<std::uint16_t, Fd> takeListener()
    {
        std::map<std::uint16_t, Fd> sockets;
        sockets.emplace(Queue, std::move(m_listener));
        return sockets;
    }

    void put(std::uint32_t id)
    {
        QueueBytes::Packet packet;
        packet.id = id;
        packet.original = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);
        packet.reply = packet.original.inverted();
        packet.payload = QueueBytes::tcp4(packet.original, "NOOP\r\n");
        const auto bytes = QueueBytes::packetMessage(packet);
        m_waiting.insert(id);
        QCOMPARE(::send(m_kernel.get(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    }

    /// Reads the verdicts that have come; whether every packet has got one.
    bool allAccepted()
    {
        readVerdicts();
        return m_waiting.empty();
    }
    /// Verdicts of packets that do not wait, or others than "accept".
    int wrongVerdicts() const { return m_wrong; }

private:
    void readVerdicts()
    {
        std::array<std::uint8_t, 65536> buffer {};
        for (;;) {
            const ssize_t size = ::recv(m_kernel.get(), buffer.data(), buffer.size(), 0);
            if (size <= 0) {
                return;
            }
            for (const auto &verdict : QueueBytes::verdictsIn(buffer.data(), static_cast<std::size_t>(size))) {
                m_wrong += verdict.verdict == NfAccept && m_waiting.erase(verdict.id) == 1 ? 0 : 1;
                if (verdict.batch) {
                    m_waiting.erase(m_waiting.begin(), m_waiting.lower_bound(verdict.id));
                }
            }
        }
    }

    Fd m_kernel;
    Fd m_listener;
    std::set<std::uint32_t> m_waiting;
    int m_wrong = 0;
};

} // namespace

/// A gate and a real helper process, between which things go wrong.
class TestSupervisedHelper : public QObject {
    Q_OBJECT

    std::unique_ptr<FakeQueue> m_queue;
    std::unique_ptr<PacketLog> m_log;
    std::unique_ptr<DescriptorStore> m_sockets;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EvidenceStore> m_evidence;
    std::unique_ptr<SupervisedHelper> m_helper;
    std::uint32_t m_lastId = 0;
    QStringList m_incidents; ///< their texts
    std::string m_newestEvidence; ///< that the last of them named

    bool runs() const { return m_helper->state() == HelperState::Running; }
    pid_t pid() const { return static_cast<pid_t>(m_helper->processId()); }

    /// Queues another packet and waits until each so far has had its one verdict.
    void everyPacketPasses()
    {
        m_queue->put(++m_lastId);
        QTRY_VERIFY_WITH_TIMEOUT(m_queue->allAccepted(), PatienceMs);
        QCOMPARE(m_queue->wrongVerdicts(), 0);
    }

    /// Does @p deed to the process and waits for the next one.
    template <typename Deed>
    void anotherRunsAfter(Deed deed)
    {
        const pid_t before = pid();
        deed(before);
        QTRY_VERIFY_WITH_TIMEOUT(runs() && pid() != before, PatienceMs);
    }

    void start(const char *protocol, const char *program)
    {
        m_lastId = 0;
        m_queue = std::make_unique<FakeQueue>();
        m_log = PacketLog::create().take();
        m_sockets = std::make_unique<DescriptorStore>(m_queue->takeListener());
        m_folder = std::make_unique<QTemporaryDir>();
        m_evidence = std::make_unique<EvidenceStore>(m_folder->filePath(QStringLiteral("evidence")).toStdString());
        m_incidents.clear();
        SupervisedHelper::Setup setup;
        setup.settings.name = "test";
        setup.settings.queue = Queue;
        setup.protocol = protocol;
        setup.program = program;
        setup.identity = HelperProcess::identityOf("nobody").take();
        setup.hangLimit = 1s;
        m_helper = std::make_unique<SupervisedHelper>(std::move(setup), *m_log, *m_sockets, *m_evidence);
        connect(m_helper.get(), &SupervisedHelper::incident, this,
            [this](Incident::Severity, const std::string &text, const std::string &evidence) {
                m_incidents.append(QString::fromStdString(text));
                m_newestEvidence = evidence;
            });
        const Status started = m_helper->start();
        QVERIFY2(started.ok(), started ? "" : started.error().text.c_str());
        QTRY_VERIFY_WITH_TIMEOUT(runs(), PatienceMs);
    }

private slots:
    void init() { start("observer", TRACKHAND_PROGRAMS "/trackhand-helperd"); }
    void cleanup() { m_helper.reset(); }

    void aProcessThatSomebodyStopsIsReplacedHoweverOften()
    {
        QSignalSpy gaveUp(m_helper.get(), &SupervisedHelper::gaveUp);
        const unsigned times = RestartPolicy::MaxFaults + 1;
        for (unsigned i = 0; i < times; ++i) {
            anotherRunsAfter([this](pid_t process) {
                ::kill(process, SIGSTOP);
                m_queue->put(++m_lastId);
            });
            everyPacketPasses();
        }
        QCOMPARE(gaveUp.size(), 0);
        QCOMPARE(m_helper->restarts(), times);
    }

    void aKilledProcessLosesNoPacket()
    {
        for (int i = 0; i < 20; ++i) {
            anotherRunsAfter([this](pid_t process) {
                m_queue->put(++m_lastId);
                ::kill(process, SIGKILL);
                m_queue->put(++m_lastId);
            });
        }
        everyPacketPasses();
    }

    void aReplacedProcessIsNeitherAFaultNorARestart()
    {
        QSignalSpy ready(m_helper.get(), &SupervisedHelper::ready);
        QSignalSpy gaveUp(m_helper.get(), &SupervisedHelper::gaveUp);
        const int times = 2 * static_cast<int>(RestartPolicy::MaxFaults);
        for (int i = 0; i < times; ++i) {
            anotherRunsAfter([this](pid_t) {
                m_queue->put(++m_lastId);
                QVERIFY(m_helper->replaceProcess());
                m_queue->put(++m_lastId);
            });
        }
        everyPacketPasses();
        QCOMPARE(ready.size(), times);
        QCOMPARE(gaveUp.size(), 0);
        QCOMPARE(m_helper->restarts(), 0U);
        QVERIFY(m_helper->problem().empty());
        QVERIFY(m_evidence->list().empty());
    }

    void whatAProcessHadBeforeItWhenItDiedIsKept()
    {
        everyPacketPasses();
        everyPacketPasses();
        anotherRunsAfter([this](pid_t process) {
            ::kill(process, SIGSTOP);
            m_queue->put(++m_lastId);
            ::kill(process, SIGSEGV); // it dies of that before it goes on
            ::kill(process, SIGCONT);
        });
        QCOMPARE(m_incidents, QStringList {QStringLiteral("helper process ended by SEGV, restarted")});
        const auto kept = m_evidence->list();
        QCOMPARE(kept.size(), std::size_t {1});
        QCOMPARE(kept[0].id, m_newestEvidence);
        QCOMPARE(kept[0].helper, std::string("test"));
        QCOMPARE(kept[0].reason, std::string("ended by SEGV"));
        QVERIFY(kept[0].packets >= 2);
        everyPacketPasses();
    }

    void aProcessThatDoesNotAnswerLeavesThePacketInHand()
    {
        everyPacketPasses();
        anotherRunsAfter([this](pid_t process) {
            ::kill(process, SIGSTOP);
            m_queue->put(++m_lastId);
        });
        const auto kept = m_evidence->list();
        QCOMPARE(kept.size(), std::size_t {1});
        QCOMPARE(kept[0].reason, std::string("was ended: somebody had stopped it"));
        QCOMPARE(kept[0].packets, 2U);
        QVERIFY(kept[0].inHand);
        everyPacketPasses();
    }

    void aProcessThatSawNothingLeavesNoEvidence()
    {
        anotherRunsAfter([](pid_t process) { ::kill(process, SIGSEGV); });
        QCOMPARE(m_incidents.size(), 1);
        QVERIFY(m_newestEvidence.empty());
        QVERIFY(m_evidence->list().empty());
    }

    void whereNothingCanBeWrittenTheHelperGoesOn()
    {
        QVERIFY(QFile(m_folder->filePath(QStringLiteral("evidence"))).open(QIODevice::WriteOnly));
        everyPacketPasses();
        anotherRunsAfter([](pid_t process) { ::kill(process, SIGSEGV); });
        QCOMPARE(m_incidents.size(), 1);
        QVERIFY2(m_incidents.first().startsWith(
                     QStringLiteral("helper process ended by SEGV, restarted; no evidence was kept: ")),
            qPrintable(m_incidents.first()));
        QVERIFY(m_newestEvidence.empty());
        everyPacketPasses();
    }

    void aModuleThatCrashesIsAHelperThatCrashed()
    {
        if (::geteuid() != 0) {
            QSKIP("NOT TESTED: modules are loaded from a folder of root's, so the build and this test must be root's");
        }
        m_helper.reset();
        start("crashing", TRACKHAND_HELPERD_WITH_MODULES);
        QSignalSpy gaveUp(m_helper.get(), &SupervisedHelper::gaveUp);
        anotherRunsAfter([this](pid_t) { everyPacketPasses(); });
        QCOMPARE(m_helper->restarts(), 1U);
        while (gaveUp.isEmpty()) {
            everyPacketPasses();
            QTRY_VERIFY_WITH_TIMEOUT(runs() || !gaveUp.isEmpty(), PatienceMs);
        }
        QVERIFY2(m_helper->problem().find("ended by ILL") != std::string::npos, m_helper->problem().c_str());
    }
};

QTEST_GUILESS_MAIN(TestSupervisedHelper)
#include "tst_supervisedhelper.moc"
