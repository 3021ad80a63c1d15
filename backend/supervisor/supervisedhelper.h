// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/evidence/evidencestore.h"
#include "backend/gate/gate.h"
#include "backend/gate/packetlog.h"
#include "backend/settings/helpersettings.h"
#include "backend/supervisor/descriptorstore.h"
#include "backend/supervisor/helpermanager.h"
#include "backend/supervisor/helperprocess.h"
#include "backend/supervisor/restartpolicy.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>

namespace Trackhand {

/// One enabled helper: its gate and its process, which is restarted as often as it makes sense while the gate holds the
/// packets. Says when the kernel may be told "enabled" and when it must be told "disabled"; it does not do that itself.
class SupervisedHelper : public QObject {
    Q_OBJECT

public:
    struct Setup {
        HelperSettings settings;
        std::string protocol; ///< what --helper names: a built-in protocol, the observer for other names
        std::string script = {}; ///< its text; then the protocol is nobody's business
        std::string program;
        HelperProcess::Identity identity;
        GatePolicy policy;
        std::chrono::milliseconds hangLimit {2000};
        /// How long packets wait for the next process. On a busy machine that takes a second to start, and a packet
        /// that waits is better than one that its helper did not see.
        std::chrono::milliseconds holdLimit {3000};
        std::chrono::milliseconds startLimit {10000};
    };

    SupervisedHelper(
        Setup setup, PacketLog &log, DescriptorStore &sockets, EvidenceStore &evidence, QObject *parent = nullptr);
    ~SupervisedHelper() override; ///< the socket goes, and with it what the kernel still holds: drain() first

    /// Binds the queue, or takes over the socket of a dead predecessor with the packets that wait in it, and starts the
    /// process. Error when the queue cannot be had; later trouble is a state.
    Status start();

    /// Ends the process for the program as it is on disk now; the gate keeps the packets meanwhile. Says replaced()
    /// when that runs, or gaveUp(). False when there is no process to replace.
    bool replaceProcess();
    /// The same for a helper with a script, whose text is now @p text.
    bool replaceScript(std::string text);

    /// Answers everything the kernel still holds. The helper is disabled in the kernel by now.
    bool drain();

    HelperState state() const { return m_state; }
    const std::string &problem() const { return m_problem; }
    std::uint32_t processId() const { return static_cast<std::uint32_t>(m_process.pid()); }
    unsigned restarts() const { return m_restarts; }
    const Gate *gate() const { return m_gate.get(); }

signals:
    void ready(); ///< listens: the kernel may be told "enabled"
    void gaveUp(); ///< stays down: the kernel must be told "disabled", then drain()
    void stateChanged();
    /// @p evidence: the id of what was kept of it, or empty.
    void incident(Trackhand::Incident::Severity severity, const std::string &text, const std::string &evidence);

private:
    /// Why the process that is ending does so.
    struct Ending {
        std::string how; ///< fits after "the helper process "
        bool ownFault = false;
        bool wanted = false; ///< for a new program
    };

    Result<QueueSocket> openSocket(Gate::Settings &settings);
    Gate::Observer makeObserver();
    Status runProcess(const Wire::PacketChannel::Descriptors &descriptors);
    void startProcess(const Wire::PacketChannel::Descriptors &descriptors);
    void processReady();
    void processFailed(const std::string &reason);
    void endProcess(Ending ending);
    void processEnded(bool ownFault, const std::string &how);
    /// What was kept of a process that ended.
    struct Kept {
        std::string evidence; ///< its id, or empty
        std::string problem; ///< why it could not be kept; goes behind the text of an incident
    };
    Kept keepEvidence(const std::string &how, std::future<LastMoments> lastMoments);
    void giveUp(const std::string &why, const Kept &kept = {});
    void setState(HelperState state, const std::string &problem = {});

    const Setup m_setup;
    std::string m_script;
    PacketLog &m_log;
    DescriptorStore &m_sockets;
    EvidenceStore &m_evidence;
    HelperProcess m_process;
    RestartPolicy m_policy;
    QTimer m_startTimer;
    QTimer m_restartTimer;
    HelperState m_state = HelperState::Disabled;
    std::string m_problem;
    std::optional<Ending> m_ending; ///< of the process that this object is ending
    unsigned m_restarts = 0;
    std::unique_ptr<Gate> m_gate; // last: its thread calls into this object until it is gone
};

} // namespace Trackhand
