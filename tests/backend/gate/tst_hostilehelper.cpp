// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attacks.h"
#include "queuebytes.h"

#include "backend/gate/gate.h"
#include "backend/supervisor/helperprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <map>
#include <sys/socket.h>

using namespace Trackhand;
using QueueBytes::VerdictSeen;

namespace {

constexpr std::uint32_t NfDrop = 0;
constexpr std::uint32_t NfAccept = 1;
constexpr std::chrono::milliseconds HangLimit {400};
constexpr std::chrono::milliseconds HoldLimit {300};
// Longer than anything may hold a packet: two deliveries to processes, then the wait without one; and a slow machine.
constexpr qint64 VerdictLimitMs = 6000;
constexpr qint64 AttackLimitMs = 20000;
constexpr std::size_t InFlight = 1024;
constexpr int QueuedAStep = 4;
constexpr std::uint32_t Harmless = 400; // packets after which a process that does no harm has done none

const Tuple Flow = QueueBytes::tuple4("10.0.1.2", 40000, "10.0.2.2", 21);

/// The kernel's end of a queue. It sends packets, and holds the gate to what a real kernel needs: one verdict for each
/// packet it holds, and nothing in it that a kernel could stumble over.
class StrictKernel {
public:
    StrictKernel()
    {
        int ends[2] = {-1, -1};
        ::socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends);
        m_fd.reset(ends[0]);
        m_gateEnd.reset(ends[1]);
        m_clock.start();
    }

    Fd takeGateEnd() { return std::move(m_gateEnd); }

    void keepQueueing(bool on) { m_queueing = on; }

    /// Takes the verdicts that have come, and sends what is due.
    void step()
    {
        std::vector<std::uint8_t> buffer(1 << 19);
        ssize_t size = 0;
        while ((size = ::recv(m_fd.get(), buffer.data(), buffer.size(), MSG_DONTWAIT)) > 0) {
            for (const VerdictSeen &verdict : QueueBytes::verdictsIn(buffer.data(), static_cast<std::size_t>(size))) {
                check(verdict);
                settle(verdict);
            }
        }
        for (int i = 0; m_queueing && i < QueuedAStep && m_waiting.size() < InFlight && queue(m_last + 1); ++i) {
            ++m_last;
        }
        if (!m_waiting.empty() && m_clock.elapsed() - m_waiting.begin()->second > VerdictLimitMs) {
            complain(QStringLiteral("packet %1 got no verdict in time").arg(m_waiting.begin()->first));
            m_waiting.erase(m_waiting.begin());
        }
    }

    std::uint32_t answered() const { return m_answered; }
    bool idle() const { return m_waiting.empty(); }
    const QStringList &complaints() const { return m_complaints; }

private:
    bool queue(std::uint32_t id)
    {
        QueueBytes::Packet packet;
        packet.id = id;
        packet.ctInfo = static_cast<std::uint32_t>(CtInfo::New);
        packet.original = Flow;
        packet.original.l4 = id % 2 ? L4Protocol::Tcp : L4Protocol::Udp;
        packet.reply = packet.original.inverted();
        packet.payload = id % 2 ? QueueBytes::tcp4(Flow, "PASV\r\n") : QueueBytes::udp4(Flow, "a question");
        const auto bytes = QueueBytes::packetMessage(packet);
        if (::send(m_fd.get(), bytes.data(), bytes.size(), MSG_DONTWAIT) < 0) {
            return false;
        }
        m_waiting[id] = m_clock.elapsed();
        return true;
    }

    void settle(const VerdictSeen &verdict)
    {
        const auto first = verdict.batch ? m_waiting.begin() : m_waiting.find(verdict.id);
        const auto last = verdict.batch ? m_waiting.upper_bound(verdict.id)
            : first == m_waiting.end()  ? first
                                        : std::next(first);
        if (first == last) {
            complain(QStringLiteral("a verdict for packet %1, which is not owed one").arg(verdict.id));
        }
        m_answered += static_cast<std::uint32_t>(std::distance(first, last));
        m_waiting.erase(first, last);
    }

    void check(const VerdictSeen &verdict)
    {
        const auto demand = [&](bool so, const char *what) {
            if (!so) {
                complain(QStringLiteral("packet %1: %2").arg(verdict.id).arg(QLatin1String(what)));
            }
        };
        demand(verdict.wellFormed, "a message that is not well-formed");
        demand(verdict.verdict == NfAccept || verdict.verdict == NfDrop, "a verdict other than accept and drop");
        demand(!verdict.batch || verdict.verdict == NfAccept, "a batch of something else than accepts");
        if (verdict.hasExpectation) {
            const auto isEnd = [](const IpAddress &address) {
                return address == Flow.source || address == Flow.destination;
            };
            demand(verdict.hasConntrack, "an expectation without NFQA_CT");
            demand(verdict.hasTuple && verdict.hasMask, "an expectation without tuple or mask");
            demand(verdict.expectationClass == 0, "an expectation of a class that was not registered");
            demand(
                isEnd(verdict.expected.source) && isEnd(verdict.expected.destination), "an expectation of strangers");
            demand(verdict.expected.destinationPort >= 1024, "an expectation to a low port");
        }
        if (!verdict.payload.empty()) {
            const auto &bytes = verdict.payload;
            demand(bytes.size() >= 28 && bytes[0] == 0x45, "a replacement with another header");
            demand(static_cast<std::size_t>(bytes[2] << 8 | bytes[3]) == bytes.size(), "a replacement of lying length");
        }
    }

