// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/sandbox.h"

#include <cap-ng.h>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <seccomp.h>
#include <string>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace Trackhand::Sandbox {

namespace {

// The two areas of the packet channel are 5 MiB; the flow table and the stream views have their own bounds below this.
constexpr rlim_t MaxAddressSpace = rlim_t {256} << 20;

Error systemError(const char *what)
{
    return {ErrorCode::Failed, std::string("cannot enter the sandbox: ") + what + ": " + std::strerror(errno)};
}

Status dropCapabilities()
{
    capng_clear(CAPNG_SELECT_BOTH);
    // The bounding set needs CAP_SETPCAP, which a changed uid has lost already; no_new_privs makes it moot.
    if (capng_apply(CAPNG_SELECT_CAPS) != 0 || capng_have_capabilities(CAPNG_SELECT_CAPS) != CAPNG_NONE) {
        return systemError("dropping capabilities");
    }
    return Done {};
}

Status limit(int resource, rlim_t value)
{
    const rlimit both {value, value};
    return ::setrlimit(static_cast<__rlimit_resource>(resource), &both) == 0 ? Status(Done {})
                                                                             : Status(systemError("setting limits"));
}

Status limitResources(Purpose purpose)
{
    // The order matters only for RLIMIT_NOFILE: descriptors that are open stay usable, no further one can be made.
    const std::pair<int, rlim_t> limits[] = {{RLIMIT_NOFILE, 0}, {RLIMIT_NPROC, 0}, {RLIMIT_CORE, 0},
        {RLIMIT_MEMLOCK, 0}, {RLIMIT_MSGQUEUE, 0}, {RLIMIT_AS, MaxAddressSpace}};
    for (const auto &[resource, value] : limits) {
        if (auto status = limit(resource, value); !status) {
            return status;
        }
    }
    return purpose == Purpose::Packets ? limit(RLIMIT_FSIZE, 0) : Status(Done {});
}

/// What a helper needs to compute and to sleep. Memory may be mapped, but never from a file and never executable.
bool allowComputation(scmp_filter_ctx filter)
{
    const int calls[] = {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(futex), SCMP_SYS(brk), SCMP_SYS(munmap),
        SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep),
        SCMP_SYS(restart_syscall), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sched_yield),
        SCMP_SYS(getcpu), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(exit), SCMP_SYS(exit_group)};
    bool ok = true;
    for (const int call : calls) {
        ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    }
    return ok
        // Itself only: 0 is the caller.
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sched_setaffinity), 1, SCMP_A0(SCMP_CMP_EQ, 0, 0)) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
               SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS))
        == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0))
        == 0;
}

/// The last descriptors but the channel's go: a log is a file, and a pipe to the outside is a way out.
bool closeStandardStreams()
{
    return ::close_range(STDIN_FILENO, STDERR_FILENO, 0) == 0;
}

Status installFilter(Purpose purpose)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (!filter) {
        return systemError("making the seccomp filter");
    }
    const bool installed = allowComputation(filter) && (purpose == Purpose::Description || closeStandardStreams())
        && seccomp_load(filter) == 0;
    seccomp_release(filter);
    return installed ? Status(Done {}) : Status(systemError("loading the seccomp filter"));
}

} // namespace

Status enter(Purpose purpose)
{
    if (purpose == Purpose::Packets && (::getuid() == 0 || ::geteuid() == 0)) {
        return Error {ErrorCode::Failed,
            "a helper process must not run as root; trackhandd starts it as the user trackhand-helper"};
    }
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        return systemError("setting no_new_privs");
    }
    if (auto status = dropCapabilities(); !status) {
        return status;
    }
    if (auto status = limitResources(purpose); !status) {
        return status;
    }
    return installFilter(purpose);
}

} // namespace Trackhand::Sandbox
