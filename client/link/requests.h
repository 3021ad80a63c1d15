// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/base/fd.h"
#include "wire/base/result.h"
#include "wire/ring/event.h"

#include <QDBusMessage>
#include <functional>
#include <memory>
#include <vector>

/// Every method of the backend as a value: the message to send and how to read its reply. BackendLink sends them
/// without waiting, BackendCall waits for the reply.
namespace Trackhand {

template <typename T>
struct Request {
    QDBusMessage message;
    std::function<Result<T>(const QDBusMessage &)> decode;
    int timeoutMs = -1; ///< -1 = the bus library's 25 seconds
    bool mayPrompt = true; ///< polkit may ask the person for a password
};

/// The Error in a reply of type ErrorMessage; bus errors that are not ours are put in our words.
Error errorFromReply(const QDBusMessage &reply);

/// Teaches QtDBus the structs of values.h. Called by everybody who needs it; does its work once.
void registerBusTypes();

namespace Requests {

/// Manager, helpers and rules in one reply (ObjectManager.GetManagedObjects).
Request<BackendObjects> objects();
Request<QString> exportSettings();
Request<QString> applySettings(const QString &toml);
Request<QList<IncidentInfo>> incidents();

Request<QString> addHelper(const QString &name, const HelperArguments &settings); ///< -> object path
Request<uint> flushHelpers(bool all);
Request<QList<ProtocolInfo>> availableProtocols();
Request<QList<RefusedModuleInfo>> refusedModules();
Request<Done> enableHelper(const QString &name);
Request<Done> disableHelper(const QString &name);
Request<Done> setHelper(const QString &name, const HelperArguments &settings);
Request<Done> deleteHelper(const QString &name, bool withRules);
Request<QList<DiagnosisLinkInfo>> diagnoseHelper(const QString &name);

Request<QString> addRule(const RuleArguments &rule); ///< -> object path
Request<RulePreview> previewRule(const RuleArguments &rule);
Request<QString> showRules();
Request<Done> changeRule(uint id, const RuleArguments &rule);
Request<Done> deleteRule(uint id);

Request<QList<ScriptInfo>> scripts();
Request<QString> readScript(const QString &name, bool previous);
Request<QStringList> installScript(const QString &name, const QString &text); ///< -> the helpers that run it
Request<QStringList> rollBackScript(const QString &name); ///< -> the same
Request<Done> removeScript(const QString &name);

Request<QList<EvidenceInfo>> evidence();
Request<QByteArray> readEvidence(const QString &id); ///< -> a capture in pcapng
Request<Done> removeEvidence(const QString &id);

/// @p kind "packets" or "expectations". The descriptor is the caller's. Local hosts only. (shared_ptr because the reply
/// is copied on its way; there is one owner in the end.)
Request<std::shared_ptr<Fd>> openEvents(const QString &kind);
Request<std::shared_ptr<Fd>> openPayloads();
Request<std::vector<EventRecord>> listExpectations();
Request<std::vector<EventRecord>> listFlows();

} // namespace Requests
} // namespace Trackhand
