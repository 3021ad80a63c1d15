// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/packetlog.h"
#include "backend/kernel/conntrackwatch.h"
#include "backend/kernel/helperregistrar.h"
#include "backend/kernel/queuestatistics.h"
#include "backend/settings/settingsstore.h"
#include "backend/supervisor/helpermanager.h"
#include "backend/supervisor/helperprogram.h"
#include "backend/supervisor/protocolcatalog.h"
#include "backend/supervisor/rulebook.h"
#include "backend/supervisor/supervisedhelper.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTimer>

#include <deque>
#include <map>
#include <memory>
#include <optional>

namespace Trackhand {

/// The HelperManager of trackhandd: the registrar, the rules, the watch, the gates and the saved settings, kept in
/// step.
///
/// A deed changes the kernel first and saves afterwards. An addition or a rule's change that cannot be saved is undone;
/// any other deed stays done in the kernel and returns the error of the disk. The order of starting and stopping a
/// helper is the one that loses no packet: registered disabled, queue bound, process ready, enabled, rules; and back:
/// disabled, everything outstanding answered, rules removed, socket closed, deleted.
class LiveHelperManager : public HelperManager {
    Q_OBJECT

public:
    struct Paths {
        std::string helperProgram;
        std::string evidence = EvidenceStore::DefaultDirectory;
    };

    LiveHelperManager(HelperRegistrar &registrar, RuleTable &ruleTable, ConntrackWatch &watch, SettingsStore &store,
        Paths paths, QObject *parent = nullptr);
    ~LiveHelperManager() override;

    /// Brings back what was saved. Trouble with one helper is its state and an incident, not an error here.
    Status start();
    /// Disables every helper of ours in the kernel and answers what waits; rules and registrations stay.
    void stop();

    /// After an upgrade of the helper program or a change of its modules: every process is replaced by one of the
    /// program as it is now, one helper after the other, while their gates keep the packets. A program that cannot even
    /// say what it knows replaces none, and the process of a module that is refused now goes on.
    void replaceProcesses();

    std::vector<HelperStatus> helpers() const override;
    std::vector<RuleStatus> rules() const override { return m_rules.all(); }
    std::vector<ProtocolDescription> available() const override { return m_catalog.all(); }
    std::vector<RefusedModule> refusedModules() const override { return m_catalog.refused(); }
    std::vector<Incident> incidents() const override { return {m_incidents.begin(), m_incidents.end()}; }

    Status add(const std::string &name, const HelperRequest &request) override;
    Status enable(const std::string &name) override;
    Status disable(const std::string &name) override;
    Status set(const std::string &name, const HelperRequest &request) override;
    Status remove(const std::string &name, bool rulesToo) override;
    Result<unsigned> flush(bool foreignToo) override;

    Result<RuleId> addRule(const RuleRequest &request) override;
    Status changeRule(RuleId id, const RuleRequest &request) override;
    Status removeRule(RuleId id) override;
    Result<RuleTable::Preview> previewRule(const RuleRequest &request) const override;
    Result<std::string> showRules() const override { return m_rules.show(); }

    std::vector<ScriptStatus> scripts() const override;
    Result<std::string> readScript(const std::string &name, bool previous) const override;
    Result<std::vector<std::string>> installScript(const std::string &name, const std::string &text) override;
    Result<std::vector<std::string>> rollBackScript(const std::string &name) override;
    Status removeScript(const std::string &name) override;

    std::vector<EvidenceStore::Entry> evidence() const override { return m_evidence.list(); }
    Result<std::string> readEvidence(const std::string &id) const override { return m_evidence.read(id); }
    Status removeEvidence(const std::string &id) override { return m_evidence.remove(id); }

    Result<std::vector<DiagnosisLink>> diagnose(const std::string &name) const override;
    std::string exportToml() const override;
    Result<std::string> applyToml(const std::string &toml) override;

    int packetRingFd() const override { return m_log->eventFd(); }
    int payloadRingFd() const override { return m_log->payloadFd(); }
    void setPayloadObservers(unsigned count) override { m_log->setPayloadObservers(count); }

