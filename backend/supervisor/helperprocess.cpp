// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/helperprocess.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace Trackhand {

namespace {

constexpr int SetupFailed = 125; // exit status of a child that never became the program
constexpr int SparesFrom = 64; // where the descriptors are parked while they change places
constexpr const char *FallbackUser = "nobody";

#ifdef SYS_setresuid32 // i386, arm: the plain ones are of the time of 16-bit ids
constexpr long SetGroups = SYS_setgroups32;
constexpr long SetResGid = SYS_setresgid32;
constexpr long SetResUid = SYS_setresuid32;
#else
constexpr long SetGroups = SYS_setgroups;
constexpr long SetResGid = SYS_setresgid;
constexpr long SetResUid = SYS_setresuid;
#endif

/// What the child does between fork and exec: only async-signal-safe calls, nothing allocated.
class ChildSetup {
public:
    ChildSetup(const Wire::PacketChannel::Descriptors &descriptors, HelperProcess::Identity identity, pid_t parent,
        int standardInput)
        : m_moves {{{descriptors.packets, Wire::PacketsDescriptor}, {descriptors.proposals, Wire::ProposalsDescriptor},
            {descriptors.wakeGate, Wire::WakeGateDescriptor}}}
        , m_identity(identity)
        , m_parent(parent)
        , m_standardInput(standardInput)
    {
    }

    bool run()
    {
        return moveDescriptors() && HelperProcess::becomeUser(m_identity) && dieWithParent() && resetSignals();
    }

private:
    struct Move {
        int from;
        int to;
    };

    bool moveDescriptors()
    {
        if (m_standardInput >= 0 && ::dup2(m_standardInput, STDIN_FILENO) < 0) {
            return false;
        }
        for (Move &move : m_moves) {
            move.from = ::fcntl(move.from, F_DUPFD_CLOEXEC, SparesFrom);
        }
        for (const Move &move : m_moves) {
            if (move.from < 0 || ::dup2(move.from, move.to) < 0) {
                return false;
            }
        }
        // Whatever a library opened without O_CLOEXEC stops here.
        return ::close_range(Wire::WakeGateDescriptor + 1, ~0U, 0) == 0;
    }

    // After the change of user, which clears it; and the parent may be gone already.
    bool dieWithParent() const { return ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::getppid() == m_parent; }

    static bool resetSignals()
    {
        sigset_t none;
        ::sigemptyset(&none);
        return ::sigprocmask(SIG_SETMASK, &none, nullptr) == 0;
    }

    std::array<Move, 3> m_moves;
    HelperProcess::Identity m_identity;
    pid_t m_parent;
    int m_standardInput;
};

bool isOwnFault(int signal)
{
    return signal != SIGKILL && signal != SIGTERM && signal != SIGINT && signal != SIGHUP;
}

std::string describeExit(int status)
{
    return status == SetupFailed ? "could not be started" : "gave up with status " + std::to_string(status);
}

} // namespace

Result<HelperProcess::Identity> HelperProcess::identityOf(const std::string &userName)
{
    for (const char *name : {userName.c_str(), FallbackUser}) {
        const passwd *user = ::getpwnam(name);
        if (user && user->pw_uid != 0) {
            return Identity {user->pw_uid, user->pw_gid};
        }
    }
    return Error {
        ErrorCode::Failed, "there is no user " + userName + " for helper processes; create it as a system user"};
}

bool HelperProcess::becomeUser(Identity identity)
{
    if (::geteuid() != 0) {
        return true;
    }
    // The system calls themselves: those of glibc change every thread that it knows of, and a child of vfork() shares
    // what it knows with the parent, whose threads they are.
    return ::syscall(SetGroups, 0, nullptr) == 0
        && ::syscall(SetResGid, identity.group, identity.group, identity.group) == 0
        && ::syscall(SetResUid, identity.user, identity.user, identity.user) == 0;
}

HelperProcess::HelperProcess(QObject *parent)
    : QObject(parent)
{
}

HelperProcess::~HelperProcess()
{
    if (m_pid != 0) {
        kill();
        ::waitpid(m_pid, nullptr, 0);
    }
}

Status HelperProcess::start(const std::string &program, const std::vector<std::string> &arguments,
    const Wire::PacketChannel::Descriptors &descriptors, Identity identity, int standardInput)
{
    std::vector<char *> argv {const_cast<char *>(program.c_str())};
    for (const std::string &argument : arguments) {
        argv.push_back(const_cast<char *>(argument.c_str()));
    }
    argv.push_back(nullptr);
    char *environment[] = {nullptr};
    ChildSetup setup(descriptors, identity, ::getpid(), standardInput);

    const pid_t child = ::fork();
    if (child == 0) {
        if (setup.run()) {
            ::execve(program.c_str(), argv.data(), environment);
        }
        ::_exit(SetupFailed);
    }
    if (child < 0) {
        return Error {ErrorCode::Failed, std::string("cannot start a helper process: ") + std::strerror(errno)};
    }
    m_pid = child;
    m_pidFd.reset(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    m_notifier = std::make_unique<QSocketNotifier>(m_pidFd.get(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &HelperProcess::reap);
    return Done {};
}

void HelperProcess::kill()
{
    if (m_pid != 0) {
        ::syscall(SYS_pidfd_send_signal, m_pidFd.get(), SIGKILL, nullptr, 0);
    }
}

bool HelperProcess::wasStopped()
{
    // Its number cannot have been given to another: nobody but reap() takes its end.
    siginfo_t info {};
    return m_pid != 0 && ::waitid(P_PID, static_cast<id_t>(m_pid), &info, WSTOPPED | WCONTINUED | WNOHANG) == 0
        && info.si_pid == m_pid;
}

void HelperProcess::reap()
{
    int status = 0;
    if (::waitpid(m_pid, &status, WNOHANG) != m_pid) {
        return;
    }
    m_notifier->setEnabled(false);
    m_notifier.release()->deleteLater(); // it is on the stack: this is its slot
    m_pidFd.reset();
    m_pid = 0;
    if (WIFSIGNALED(status)) {
        const int signal = WTERMSIG(status);
        emit ended(isOwnFault(signal), std::string("ended by ") + ::sigabbrev_np(signal));
    } else {
        emit ended(true, describeExit(WEXITSTATUS(status)));
    }
}

} // namespace Trackhand
