// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/supervisedhelper.h"

#include "backend/kernel/queuerelease.h"
#include "backend/kernel/queuestatistics.h"
#include "backend/supervisor/helperprogram.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace Trackhand {

namespace {

/// The newest id that the kernel has given to a packet of that queue.
std::optional<std::uint32_t> lastPacketId(std::uint16_t queue)
{
    const auto all = readQueueStatistics();
    if (all) {
        for (const QueueStatistics &statistics : *all) {
            if (statistics.queue == queue) {
                return statistics.lastId;
            }
        }
    }
    return std::nullopt;
}

/// An open file in memory that says @p text, to be read from its beginning.
Result<Fd> memoryWith(const std::string &text)
{
    Fd memory(::memfd_create("trackhand-script", MFD_CLOEXEC));
    if (!memory.valid() || ::write(memory.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())
        || ::lseek(memory.get(), 0, SEEK_SET) != 0) {
        return Error {ErrorCode::Failed, "there is no memory to hand a script over in"};
    }
    return memory;
}

} // namespace

SupervisedHelper::SupervisedHelper(
    Setup setup, PacketLog &log, DescriptorStore &sockets, EvidenceStore &evidence, QObject *parent)
    : QObject(parent)
    , m_setup(std::move(setup))
    , m_script(m_setup.script)
    , m_log(log)
    , m_sockets(sockets)
    , m_evidence(evidence)
{
    m_startTimer.setSingleShot(true);
    m_startTimer.setInterval(m_setup.startLimit);
    m_restartTimer.setSingleShot(true);
    connect(&m_process, &HelperProcess::ended, this, &SupervisedHelper::processEnded);
    connect(&m_startTimer, &QTimer::timeout, this, [this] { processFailed("it did not become ready"); });
    connect(&m_restartTimer, &QTimer::timeout, this, [this] { m_gate->prepareProcess(); });
}

SupervisedHelper::~SupervisedHelper()
{
    const std::uint16_t queue = m_setup.settings.queue;
    m_sockets.forget(queue);
    if (!m_gate) {
        return;
    }
    // The service manager closes its copy when it gets to it, and until then the queue would be taken.
    const Fd socket(::fcntl(m_gate->socketFd(), F_DUPFD_CLOEXEC, 0));
    m_gate.reset();
    releaseQueue(socket.get(), queue);
}

Result<QueueSocket> SupervisedHelper::openSocket(Gate::Settings &settings)
{
    const std::uint16_t queue = m_setup.settings.queue;
    if (Fd inherited = m_sockets.take(queue); inherited.valid()) {
        settings.takenOverAt = lastPacketId(queue);
        return QueueSocket::adopt(std::move(inherited));
    }
    auto socket = QueueSocket::open({queue, m_setup.settings.queueLength});
    if (socket) {
        m_sockets.keep(queue, socket->fd());
    }
    return socket;
}

Status SupervisedHelper::start()
{
    Gate::Settings settings;
    auto socket = openSocket(settings);
    if (!socket) {
        return socket.error();
    }
    settings.helper = m_setup.settings.name;
    settings.queue = m_setup.settings.queue;
    settings.policy = m_setup.policy;
    settings.hangLimit = m_setup.hangLimit;
    settings.holdLimit = m_setup.holdLimit;
    auto gate = Gate::create(std::move(settings), socket.take(), m_log, makeObserver());
    if (!gate) {
        return gate.error();
    }
    m_gate = gate.take();
    setState(HelperState::Starting);
    m_gate->prepareProcess();
    return Done {};
}

// The gate calls from its own thread and must not wait: everything is queued to ours.
Gate::Observer SupervisedHelper::makeObserver()
{
    Gate::Observer observer;
    observer.slotReady = [this](Wire::PacketChannel::Descriptors descriptors) {
        QMetaObject::invokeMethod(
            this, [this, descriptors] { startProcess(descriptors); }, Qt::QueuedConnection);
    };
    observer.processReady = [this] {
        QMetaObject::invokeMethod(
            this, [this] { processReady(); }, Qt::QueuedConnection);
    };
    observer.processFailed = [this](const std::string &reason) {
        QMetaObject::invokeMethod(
            this, [this, reason] { processFailed(reason); }, Qt::QueuedConnection);
    };
    return observer;
}

