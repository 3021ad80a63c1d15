// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/latencybuckets.h"
#include "wire/net/portrange.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <optional>

/// The values of wire/dbus/*.xml as plain structs: what travels between the bus, the stores and the screen.
namespace Trackhand {

/// One expectation class of a helper: a(suu).
struct Policy {
    QString name;
    uint maximum = 0; ///< 1 to 255 expectations at a time
    uint timeout = 0; ///< seconds
    bool operator==(const Policy &) const = default;
};
using PolicyList = QList<Policy>;

using PortRangeList = QList<PortRange>;

using VariantMapList = QList<QVariantMap>;
using CounterMap = QMap<QString, qulonglong>;
using LatencyMap = QMap<uint, qulonglong>; ///< counts by the buckets of wire/base/latencybuckets.h
using OptionMap = QMap<QString, QString>;

/// A registered helper: the properties of org.trackhand.Trackhand1.Helper.
struct HelperInfo {
    QString path;
    QString name;
    QString owner; ///< "trackhand" or "foreign"
    QStringList l3;
    QStringList l4;
    uint queue = 0;
    uint queueLength = 0;
    PolicyList policies;
    uint privateLength = 0;
    OptionMap options;
    QString script;
    QString state; ///< "running", "starting", "restarting", "disabled" or "failed"
    QString problem; ///< one sentence or ""
    uint processId = 0;
    CounterMap counters;
    Wire::LatencyCounts latencies {}; ///< totals since the helper was registered

    bool isForeign() const { return owner == QLatin1String("foreign"); }
    qulonglong counter(const char *which) const { return counters.value(QLatin1String(which)); }

    /// Takes over the properties that @p changed has; ignores what it does not know.
    void apply(const QVariantMap &changed);
};

/// One rule: the properties of org.trackhand.Trackhand1.Rule.
struct RuleInfo {
    QString path;
    uint id = 0;
    QString helper;
    QStringList l3;
    QString l4;
    PortRangeList ports;
    QStringList hooks;
    QString inInterface;
    QString outInterface;
    QString source;
    QString destination;
    qulonglong packets = 0;
    qulonglong bytes = 0;
    QString text; ///< the nftables lines

    void apply(const QVariantMap &changed);
};

/// org.trackhand.Trackhand1.Manager.
struct ManagerInfo {
    QString version;
    QString kernelRelease;
    bool kernelSupported = true;
    QString problem;

    void apply(const QVariantMap &changed);
};

/// A protocol that can be added (Helpers.ListAvailable).
struct ProtocolOptionInfo {
    QString name;
    QString defaultValue;
    QString text;
};
struct ProtocolInfo {
    QString name;
    QString summary;
    QString advice;
    QStringList l3;
    QStringList l4;
    QList<quint16> ports;
    PolicyList policies;
    uint privateLength = 0;
    QList<ProtocolOptionInfo> options;
    bool module = false; ///< code of the host's own, beside what is built in

    static ProtocolInfo fromMap(const QVariantMap &map);
};

/// A module that is there and not used (Helpers.ListRefusedModules).
struct RefusedModuleInfo {
    QString name; ///< empty: none could be looked at
    QString problem;

    static RefusedModuleInfo fromMap(const QVariantMap &map);
};

/// Something that happened to a helper or a rule (Manager.ListIncidents).
struct IncidentInfo {
    QString severity; ///< "info", "attention" or "failed"
    QString helper;
    QString text;
    quint64 timeNs = 0; ///< since the epoch
    bool aboutRules = false; ///< and about no helper in particular
    QString evidence = {}; ///< the id of what was kept of it, or empty
    bool operator==(const IncidentInfo &) const = default;

    static IncidentInfo fromMap(const QVariantMap &map);
};

/// What a helper process had before it when it ended (Evidence.List).
struct EvidenceInfo {
    QString id; ///< HELPER-TIME
    QString helper;
    quint64 timeNs = 0; ///< since the epoch
    QString reason; ///< how the process ended
    uint packets = 0;
    quint64 size = 0; ///< bytes of the capture
    bool inHand = false; ///< the last packet is the one that the process had in hand

    static EvidenceInfo fromMap(const QVariantMap &map);
};

/// A helper script that is installed (Scripts.List).
struct ScriptInfo {
    QString name; ///< NAME.lua
    quint64 size = 0; ///< bytes
    quint64 changedNs = 0; ///< since the epoch
    bool hasPrevious = false; ///< an earlier version is kept
    QStringList helpers; ///< that run it

    static ScriptInfo fromMap(const QVariantMap &map);
};

/// One link of "why is it not working" (Helper.Diagnose).
struct DiagnosisLinkInfo {
    QString link;
    bool ok = false;
    QString text;
    QString remedy;

    static DiagnosisLinkInfo fromMap(const QVariantMap &map);
};

/// Settings for Helpers.Add and Helper.Set; what is not set is left to the backend.
struct HelperArguments {
    std::optional<QStringList> l3;
    std::optional<QStringList> l4;
    std::optional<uint> queue;
    std::optional<uint> queueLength;
    std::optional<PolicyList> policies;
    std::optional<uint> privateLength;
    std::optional<OptionMap> options;
    std::optional<QString> script;

    QVariantMap toMap() const;
};

/// Settings for Rules.Add, Rules.Preview and Rule.Change; empty means the backend's default.
struct RuleArguments {
    QString helper;
    QString l4;
    PortRangeList ports;
    QStringList hooks;
    QStringList l3;
    QString inInterface;
    QString outInterface;
    QString source;
    QString destination;
    bool everyPort = false; ///< with no ports: every one instead of the protocol's own

    bool operator==(const RuleArguments &) const = default;

    QVariantMap toMap() const;
};

/// Rules.Preview.
struct RulePreview {
    QString nftables;
    QString iptables;
};

/// Everything the backend has, as one GetManagedObjects reply says it.
struct BackendObjects {
    ManagerInfo manager;
    QList<HelperInfo> helpers;
    QList<RuleInfo> rules;
};

} // namespace Trackhand

Q_DECLARE_METATYPE(Trackhand::Policy)
Q_DECLARE_METATYPE(Trackhand::PortRange)