    void complain(const QString &what)
    {
        if (m_complaints.size() < 10) {
            m_complaints += what;
        }
    }

    Fd m_fd;
    Fd m_gateEnd;
    QElapsedTimer m_clock;
    bool m_queueing = true;
    std::uint32_t m_last = 0;
    std::uint32_t m_answered = 0;
    std::map<std::uint32_t, qint64> m_waiting; // id and when it was queued
    QStringList m_complaints;
};

/// How an attack ends.
struct End {
    enum Kind { Reported, Died, NoHarm, EitherWay } kind;
    const char *reason = ""; ///< part of what the gate or the process's end says
};

const std::map<std::string, End> Ends {
    {"id-never-shown", {End::Reported, "never shown"}},
    {"id-long-ago", {End::Reported, "never shown"}},
    {"id-half-around", {End::Reported, "never shown"}},
    {"verdicts", {End::Reported, "keeps proposing"}},
    {"exp-zeroed", {End::Reported, "keeps proposing"}},
    {"exp-no-family", {End::Reported, "keeps proposing"}},
    {"exp-family", {End::Reported, "keeps proposing"}},
    {"exp-l4", {End::Reported, "keeps proposing"}},
    {"exp-class", {End::Reported, "keeps proposing"}},
    {"exp-third-host", {End::Reported, "keeps proposing"}},
    {"exp-padding", {End::Reported, "keeps proposing"}},
    {"exp-low-port", {End::Reported, "keeps proposing"}},
    {"exp-flags", {End::Reported, "keeps proposing"}},
    {"exp-child", {End::Reported, "keeps proposing"}},
    {"exp-nat", {End::Reported, "keeps proposing"}},
    {"exp-one-of-8", {End::Reported, "keeps proposing"}},
    {"private-data", {End::Reported, "keeps proposing"}},
    {"mangle-huge", {End::Reported, "keeps proposing"}},
    {"mangle-longer", {End::Reported, "keeps proposing"}},
    {"mangle-empty", {End::Reported, "keeps proposing"}},
    {"mangle-short", {End::Reported, "keeps proposing"}},
    {"mangle-lying", {End::Reported, "keeps proposing"}},
    {"mangle-ipv6", {End::Reported, "keeps proposing"}},
    {"mangle-host", {End::Reported, "keeps proposing"}},
    {"mangle-header", {End::Reported, "keeps proposing"}},
    {"mangle-options", {End::Reported, "keeps proposing"}},
    {"note-control", {End::NoHarm}},

    {"count-255", {End::Reported, "impossible size"}},
    {"note-beyond", {End::Reported, "impossible size"}},
    {"note-255", {End::Reported, "impossible size"}},
    {"payload-4g", {End::Reported, "impossible size"}},
    {"cut-proposal", {End::Reported, "impossible size"}},
    {"empty-proposal", {End::Reported, "impossible size"}},
    {"unknown-kind", {End::Reported, "unknown kind"}},
    {"size-odd", {End::Reported, "leads nowhere"}},
    {"size-zero", {End::Reported, "leads nowhere"}},
    {"size-past-head", {End::Reported, "leads nowhere"}},
    {"size-past-ring", {End::Reported, "leads nowhere"}},
    {"head-back", {End::Reported, "leads nowhere"}},
    {"head-ahead", {End::Reported, "leads nowhere"}},
    {"head-odd", {End::Reported, "leads nowhere"}},
    {"head-lap", {End::Reported, "leads nowhere"}},
    {"filler-storm", {End::Reported, "leads nowhere"}},
    {"ready-storm", {End::Reported, "ready"}},
    {"not-ready-yet", {End::Reported, "ready"}},
    {"mute-death", {End::Died, "status 0"}},
    {"header-gone", {End::NoHarm}},
    {"taken-nonsense", {End::NoHarm}},
    {"changing", {End::EitherWay}},

    {"never-ready", {End::NoHarm}},
    {"never-answers", {End::Reported, "did not answer"}},
    {"every-second", {End::Reported, "did not answer"}},
    {"busy-loop", {End::Reported, "did not answer"}},
    {"backwards", {End::NoHarm}},
    {"twice", {End::Reported, "answered already"}},
    {"old-news", {End::Reported, "answered already"}},
    {"bell-storm", {End::Reported, "wakes the gate"}},
    {"pretend-sleep", {End::Reported, "did not answer"}},
    {"gate-bell-full", {End::Reported, "wakes the gate"}},
    {"port-storm", {End::Reported, "keeps asking"}},
    {"port-unknown", {End::Reported, "never shown"}},
    {"memory", {End::Died, "ended by"}},
    {"call-open", {End::Died, "SYS"}},
    {"call-socket", {End::Died, "SYS"}},
    {"call-ptrace", {End::Died, "SYS"}},
    {"call-kill", {End::Died, "SYS"}},
    {"call-execve", {End::Died, "SYS"}},
    {"call-mmap-exec", {End::Died, "SYS"}},
    {"call-fork", {End::Died, "SYS"}},
};

} // namespace

