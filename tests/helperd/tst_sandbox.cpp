// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/helperloop.h"
#include "helperd/sandbox.h"
#include "helperd/scriptinput.h"
#include "packetbuilder.h"
#include "wire/channel/packetchannel.h"

#include <QFile>
#include <QTest>

#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <grp.h>
#include <linux/netlink.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Trackhand;

namespace {

constexpr int EnteringFailed = 99;
constexpr int Survived = 42;
constexpr uid_t Nobody = 65534;

/// A child of this test that does something in the sandbox.
pid_t startInSandbox(const std::function<void()> &deed)
{
    const pid_t child = ::fork();
    if (child == 0) {
        if (::geteuid() == 0
            && (::setgroups(0, nullptr) != 0 || ::setresgid(Nobody, Nobody, Nobody) != 0
                || ::setresuid(Nobody, Nobody, Nobody) != 0)) {
            ::_exit(EnteringFailed);
        }
        if (!Sandbox::enter()) {
            ::_exit(EnteringFailed);
        }
        deed();
        ::_exit(Survived);
    }
    return child;
}

/// What it did: its wait status.
int inSandbox(const std::function<void()> &deed)
{
    int status = 0;
    ::waitpid(startInSandbox(deed), &status, 0);
    return status;
}

bool wasEndedBySigsys(int status)
{
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS;
}

/// The letter of the process's state in /proc (proc_pid_stat(5)), behind the name in brackets.
char stateOf(pid_t process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    const auto bracket = text.lastIndexOf(')');
    return bracket >= 0 && text.size() > bracket + 2 ? text.at(bracket + 2) : '?';
}

/// A gate without a kernel, and the process that judges for it.
class ScriptProcess {
public:
    explicit ScriptProcess(const std::string &script)
        : m_gate(Wire::PacketChannel::create().take())
    {
        m_attached = m_gate.attachProcess(m_gate.position()).ok();
        const auto copy = [](int fd) {
            return Fd(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
        };
        const auto fds = m_gate.descriptors();
        auto channel = Wire::HelperChannel::open(copy(fds.packets), copy(fds.proposals), copy(fds.wakeGate)).take();
        m_process = startInSandbox([&] {
            auto helper = createFrom({"test.lua", script}, {});
            if (helper) {
                HelperRunner runner(helper.take(), 4);
                HelperLoop(std::move(channel), runner).run();
            }
        });
    }
    ~ScriptProcess()
    {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }

    bool send(std::string_view text)
    {
        const Tuple tuple = Test::tcpTuple("10.0.1.2", 40000, "10.0.2.2", 7000);
        const Test::Bytes bytes = Test::tcpPacket(tuple, {.payload = text});
        Wire::PacketRecord record;
        record.packetId = ++m_packetId;
        record.payloadLength = record.originalLength = static_cast<std::uint32_t>(bytes.size());
        record.ctInfo = CtInfo::Established;
        record.original = tuple;
        record.reply = tuple.inverted();
        const bool stored = m_gate.append(record, bytes, m_gate.position()).has_value();
        m_gate.publish();
        return m_attached && stored;
    }

    /// Whether the packet sent last has been answered; the answer is in proposal.
    bool hasAnswer()
    {
        using What = Wire::PacketChannel::Taken::What;
        for (What what = What::Ready; what == What::Ready || what == What::Proposal;) {
            what = m_gate.take(*proposal).what;
        }
        return proposal->packetId == m_packetId;
    }

    const std::unique_ptr<Wire::Proposal> proposal = std::make_unique<Wire::Proposal>();

private:
    Wire::PacketChannel m_gate;
    pid_t m_process = -1;
    std::uint32_t m_packetId = 0;
    bool m_attached = false;
};

// A netlink socket from before the sandbox: what a leaked descriptor would be.
int s_leakedNetlink = -1;
int s_eventFd = -1;
bool s_forked = false;

} // namespace

/// A helper process that has turned against us: each thing it may try ends it.
class TestSandbox : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        s_leakedNetlink = ::socket(AF_NETLINK, SOCK_RAW, NETLINK_NETFILTER);
        QVERIFY(s_leakedNetlink >= 0);
        int ends[2];
        QCOMPARE(::pipe(ends), 0);
        s_eventFd = ends[1];
    }

    void computingAndUsingWhatIsOpenAlreadyIsAllowed()
    {
        const int status = inSandbox([] {
            const std::uint64_t one = 1;
            auto memory = std::make_unique<char[]>(1 << 20);
            memory[12345] = 1;
            cpu_set_t anywhere;
            std::memset(&anywhere, 0xff, sizeof anywhere);
            if (::write(s_eventFd, &one, sizeof one) != sizeof one
                || ::sched_setaffinity(0, sizeof anywhere, &anywhere) != 0) {
                ::_exit(1);
            }
        });
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), Survived);
    }

    // RLIMIT_NOFILE is 0 there, and poll() says EINVAL: a wait by it would spin for ever.
    void aProcessThatWaitsForAPacketSleeps()
    {
        auto gate = Wire::PacketChannel::create().take();
        QVERIFY(gate.attachProcess(gate.position()).ok());
        const auto copy = [](int fd) {
            return Fd(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
        };
        const auto fds = gate.descriptors();
        auto helper = Wire::HelperChannel::open(copy(fds.packets), copy(fds.proposals), copy(fds.wakeGate)).take();
        const pid_t child = startInSandbox([&helper] {
            do {
                helper.wait();
            } while (!helper.next());
        });
        QTRY_COMPARE(stateOf(child), 'S');
        QTest::qWait(50); // long past the look out before the sleep
        QCOMPARE(stateOf(child), 'S');
        QVERIFY(gate.append({}, {}, gate.position()).has_value());
        gate.publish();
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), Survived);
    }

    void refuses_data()
    {
        QTest::addColumn<int>("deed");
        const char *deeds[] = {"open", "openat", "socket", "connect", "send on a leaked netlink socket", "execve",
            "fork", "clone", "kill", "ptrace", "setuid", "executable memory", "mapping a file", "prctl", "dup", "mount",
            "bpf", "io_uring", "process_vm_readv", "choosing another's processors"};
        for (int i = 0; i < static_cast<int>(std::size(deeds)); ++i) {
            QTest::newRow(deeds[i]) << i;
        }
    }
    void refuses()
    {
        QFETCH(int, deed);
        const std::function<void()> deeds[] = {
            [] { ::syscall(SYS_open, "/etc/passwd", O_RDONLY); },
            [] { ::syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY); },
            [] { ::syscall(SYS_socket, AF_INET, SOCK_STREAM, 0); },
            [] { ::syscall(SYS_connect, 0, nullptr, 0); },
            [] {
                const nlmsghdr message {sizeof message, 0, 0, 0, 0};
                ::syscall(SYS_sendto, s_leakedNetlink, &message, sizeof message, 0, nullptr, 0);
            },
            [] { ::syscall(SYS_execve, "/bin/true", nullptr, nullptr); },
            [] { s_forked = ::syscall(SYS_fork) >= 0; },
            [] { s_forked = ::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0) >= 0; },
            [] { ::syscall(SYS_kill, ::getppid(), 0); },
            [] { ::syscall(SYS_ptrace, 16, 1, 0, 0); },
            [] { ::syscall(SYS_setuid, 0); },
            [] { ::syscall(SYS_mmap, nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); },
            [] { ::syscall(SYS_mmap, nullptr, 4096, PROT_READ, MAP_PRIVATE, s_eventFd, 0); },
            [] { ::syscall(SYS_prctl, PR_SET_DUMPABLE, 1, 0, 0, 0); },
            [] { ::syscall(SYS_dup, s_eventFd); },
            [] { ::syscall(SYS_mount, "a", "/", "tmpfs", 0, nullptr); },
            [] { ::syscall(SYS_bpf, 0, nullptr, 0); },
            [] { ::syscall(SYS_io_uring_setup, 1, nullptr); },
            [] { ::syscall(SYS_process_vm_readv, ::getppid(), nullptr, 0, nullptr, 0, 0); },
            [] { ::syscall(SYS_sched_setaffinity, ::getppid(), 0, nullptr); },
        };
        QVERIFY(wasEndedBySigsys(inSandbox(deeds[deed])));
    }

    void aHostileScriptHarmsNobody_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const char *body) {
            QTest::newRow(name) << QByteArray(body);
        };
        row("a loop", "while true do end");
        row("a recursion", "local function f() return 1 + f() end f()");
        row("memory", "local t = {} while true do t = { t, ('x'):rep(60000) } end");
        row("a pattern", "local s = ('a'):rep(60000) while true do s:match('a-a-a-a-a-b') end");
        row("a file", "io.open('/etc/passwd')");
        row("a program", "os.execute('true')");
        row("a module", "require('socket')");
        row("code", "load('x = 1')()");
        row("a coroutine", "coroutine.wrap(function() while true do end end)()");
        row("a finalizer", "setmetatable({}, { __gc = function() while true do end end })");
        row("a foreign index", "packet.payload(setmetatable({}, { __index = function() error() end }))");
        row("memory that is kept", "kept = {} for i = 1, 1000000 do kept[i] = { i } end");
    }
    void aHostileScriptHarmsNobody()
    {
        QFETCH(QByteArray, body);
        ScriptProcess process("return { name = 'test', transports = { 'tcp' }, on_packet = function(packet)\n"
                              "if packet:payload():text() == 'bad' then\n"
            + body.toStdString() + "\nend packet:note('alive') end }");
        for (int round = 0; round < 3; ++round) {
            QVERIFY(process.send("bad"));
            QTRY_VERIFY(process.hasAnswer());
            QCOMPARE(process.proposal->verdict, Verdict::Accept);
            const std::string note(process.proposal->noteText());
            QVERIFY2(note.starts_with("test.lua:3: "), note.c_str());
            QVERIFY(process.send("good"));
            QTRY_VERIFY(process.hasAnswer());
            QCOMPARE(std::string(process.proposal->noteText()), std::string("alive"));
        }
    }

    void whoOnlyDescribesAScriptKeepsItsStreamsAndNothingElse()
    {
        const auto describing = [](const std::function<void()> &deed) {
            const pid_t child = ::fork();
            if (child == 0) {
                if (!Sandbox::enter(Sandbox::Purpose::Description)) {
                    ::_exit(EnteringFailed);
                }
                deed();
                ::_exit(Survived);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            return status;
        };
        const int status = describing([] {
            if (::write(STDERR_FILENO, "", 0) != 0) {
                ::_exit(1);
            }
        });
        QCOMPARE(WEXITSTATUS(status), Survived);
        QVERIFY(wasEndedBySigsys(describing([] { ::syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY); })));
        QVERIFY(wasEndedBySigsys(describing([] { ::syscall(SYS_socket, AF_INET, SOCK_STREAM, 0); })));
        QVERIFY(wasEndedBySigsys(describing([] { ::syscall(SYS_execve, "/bin/true", nullptr, nullptr); })));
        QVERIFY(wasEndedBySigsys(describing([] { ::syscall(SYS_setuid, 0); })));
    }

    void standardStreamsAreGone()
    {
        const int status = inSandbox([] {
            if (::write(STDERR_FILENO, "x", 1) == -1 && errno == EBADF) {
                ::_exit(7);
            }
        });
        QCOMPARE(WEXITSTATUS(status), 7);
    }

    void rootIsRefused()
    {
        if (::geteuid() == 0) {
            QVERIFY(!Sandbox::enter().ok());
        } else {
            QVERIFY(::geteuid() != 0); // nothing to refuse: this is how it is meant to run
        }
    }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
