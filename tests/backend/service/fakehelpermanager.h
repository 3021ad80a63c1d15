// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/supervisor/helpermanager.h"
#include "wire/ring/eventring.h"
#include "wire/ring/payloadring.h"

#include <QStringList>

namespace Trackhand {

/// Keeps helpers and rules in memory and does nothing with them. Remembers the deeds it was asked for, and fails those
/// that it was told to fail.
class FakeHelperManager : public HelperManager {
    Q_OBJECT

public:
    FakeHelperManager();

    std::vector<HelperStatus> helpers() const override { return m_helpers; }
    std::vector<RuleStatus> rules() const override { return m_rules; }
    std::vector<ProtocolDescription> available() const override { return protocols; }
    std::vector<RefusedModule> refusedModules() const override { return refused; }
    std::vector<Incident> incidents() const override { return m_incidents; }

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
    Result<std::string> showRules() const override { return std::string("table inet trackhand {}"); }

    std::vector<ScriptStatus> scripts() const override { return storedScripts; }
    Result<std::string> readScript(const std::string &name, bool previous) const override;
    Result<std::vector<std::string>> installScript(const std::string &name, const std::string &text) override;
    Result<std::vector<std::string>> rollBackScript(const std::string &name) override;
    Status removeScript(const std::string &name) override;

    std::vector<EvidenceStore::Entry> evidence() const override { return keptEvidence; }
    Result<std::string> readEvidence(const std::string &id) const override;
    Status removeEvidence(const std::string &id) override;

    Result<std::vector<DiagnosisLink>> diagnose(const std::string &name) const override;
    std::string exportToml() const override { return "# nothing"; }
    Result<std::string> applyToml(const std::string &toml) override;

    int packetRingFd() const override { return m_packets.fd(); }
    int payloadRingFd() const override { return m_payloads.fd(); }
    void setPayloadObservers(unsigned count) override { payloadObservers = count; }
    void refresh() override { ++refreshed; }
    void setWatched(bool now) override { watched = now; }

    /// The helper @p name, to be changed; say so with helperChanged().
    HelperStatus &helper(const std::string &name);
    RuleStatus &rule(RuleId id);
    void happened(const Incident &incident);

    mutable QStringList deeds; ///< what was asked, in order, as text
    std::optional<Error> failure; ///< the answer to every deed
    std::vector<ProtocolDescription> protocols;
    std::vector<RefusedModule> refused;
    std::vector<ScriptStatus> storedScripts;
    std::vector<EvidenceStore::Entry> keptEvidence;
    HelperRequest lastRequest;
    RuleRequest lastRule;
    unsigned payloadObservers = 0;
    unsigned refreshed = 0;
    bool watched = false;

private:
    Status deed(const QString &text) const;

    std::vector<HelperStatus> m_helpers;
    std::vector<RuleStatus> m_rules;
    std::vector<Incident> m_incidents;
    Wire::EventRingWriter m_packets;
    Wire::PayloadRingWriter m_payloads;
};

} // namespace Trackhand
