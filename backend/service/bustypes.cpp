// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/bustypes.h"

#include "backend/service/bustext.h"

#include <QDBusMetaType>

namespace Trackhand {

QDBusArgument &operator<<(QDBusArgument &argument, const BusPolicy &policy)
{
    argument.beginStructure();
    argument << policy.name << policy.maxExpected << policy.timeoutSeconds;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, BusPolicy &policy)
{
    argument.beginStructure();
    argument >> policy.name >> policy.maxExpected >> policy.timeoutSeconds;
    argument.endStructure();
    return argument;
}

QDBusArgument &operator<<(QDBusArgument &argument, const BusPortRange &range)
{
    argument.beginStructure();
    argument << range.first << range.last;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, BusPortRange &range)
{
    argument.beginStructure();
    argument >> range.first >> range.last;
    argument.endStructure();
    return argument;
}

void registerServiceTypes()
{
    static const bool once = [] {
        qDBusRegisterMetaType<BusPolicy>();
        qDBusRegisterMetaType<BusPolicies>();
        qDBusRegisterMetaType<BusPortRange>();
        qDBusRegisterMetaType<BusPortRanges>();
        qDBusRegisterMetaType<BusOptions>();
        qDBusRegisterMetaType<BusCounters>();
        qDBusRegisterMetaType<BusLatencies>();
        qDBusRegisterMetaType<BusMaps>();
        qDBusRegisterMetaType<BusRecords>();
        qDBusRegisterMetaType<BusInterfaces>();
        qDBusRegisterMetaType<BusObjects>();
        qDBusRegisterMetaType<QList<quint16>>();
        return true;
    }();
    Q_UNUSED(once)
}

BusPolicies toBus(const std::vector<ExpectationPolicy> &policies)
{
    BusPolicies list;
    for (const ExpectationPolicy &policy : policies) {
        list.append({toQt(policy.name), policy.maxExpected, policy.timeoutSeconds});
    }
    return list;
}

BusPortRanges toBus(const std::vector<PortRange> &ports)
{
    BusPortRanges list;
    for (const PortRange &range : ports) {
        list.append({range.first, range.last});
    }
    return list;
}

} // namespace Trackhand
