// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/busvalue.h"
#include "client/link/values.h"

#include <QMap>
#include <QString>
#include <QVariantMap>

/// What a FakeBackend says and is told, as the bus has it.
namespace Trackhand {

using Interfaces = QMap<QString, QVariantMap>; ///< of an object, with their properties

QString text(const char *latin1);

/// Into @p into, what @p map has of this name, if anything.
template <typename T>
void take(const QVariantMap &map, const char *name, T &into)
{
    if (map.contains(text(name))) {
        into = fromBus<T>(map.value(text(name)));
    }
}

RuleInfo ruleFrom(const QVariantMap &map);
QString iptablesText(const RuleInfo &rule);
QVariantMap protocolMap(const ProtocolInfo &protocol);
QVariantMap evidenceMap(const EvidenceInfo &evidence);
QVariantMap incidentMap(const IncidentInfo &incident);

} // namespace Trackhand
