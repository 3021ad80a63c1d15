// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/evidence/evidencestore.h"
#include "backend/rules/ruletable.h"
#include "backend/settings/helpersettings.h"
#include "backend/settings/rulesettings.h"
#include "backend/settings/scriptstore.h"
#include "wire/base/latencybuckets.h"
#include "wire/base/result.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace Trackhand {

enum class HelperState { Running, Starting, Restarting, Disabled, Failed };

/// Totals since the helper was registered, but for what is said to be of now, and for the two percentiles, which are of
/// the time since they were looked at before: a second while somebody watches.
struct HelperCounters {
    std::uint64_t queueDepth = 0; ///< now
    std::uint64_t kernelDropped = 0;
    std::uint64_t socketDropped = 0;
    std::uint64_t failOpen = 0;
    std::uint64_t restarts = 0;
    std::uint64_t packets = 0;
    std::uint64_t accepted = 0;
    std::uint64_t dropped = 0;
    std::uint64_t mangled = 0;
    std::uint64_t refused = 0;
    std::uint64_t expectations = 0;
    std::uint64_t expectationsWaiting = 0; ///< now
    std::uint64_t eventsLost = 0;
    std::uint64_t verdictsLost = 0;
    std::uint64_t latencyP50Ns = 0;
    std::uint64_t latencyP99Ns = 0;
    Wire::LatencyCounts latencies {};

    bool operator==(const HelperCounters &) const = default;
};

/// One helper as the outside sees it.
struct HelperStatus {
    HelperSettings settings;
    bool foreign = false;
    HelperState state = HelperState::Disabled;
    std::string problem;
    std::uint32_t processId = 0;
    HelperCounters counters;

    bool operator==(const HelperStatus &) const = default;
};

struct RuleStatus {
    RuleSettings settings;
    RuleCounters counters;
    std::string text; ///< nftables
};

struct Incident {
    enum class Severity { Info, Attention, Failed } severity = Severity::Info;
    std::string helper;
    std::string text;
    std::uint64_t timeNs = 0;
    bool aboutRules = false; ///< and about no helper in particular
    std::string evidence = {}; ///< the id of what was kept of it, or empty
};

/// One option of a protocol, one line for a person each.
struct ProtocolOption {
    std::string name;
    std::string defaultValue;
    std::string text;
    std::string grants =
        {}; ///< what the gate allows besides once it has another value: "foreign-addresses", "low-ports"
};

/// A protocol that can be added, as the helper program describes it.
struct ProtocolDescription {
    std::string name;
    std::string summary;
    std::string advice;
    std::vector<L3Protocol> l3;
    std::vector<L4Protocol> l4;
    std::vector<std::uint16_t> ports;
    std::vector<ExpectationPolicy> policies;
    std::uint32_t privateLength = 0;
    std::vector<ProtocolOption> options;
    std::vector<std::string> rights = {}; ///< of its expectations: "loose-source", "permanent", "low-ports", ...
    bool isModule = false; ///< code of this machine's own, beside what is built in
};

/// A module that the helper program cannot use.
struct RefusedModule {
    std::string name; ///< empty: none could be looked at
    std::string why; ///< one line
};

/// A helper script on disk.
struct ScriptStatus {
    ScriptStore::Entry stored;
    std::vector<std::string> helpers; ///< that are registered with it
};

struct DiagnosisLink {
    std::string link; ///< "kernel", "clash", "registered", "process", "enabled", "rule", "counter", "flows", ...
    bool ok = false;
    std::string text;
    std::string remedy;
};

/// What a caller asks for; what is absent gets the protocol's default.
struct HelperRequest {
    std::optional<std::vector<L3Protocol>> l3;
    std::optional<std::vector<L4Protocol>> l4;
    std::optional<std::uint32_t> queue;
    std::optional<std::uint32_t> queueLength;
    std::optional<std::vector<ExpectationPolicy>> policies;
    std::optional<std::uint32_t> privateLength;
    std::optional<std::vector<std::pair<std::string, std::string>>> options;
    std::optional<std::string> script;
};