bool SupervisedHelper::drain()
{
    m_restartTimer.stop();
    m_startTimer.stop();
    return !m_gate || m_gate->drain();
}

Status SupervisedHelper::runProcess(const Wire::PacketChannel::Descriptors &descriptors)
{
    const bool isScript = !m_setup.settings.script.empty(); // its file may have been emptied by hand
    std::vector<std::string> arguments = isScript ? HelperProgram::scriptArguments(m_setup.settings.script)
                                                  : std::vector<std::string> {"--helper", m_setup.protocol};
    for (const auto &[key, value] : m_setup.settings.options) {
        arguments.insert(arguments.end(), {"--option", key + '=' + value});
    }
    if (!isScript) {
        return m_process.start(m_setup.program, arguments, descriptors, m_setup.identity);
    }
    const auto script = memoryWith(m_script);
    return script ? m_process.start(m_setup.program, arguments, descriptors, m_setup.identity, script->get())
                  : script.error();
}

void SupervisedHelper::startProcess(const Wire::PacketChannel::Descriptors &descriptors)
{
    m_ending.reset();
    if (const auto started = runProcess(descriptors); !started) {
        giveUp(started.error().text);
        return;
    }
    m_startTimer.start();
    emit stateChanged();
}

void SupervisedHelper::processReady()
{
    m_startTimer.stop();
    setState(HelperState::Running);
    emit ready();
}

void SupervisedHelper::processFailed(const std::string &reason)
{
    if (m_process.pid() != 0) {
        const bool stopped = m_process.wasStopped();
        endProcess({"was ended: " + (stopped ? "somebody had stopped it" : reason), !stopped});
    } else if (!m_restartTimer.isActive()) {
        processEnded(true, "could not be started");
    }
}

bool SupervisedHelper::replaceProcess()
{
    if (m_process.pid() == 0) {
        return false;
    }
    endProcess({"was replaced", false, true});
    return true;
}

bool SupervisedHelper::replaceScript(std::string text)
{
    m_script = std::move(text);
    return replaceProcess();
}

void SupervisedHelper::endProcess(Ending ending)
{
    m_ending = std::move(ending);
    m_process.kill();
}

void SupervisedHelper::processEnded(bool ownFault, const std::string &how)
{
    m_startTimer.stop();
    const Ending ending = std::exchange(m_ending, std::nullopt).value_or(Ending {how, ownFault});
    auto lastMoments = m_gate->processEnded(ending.ownFault);
    const Kept kept = ending.wanted ? Kept {} : keepEvidence(ending.how, std::move(lastMoments));
    const auto delay = m_policy.processEnded(ending.ownFault, RestartPolicy::Clock::now());
    if (!delay) {
        giveUp(
            "the helper process " + ending.how + ", and that too often; see the journal, then enable the helper again",
            kept);
        return;
    }
    if (ending.wanted) {
        setState(HelperState::Starting);
        emit incident(Incident::Severity::Info, "helper process " + ending.how, {});
    } else {
        ++m_restarts;
        setState(HelperState::Restarting, "the helper process " + ending.how);
        emit incident(Incident::Severity::Attention, "helper process " + ending.how + ", restarted" + kept.problem,
            kept.evidence);
    }
    m_restartTimer.start(*delay);
}

SupervisedHelper::Kept SupervisedHelper::keepEvidence(const std::string &how, std::future<LastMoments> lastMoments)
{
    // The gate answers between two packets; should it be held up for long, its helper matters more than what is past.
    if (lastMoments.wait_for(std::chrono::seconds(1)) != std::future_status::ready) {
        return {{}, "; no evidence was kept: its gate was too busy"};
    }
    const auto id = m_evidence.keep(m_setup.settings.name, how, lastMoments.get());
    return id ? Kept {*id, {}} : Kept {{}, "; no evidence was kept: " + id.error().text};
}

void SupervisedHelper::giveUp(const std::string &why, const Kept &kept)
{
    setState(HelperState::Failed, why);
    emit incident(Incident::Severity::Failed, why + kept.problem, kept.evidence);
    emit gaveUp();
}

void SupervisedHelper::setState(HelperState state, const std::string &problem)
{
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

} // namespace Trackhand