/// A gate against the real hostile process, in its sandbox: each attack of tests/hostile.
class TestHostileHelper : public QObject {
    Q_OBJECT

    std::unique_ptr<StrictKernel> m_kernel;
    std::unique_ptr<PacketLog> m_log;
    std::unique_ptr<Gate> m_gate;
    std::unique_ptr<HelperProcess> m_process;
    QString m_reported;
    QString m_died;

    void startProcess(const Wire::PacketChannel::Descriptors &descriptors, const std::string &attack)
    {
        m_process = std::make_unique<HelperProcess>();
        connect(m_process.get(), &HelperProcess::ended, this, [this](bool, const std::string &how) {
            m_died = QString::fromStdString(how);
            m_gate->processEnded(true);
        });
        const auto identity = HelperProcess::identityOf("nobody");
        QVERIFY(identity.ok());
        QVERIFY(m_process->start(HOSTILE_PROGRAM, {"--helper", attack}, descriptors, *identity).ok());
    }

    void makeGate(const std::string &attack)
    {
        Gate::Settings settings;
        settings.helper = "ftp";
        settings.hangLimit = HangLimit;
        settings.holdLimit = HoldLimit;
        Gate::Observer observer;
        observer.slotReady = [this, attack](Wire::PacketChannel::Descriptors slot) {
            QMetaObject::invokeMethod(
                this, [this, slot, attack] { startProcess(slot, attack); }, Qt::QueuedConnection);
        };
        observer.processReady = [] {
        };
        observer.processFailed = [this](const std::string &reason) {
            QMetaObject::invokeMethod(
                this,
                [this, reason] {
                    m_reported = QString::fromStdString(reason);
                    m_process->kill();
                },
                Qt::QueuedConnection);
        };
        m_gate = Gate::create(settings, QueueSocket::adopt(m_kernel->takeGateEnd()), *m_log, observer).take();
        m_gate->prepareProcess();
    }

    template <typename Condition>
    bool playUntil(Condition condition, qint64 limitMs)
    {
        QElapsedTimer clock;
        clock.start();
        while (!condition() && clock.elapsed() < limitMs) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            m_kernel->step();
            QTest::qSleep(1);
        }
        return condition();
    }

private slots:
    void init()
    {
        m_kernel = std::make_unique<StrictKernel>();
        m_log = PacketLog::create().take();
        m_reported.clear();
        m_died.clear();
    }
    void cleanup()
    {
        m_gate.reset();
        m_process.reset();
    }

    void everyAttackHasAnEnd()
    {
        for (const Hostile::Attack &attack : Hostile::allAttacks()) {
            QVERIFY2(Ends.contains(attack.name), attack.name);
        }
        QCOMPARE(Ends.size(), Hostile::allAttacks().size());
    }

    void isWithstood_data()
    {
        QTest::addColumn<QString>("name");
        for (const Hostile::Attack &attack : Hostile::allAttacks()) {
            QTest::newRow(attack.name) << QString::fromLatin1(attack.name);
        }
    }
    void isWithstood()
    {
        QFETCH(QString, name);
        const End end = Ends.at(name.toStdString());
        makeGate(name.toStdString());
        const bool over = playUntil(
            [&] {
                switch (end.kind) {
                case End::Reported:
                    return !m_reported.isEmpty();
                case End::Died:
                    return !m_died.isEmpty();
                case End::NoHarm:
                    break;
                case End::EitherWay:
                    return !m_reported.isEmpty() || m_kernel->answered() >= Harmless;
                }
                return m_kernel->answered() >= Harmless;
            },
            AttackLimitMs);
        const QString said = m_reported + m_died;
        QVERIFY2(over, qPrintable(said));
        QVERIFY2(said.contains(QLatin1String(end.reason)), qPrintable(said));
        QVERIFY2(end.kind != End::NoHarm || said.isEmpty(), qPrintable(said));
        QVERIFY(end.kind == End::NoHarm || end.kind == End::Died || m_gate->counters().dropped.load() == 0);

        // The gate lives on: it serves the queue without the process, and can still be stopped in order.
        const std::uint32_t before = m_kernel->answered();
        QVERIFY(playUntil([&] { return m_kernel->answered() >= before + Harmless; }, AttackLimitMs));
        m_kernel->keepQueueing(false);
        QVERIFY(m_gate->drain());
        QVERIFY(playUntil([&] { return m_kernel->idle(); }, AttackLimitMs));
        QVERIFY2(m_kernel->complaints().isEmpty(), qPrintable(m_kernel->complaints().join(QLatin1Char('\n'))));
        QCOMPARE(m_gate->counters().packets.load(), std::uint64_t {m_kernel->answered()});
    }
};

QTEST_GUILESS_MAIN(TestHostileHelper)
#include "tst_hostilehelper.moc"
