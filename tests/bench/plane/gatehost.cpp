// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A gate with a real helper process and a reader on its event ring, for a queue of plain NFQUEUE: what trackhandd runs,
// without registration, rules and bus, on kernels that have no helpers in user space.

#include "backend/gate/gate.h"
#include "backend/supervisor/helperprocess.h"
#include "wire/ring/eventring.h"

#include <QCoreApplication>

#include <array>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <sys/prctl.h>
#include <unistd.h>
#include <vector>

using namespace Trackhand;

namespace {

/// What the window does with the ring: sleeps until there is something, and copies it.
[[noreturn]] void readEvents(int ringFd)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    auto reader = Wire::EventRingReader::open(Fd(::dup(ringFd)), Wire::EventRingReader::Start::Newest);
    std::vector<EventRecord> events(1024);
    while (reader) {
        if (reader->read(events).count == 0) {
            reader->wait(std::chrono::milliseconds(1000));
        }
    }
    ::_exit(1);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "trackhand-gatehost: %s\n", error.text.c_str());
    return 1;
}

/// The gate's callbacks, on the main thread, with as much supervision as a benchmark needs.
class Host : public QObject {
public:
    Host(std::string program, std::string helper)
        : m_program(std::move(program))
        , m_helper(std::move(helper))
    {
        connect(&m_process, &HelperProcess::ended, this, [](bool, const std::string &how) {
            std::fprintf(stderr, "trackhand-gatehost: the helper process %s\n", how.c_str());
            QCoreApplication::exit(1);
        });
    }

    Status start(QueueSocket socket, std::uint16_t queue, PacketLog &log)
    {
        Gate::Settings settings;
        settings.helper = m_helper;
        settings.queue = queue;
        Gate::Observer observer;
        observer.slotReady = [this](Wire::PacketChannel::Descriptors descriptors) {
            QMetaObject::invokeMethod(
                this, [this, descriptors] { startProcess(descriptors); }, Qt::QueuedConnection);
        };
        observer.processReady = [] {
            std::puts("ready");
            std::fflush(stdout);
        };
        observer.processFailed = [this](const std::string &reason) {
            std::fprintf(stderr, "trackhand-gatehost: the helper process failed: %s\n", reason.c_str());
            QMetaObject::invokeMethod(
                this, [this] { m_process.kill(); }, Qt::QueuedConnection);
        };
        auto gate = Gate::create(std::move(settings), std::move(socket), log, std::move(observer));
        if (!gate) {
            return gate.error();
        }
        m_gate = gate.take();
        m_gate->prepareProcess();
        return Done {};
    }

private:
    void startProcess(const Wire::PacketChannel::Descriptors &descriptors)
    {
        const auto identity = HelperProcess::identityOf("nobody");
        const Status started = identity ? m_process.start(m_program, {"--helper", m_helper}, descriptors, *identity)
                                        : Status(identity.error());
        if (!started) {
            QCoreApplication::exit(fail(started.error()));
        }
    }

    const std::string m_program;
    const std::string m_helper;
    HelperProcess m_process;
    std::unique_ptr<Gate> m_gate;
};

} // namespace

int main(int argc, char *argv[])
{
    QueueSocket::Options options;
    options.conntrack = false;
    if (argc != 4 || std::from_chars(argv[1], argv[1] + std::strlen(argv[1]), options.queue).ec != std::errc()) {
        std::fputs("usage: trackhand-gatehost QUEUE HELPER PROGRAM\n", stderr);
        return 2;
    }
    auto log = PacketLog::create();
    if (!log) {
        return fail(log.error());
    }
    if (::fork() == 0) {
        readEvents((*log)->eventFd());
    }
    auto socket = QueueSocket::open(options);
    if (!socket) {
        return fail(socket.error());
    }
    QCoreApplication application(argc, argv);
    Host host(argv[3], argv[2]);
    if (const auto started = host.start(socket.take(), options.queue, **log); !started) {
        return fail(started.error());
    }
    return QCoreApplication::exec();
}
