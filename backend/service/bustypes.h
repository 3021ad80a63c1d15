// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/helpersettings.h"
#include "backend/settings/rulesettings.h"

#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QList>
#include <QMap>
#include <QVariantMap>

/// The D-Bus types of wire/dbus/*.xml that QtDBus does not know by itself.
namespace Trackhand {

/// (suu): name, most expectations, timeout in seconds.
struct BusPolicy {
    QString name;
    uint maxExpected = 0;
    uint timeoutSeconds = 0;

    bool operator==(const BusPolicy &) const = default;
};

/// (qq): first and last port.
struct BusPortRange {
    quint16 first = 0;
    quint16 last = 0;

    bool operator==(const BusPortRange &) const = default;
};

using BusPolicies = QList<BusPolicy>;
using BusPortRanges = QList<BusPortRange>;
using BusOptions = QMap<QString, QString>; ///< a{ss}
using BusCounters = QMap<QString, qulonglong>; ///< a{st}
using BusLatencies = QMap<uint, qulonglong>; ///< a{ut}
using BusMaps = QList<QVariantMap>; ///< aa{sv}
using BusRecords = QList<QByteArray>; ///< aay
using BusInterfaces = QMap<QString, QVariantMap>; ///< a{sa{sv}}
using BusObjects = QMap<QDBusObjectPath, BusInterfaces>; ///< a{oa{sa{sv}}}

QDBusArgument &operator<<(QDBusArgument &argument, const BusPolicy &policy);
const QDBusArgument &operator>>(const QDBusArgument &argument, BusPolicy &policy);
QDBusArgument &operator<<(QDBusArgument &argument, const BusPortRange &range);
const QDBusArgument &operator>>(const QDBusArgument &argument, BusPortRange &range);

/// Teaches QtDBus the types above. Does its work once.
void registerServiceTypes();

BusPolicies toBus(const std::vector<ExpectationPolicy> &policies);
BusPortRanges toBus(const std::vector<PortRange> &ports);

} // namespace Trackhand

Q_DECLARE_METATYPE(Trackhand::BusPolicy)
Q_DECLARE_METATYPE(Trackhand::BusPortRange)
