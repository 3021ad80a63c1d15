// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/livehelpermanager.h"

#include "backend/settings/validation.h"
#include "backend/supervisor/diagnosis.h"
#include "backend/supervisor/registration.h"
#include "backend/supervisor/requestdefaults.h"

#include <QLoggingCategory>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>

namespace Trackhand {

namespace {

Q_LOGGING_CATEGORY(lcSupervisor, "trackhand.backend.supervisor")

constexpr std::size_t MaxIncidents = 200;
constexpr std::size_t MaxHelpers = 64;

Error noSuchHelper(const std::string &name)
{
    return {ErrorCode::NoSuchHelper, "there is no helper " + name + "; see trackhandctl helper list"};
}

Error foreignHelper(const std::string &name)
{
    return {ErrorCode::HelperUnavailable, name + " was registered by another program; change it there"};
}

std::uint64_t wallClockNs()
{
    timespec now {};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return static_cast<std::uint64_t>(now.tv_sec) * 1000000000U + static_cast<std::uint64_t>(now.tv_nsec);
}

std::string readFile(const char *path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

LiveHelperManager::LiveHelperManager(HelperRegistrar &registrar, RuleTable &ruleTable, ConntrackWatch &watch,
    SettingsStore &store, Paths paths, QObject *parent)
    : HelperManager(parent)
    , m_registrar(registrar)
    , m_watch(watch)
    , m_store(store)
    , m_paths(std::move(paths))
    , m_scripts(store.directory())
    , m_evidence(m_paths.evidence)
    , m_rules(ruleTable)
{
    setUpLooking();
}

LiveHelperManager::~LiveHelperManager() = default;

Status LiveHelperManager::start()
{
    auto log = PacketLog::create();
    if (!log) {
        return log.error();
    }
    m_log = log.take();
    const auto loaded = m_store.load();
    m_general = loaded.general;
    for (const Error &problem : loaded.problems) {
        report(Incident::Severity::Failed, {}, problem.text);
    }
    auto identity = HelperProcess::identityOf(m_general.helperUser);
    if (!identity) {
        return identity.error();
    }
    m_program.emplace(m_paths.helperProgram, *identity);
    auto catalog = m_program->list();
    if (!catalog) {
        return catalog.error();
    }
    takeCatalog(catalog.take());
    // Whatever thread a gate is on, the answer to its first packets in a while is ours to give.
    m_log->setTrafficObserver(
        [this] { QMetaObject::invokeMethod(this, &LiveHelperManager::trafficBegan, Qt::QueuedConnection); });
    restore(loaded.helpers);
    listenToRules();
    return Done {};
}

void LiveHelperManager::restore(const std::vector<HelperDocument> &saved)
{
    // First of all: nothing may stay enabled that nobody listens to, whatever a dead predecessor left behind.
    (void)disableAllHelpers(m_registrar, m_store);
    std::vector<RuleSettings> rules;
    for (const HelperDocument &entry : saved) {
        if (entry.helper) {
            restoreHelper(*entry.helper);
        }
        rules.insert(rules.end(), entry.rules.begin(), entry.rules.end());
    }
    if (const auto status = m_rules.restore(rules); !status) {
        reportRules(Incident::Severity::Failed, "the saved rules could not be put back: " + status.error().text);
    }
    lookAtForeign();
}

void LiveHelperManager::restoreHelper(const HelperSettings &settings)
{
    Own &own = m_own[settings.name];
    own.settings = settings;
    m_watch.setPolicies(settings.name, settings.policies);
    Status status = Registration::create(m_registrar, settings, true);
    if (status && settings.enabled) {
        status = startHelper(own);
    }
    if (!status) {
        own.problem = status.error().text;
        report(Incident::Severity::Failed, settings.name, own.problem);
    }
}

void LiveHelperManager::stop()
{
    setWatched(false);
    m_ruleEvents.reset();
    m_ruleTimer.stop();
    m_toReplace.clear();
    m_replacing.clear();
    for (auto &[name, own] : m_own) {
        stopHelper(own);
    }
}

std::vector<HelperStatus> LiveHelperManager::helpers() const
{
    std::vector<HelperStatus> all;
    for (const auto &[name, own] : m_own) {
        all.push_back(statusOf(own));
    }
    for (const auto &[name, foreign] : m_foreign) {
        all.push_back(foreign);
    }
    return all;
}

HelperStatus LiveHelperManager::statusOf(const Own &own) const
{
    HelperStatus status;
    status.settings = own.settings;
    status.counters = own.now;
    status.problem = own.problem;
    if (own.process) {
        status.state = own.process->state();
        status.processId = own.process->processId();
        if (!own.process->problem().empty()) {
            status.problem = own.process->problem();
        }
    } else if (!own.problem.empty()) {
        status.state = HelperState::Failed;
    }
    return status;
}

Status LiveHelperManager::add(const std::string &name, const HelperRequest &request)
{
    if (auto valid = validateHelperName(name); !valid) {
        return valid;
    }
    lookAtForeign(); // registering the name of another program's helper would change that helper
    if (m_own.contains(name)) {
        return Error {ErrorCode::HelperExists, "there is a helper " + name + " already; change it with helper set"};
    }
    if (m_own.size() >= MaxHelpers) {
        return Error {ErrorCode::LimitReached, "there are 64 helpers already; delete one first"};
    }
    const auto queue = freeQueue();
    if (!queue) {
        return queue.error();
    }
    const auto protocol = protocolOf(name, request.script.value_or(std::string()));
    if (!protocol) {
        return protocol.error();
    }
    const HelperSettings settings = applyRequest(request, defaultSettings(name, **protocol, *queue));
    if (auto status = checkNew(settings); !status) {
        return status;
    }
    if (auto status = Registration::create(m_registrar, settings, false); !status) {
        return status;
    }
    m_own[name].settings = settings;
    m_watch.setPolicies(name, settings.policies);
    if (auto status = save(name); !status) {
        (void)Registration::remove(m_registrar, settings);
        m_own.erase(name);
        return status;
    }
    emit helperAdded(name);
    return Done {};
}

Status LiveHelperManager::checkNew(const HelperSettings &settings) const
{
    if (auto valid = validate(settings); !valid) {
        return valid;
    }
    if (auto valid = checkOptions(settings); !valid) {
        return valid;
    }
    if (isForeign(settings.name)) {
        return Error {ErrorCode::HelperExists,
            "another program registered a helper " + settings.name
                + "; remove it there (nfct helper delete), or choose "
                  "another name"};
    }
    return checkFree(settings);
}

/// The queue must be nobody else's.
Status LiveHelperManager::checkFree(const HelperSettings &settings) const
{
    const auto clash = [&](const HelperSettings &other) {
        return other.name != settings.name && other.queue == settings.queue;
    };
    for (const HelperStatus &other : helpers()) {
        if (clash(other.settings)) {
            return Error {ErrorCode::InvalidArgument,
                "queue " + std::to_string(settings.queue) + " is used by helper " + other.settings.name
                    + "; choose another with --queue"};
        }
    }
    return Done {};
}

Status LiveHelperManager::checkOptions(const HelperSettings &settings) const
{
    const auto found = protocolOf(settings.name, settings.script);
    if (!found) {
        return found.error();
    }
    const ProtocolDescription &protocol = **found;
    for (const auto &entry : settings.options) {
        const std::string &key = entry.first;
        const bool known = std::any_of(protocol.options.begin(), protocol.options.end(),
            [&](const ProtocolOption &option) { return option.name == key; });
        if (!known) {
            return Error {ErrorCode::InvalidArgument,
                "the " + protocol.name + " helper has no option " + key + "; see trackhandctl helper available"};
        }
    }
    if (settings.options.empty()) {
        return Done {};
    }
    // The values are the protocol's to judge, before anything is registered.
    if (settings.script.empty()) {
        return m_program->check(protocol.name, settings.options);
    }
    const auto script = m_scripts.read(settings.script);
    return script ? m_program->checkScript(settings.script, *script, settings.options) : script.error();
}

Result<std::uint16_t> LiveHelperManager::freeQueue() const
{
    const auto all = helpers();
    for (std::uint32_t queue = 0; queue <= 0xffff; ++queue) {
        const auto taken = [&](const HelperStatus &helper) {
            return helper.settings.queue == queue;
        };
        if (std::none_of(all.begin(), all.end(), taken)) {
            return static_cast<std::uint16_t>(queue);
        }
    }
    return Error {ErrorCode::LimitReached, "every queue is taken; delete a helper first"};
}

bool LiveHelperManager::isForeign(const std::string &name) const
{
    return m_foreign.contains(name);
}

Result<LiveHelperManager::Own *> LiveHelperManager::findOwn(const std::string &name)
{
    const auto found = m_own.find(name);
    if (found != m_own.end()) {
        return &found->second;
    }
    return isForeign(name) ? foreignHelper(name) : noSuchHelper(name);
}

Status LiveHelperManager::enable(const std::string &name)
{
    auto own = findOwn(name);
    if (!own) {
        return own.error();
    }
    if ((*own)->process && (*own)->process->state() != HelperState::Failed) {
        return Done {};
    }
    if ((*own)->process) {
        stopHelper(**own);
    }
    if (auto status = startHelper(**own); !status) {
        return status;
    }
    (*own)->problem.clear();
    (*own)->settings.enabled = true;
    emit helperChanged(name);
    return save(name);
}

Status LiveHelperManager::disable(const std::string &name)
{
    auto own = findOwn(name);
    if (!own) {
        return own.error();
    }
    stopHelper(**own);
    (*own)->problem.clear();
    (*own)->settings.enabled = false;
    emit helperChanged(name);
    return save(name);
}

Status LiveHelperManager::set(const std::string &name, const HelperRequest &request)
{
    auto own = findOwn(name);
    if (!own) {
        return own.error();
    }
    const HelperSettings wanted = applyRequest(request, (*own)->settings);
    for (const Status &status : {validate(wanted), checkOptions(wanted), checkFree(wanted)}) {
        if (!status) {
            return status;
        }
    }
    if (auto status = (*own)->process ? setWhileRunning(**own, wanted) : setWhileDisabled(**own, wanted); !status) {
        return status;
    }
    (*own)->settings = wanted;
    m_watch.setPolicies(name, wanted.policies);
    emit helperChanged(name);
    return save(name);
}

Status LiveHelperManager::setWhileRunning(Own &own, const HelperSettings &wanted)
{
    const HelperSettings &present = own.settings;
    if (wanted.l3 != present.l3 || wanted.l4 != present.l4 || wanted.queue != present.queue
        || wanted.privateLength != present.privateLength || wanted.policies.size() != present.policies.size()) {
        return Error {ErrorCode::HelperInUse,
            "transport, queue, number of policies and private length cannot change while " + present.name
                + " runs; disable it first"};
    }
    if (auto status = Registration::update(m_registrar, wanted, false); !status) {
        return status;
    }
    stopHelper(own);
    own.settings = wanted;
    return startHelper(own);
}

Status LiveHelperManager::setWhileDisabled(Own &own, const HelperSettings &wanted)
{
    if (!m_rules.ofHelper(own.settings.name).empty()) {
        return Error {ErrorCode::HelperInUse,
            "rules name the helper " + own.settings.name + "; delete them first (trackhandctl rule list)"};
    }
    if (auto status = Registration::remove(m_registrar, own.settings); !status) {
        return status;
    }
    Status status = Registration::create(m_registrar, wanted, false);
    if (!status) {
        (void)Registration::create(m_registrar, own.settings, false);
    }
    return status;
}

Status LiveHelperManager::remove(const std::string &name, bool rulesToo)
{
    auto own = findOwn(name);
    if (!own) {
        return own.error();
    }
    if (!rulesToo && !m_rules.ofHelper(name).empty()) {
        return Error {ErrorCode::HelperInUse, "rules name the helper " + name + "; delete them first, or with it"};
    }
    const bool wasRunning = (*own)->process != nullptr;
    stopHelper(**own);
    Status status = removeRulesOf(name);
    if (status) {
        status = Registration::remove(m_registrar, (*own)->settings);
    }
    if (!status) {
        if (wasRunning) {
            (void)startHelper(**own);
        }
        return status;
    }
    m_own.erase(name);
    emit helperRemoved(name);
    return save(name);
}

Result<unsigned> LiveHelperManager::flush(bool foreignToo)
{
    unsigned removed = 0;
    while (!m_own.empty()) {
        const std::string name = m_own.begin()->first; // a copy: its owner goes
        if (auto status = remove(name, true); !status) {
            return status.error();
        }
        ++removed;
    }
    if (foreignToo) {
        const auto present = m_registrar.list();
        if (!present) {
            return present.error();
        }
        for (const KernelHelper &helper : *present) {
            if (auto status = m_registrar.remove(helper.name, helper.l3, helper.l4); !status) {
                return status.error();
            }
        }
        removed += static_cast<unsigned>(m_foreign.size());
        lookAtForeign();
    }
    return removed;
}

Result<std::vector<DiagnosisLink>> LiveHelperManager::diagnose(const std::string &name) const
{
    const auto all = helpers();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const HelperStatus &helper) { return helper.settings.name == name; });
    if (found == all.end()) {
        return noSuchHelper(name);
    }
    std::vector<RuleStatus> rules = m_rules.all();
    std::erase_if(rules, [&](const RuleStatus &rule) { return rule.settings.helper != name; });
    auto flows = m_watch.flows();
    return diagnoseHelper({m_registrar.list(), loadedKernelHelper(name, readFile("/proc/modules")), *found,
        std::move(rules), flows ? flows.take() : std::vector<EventRecord> {}, m_watch.counts(name)});
}

void LiveHelperManager::report(
    Incident::Severity severity, const std::string &helper, const std::string &text, const std::string &evidence)
{
    keep({severity, helper, text, wallClockNs(), false, evidence});
}

void LiveHelperManager::reportRules(Incident::Severity severity, const std::string &text)
{
    keep({severity, {}, text, wallClockNs(), true});
}

void LiveHelperManager::keep(const Incident &incident)
{
    m_incidents.push_back(incident);
    if (m_incidents.size() > MaxIncidents) {
        m_incidents.pop_front();
    }
    const std::string line =
        (incident.helper.empty() ? std::string() : "helper " + incident.helper + ": ") + incident.text;
    if (incident.severity == Incident::Severity::Info) {
        qCInfo(lcSupervisor, "%s", line.c_str());
    } else {
        qCWarning(lcSupervisor, "%s", line.c_str());
    }
    emit incidentHappened(m_incidents.back());
}

} // namespace Trackhand