    void refresh() override;
    void setWatched(bool watched) override;

signals:
    void processesReplaced(); ///< or left alone, for a reason that is among the incidents

private:
    /// What the outside is told of a helper beyond its settings.
    struct Own {
        HelperSettings settings;
        std::unique_ptr<SupervisedHelper> process; ///< while it is not disabled
        GatePolicy policy; ///< that the process was started with
        std::string protocol; ///< the same
        std::string problem;
        HelperCounters before; ///< totals of earlier processes' gates
        HelperCounters now;
    };

    void restore(const std::vector<HelperDocument> &saved);
    void restoreHelper(const HelperSettings &settings);
    Status startHelper(Own &own);
    void stopHelper(Own &own);
    void helperReady(const std::string &name);
    void helperGaveUp(const std::string &name);
    void takeCatalog(ProtocolCatalog catalog);
    bool renew(Own &own);
    bool fitsRegistration(const HelperSettings &settings, const ProtocolDescription &protocol) const;
    void restart(Own &own);
    void replaceNext();
    void replacementEnded(const std::string &name);
    Status setWhileDisabled(Own &own, const HelperSettings &wanted);
    Status setWhileRunning(Own &own, const HelperSettings &wanted);
    Status checkNew(const HelperSettings &settings) const;
    Status checkFree(const HelperSettings &settings) const;
    Status checkOptions(const HelperSettings &settings) const;
    Result<Own *> findOwn(const std::string &name);
    Result<std::uint16_t> freeQueue() const;
    bool isForeign(const std::string &name) const;

    Result<const ProtocolDescription *> protocolOf(const std::string &helper, const std::string &script) const;
    std::vector<std::string> helpersWith(const std::string &script) const;
    Status checkScriptFor(const Own &own, const ProtocolDescription &protocol, const std::string &text) const;
    Result<ProtocolDescription> judgeScript(const std::string &name, const std::string &text) const;
    void giveScript(const std::string &name, const std::string &text, ProtocolDescription protocol);
    void giveScriptTo(Own &own, const std::string &text);

    Result<RuleSettings> makeRule(const RuleRequest &request) const;
    Status removeRulesOf(const std::string &helper);

    HelperDocument savedHelper(const std::string &name) const;
    std::vector<HelperDocument> everythingSaved() const;
    Status save(const std::string &name) const;
    Status saveBoth(const std::string &helper, const std::string &other) const;
    Status applyHelper(const HelperDocument &saved, std::vector<std::string> &done);

    HelperStatus statusOf(const Own &own) const;
    void setUpLooking();
    void listenToRules();
    void trafficBegan();
    void lookAtTraffic();
    bool lookAtCounters();
    void lookAtTheRest();
    void lookAtForeign();
    void lookAtRules();
    void refreshCounters(Own &own, const Result<std::vector<QueueStatistics>> &queues);
    void report(Incident::Severity severity, const std::string &helper, const std::string &text,
        const std::string &evidence = {});
    void reportRules(Incident::Severity severity, const std::string &text);
    void keep(const Incident &incident);

    HelperRegistrar &m_registrar;
    ConntrackWatch &m_watch;
    SettingsStore &m_store;
    const Paths m_paths;
    ScriptStore m_scripts;
    EvidenceStore m_evidence;
    mutable std::map<std::string, ProtocolDescription> m_described; ///< what scripts said of themselves when last asked
    ProtocolCatalog m_catalog;
    GeneralSettings m_general;
    std::optional<HelperProgram> m_program; ///< from start() on
    std::unique_ptr<PacketLog> m_log;
    DescriptorStore m_sockets;
    std::map<std::string, Own> m_own;
    std::map<std::string, HelperStatus> m_foreign;
    std::deque<std::string> m_toReplace; ///< helpers whose processes are of the old program
    std::string m_replacing; ///< the one whose new process is not ready yet
    RuleBook m_rules;
    std::string m_ruleProblem; ///< already reported
    std::deque<Incident> m_incidents;
    bool m_watched = false;
    QElapsedTimer m_lookedAt; ///< at everything
    QTimer m_trafficTimer; ///< while somebody watches and packets flow
    QTimer m_slowTimer; ///< while somebody watches
    QTimer m_ruleTimer; ///< rules were removed: a look is due
    std::unique_ptr<QSocketNotifier> m_ruleEvents;
};

} // namespace Trackhand