struct RuleRequest {
    std::string helper;
    std::optional<L4Protocol> l4;
    std::optional<std::vector<PortRange>> ports;
    std::optional<std::vector<L3Protocol>> l3;
    bool prerouting = true;
    bool output = true;
    std::string inInterface;
    std::string outInterface;
    std::optional<Network> source;
    std::optional<Network> destination;
};

/// Everything the bus can ask of the backend about helpers and rules. Calls return at once (they are a few netlink
/// messages); what takes time (a process starting) shows as a state change later. Main thread only.
///
/// Each deed either happens whole or leaves everything as it was.
class HelperManager : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual std::vector<HelperStatus> helpers() const = 0; ///< ours, then foreign ones; by name
    virtual std::vector<RuleStatus> rules() const = 0; ///< by id
    virtual std::vector<ProtocolDescription> available() const = 0;
    virtual std::vector<RefusedModule> refusedModules() const = 0; ///< by name
    virtual std::vector<Incident> incidents() const = 0;

    /// Registers (disabled) and saves. Names without a protocol get the observer.
    virtual Status add(const std::string &name, const HelperRequest &request) = 0;
    /// Starts the process and enables the helper once it listens.
    virtual Status enable(const std::string &name) = 0;
    virtual Status disable(const std::string &name) = 0;
    virtual Status set(const std::string &name, const HelperRequest &request) = 0;
    virtual Status remove(const std::string &name, bool rulesToo) = 0;
    virtual Result<unsigned> flush(bool foreignToo) = 0;

    virtual Result<RuleId> addRule(const RuleRequest &request) = 0;
    /// Puts what @p request asks for in the place of what the rule says; the rule keeps its id.
    virtual Status changeRule(RuleId id, const RuleRequest &request) = 0;
    virtual Status removeRule(RuleId id) = 0;
    virtual Result<RuleTable::Preview> previewRule(const RuleRequest &request) const = 0;
    virtual Result<std::string> showRules() const = 0;

    virtual std::vector<ScriptStatus> scripts() const = 0; ///< by name
    virtual Result<std::string> readScript(const std::string &name, bool previous) const = 0;
    /// Keeps @p text once the helper program has found that it can run, and gives it to the helpers that are registered
    /// with the script, whose names it returns. InvalidArgument, with the script's line, for a text that cannot run.
    virtual Result<std::vector<std::string>> installScript(const std::string &name, const std::string &text) = 0;
    /// The same with what the script said before.
    virtual Result<std::vector<std::string>> rollBackScript(const std::string &name) = 0;
    /// HelperInUse while a helper is registered with it.
    virtual Status removeScript(const std::string &name) = 0;

    virtual std::vector<EvidenceStore::Entry> evidence() const = 0; ///< newest first
    virtual Result<std::string> readEvidence(const std::string &id) const = 0; ///< the capture
    virtual Status removeEvidence(const std::string &id) = 0;

    virtual Result<std::vector<DiagnosisLink>> diagnose(const std::string &name) const = 0;
    virtual std::string exportToml() const = 0;
    virtual Result<std::string> applyToml(const std::string &toml) = 0;

    /// Read-only rings for handing to readers.
    virtual int packetRingFd() const = 0;
    virtual int payloadRingFd() const = 0;
    virtual void setPayloadObservers(unsigned count) = 0;

    /// Looks at what nobody tells of by itself (counters, helpers of other programs), unless that was done within the
    /// last second. To be called before somebody is shown the state.
    virtual void refresh() = 0;
    /// Whether anybody hears of changes. While nobody does, nothing is looked at but what refresh() is called for.
    virtual void setWatched(bool watched) = 0;

signals:
    void helperAdded(const std::string &name);
    void helperRemoved(const std::string &name);
    void helperChanged(const std::string &name); ///< state, settings or, at most once a second, counters
    void ruleAdded(Trackhand::RuleId id);
    void ruleRemoved(Trackhand::RuleId id);
    void ruleChanged(Trackhand::RuleId id);
    void incidentHappened(const Trackhand::Incident &incident);
};

} // namespace Trackhand
