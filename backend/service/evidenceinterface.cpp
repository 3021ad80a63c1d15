// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/evidenceinterface.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "wire/dbus/names.h"

namespace Trackhand {

namespace {

QVariantMap toMap(const EvidenceStore::Entry &entry)
{
    return {
        {QStringLiteral("id"), toQt(entry.id)},
        {QStringLiteral("helper"), toQt(entry.helper)},
        {QStringLiteral("time"), qulonglong(entry.timeNs)},
        {QStringLiteral("reason"), toQt(entry.reason)},
        {QStringLiteral("packets"), entry.packets},
        {QStringLiteral("bytes"), qulonglong(entry.size)},
        {QStringLiteral("in_hand"), entry.inHand},
    };
}

} // namespace

EvidenceInterface::EvidenceInterface(HelperManager &manager)
    : m_manager(manager)
{
}

QString EvidenceInterface::name() const
{
    return QLatin1String(Wire::Bus::EvidenceInterface);
}

bool EvidenceInterface::servesPath(const QString &path) const
{
    return path == QLatin1String(Wire::Bus::RootPath);
}

QMap<QString, QVariantMap> EvidenceInterface::objects() const
{
    return {{QLatin1String(Wire::Bus::RootPath), {}}};
}

Result<QVariantList> EvidenceInterface::call(const BusCall &call)
{
    if (call.method == QLatin1String("List")) {
        return list();
    }
    const std::string id = fromQt(call.arguments.at(0).toString());
    return call.method == QLatin1String("Read") ? read(id) : remove(id);
}

QVariantList EvidenceInterface::list() const
{
    BusMaps maps;
    for (const EvidenceStore::Entry &entry : m_manager.evidence()) {
        maps.append(toMap(entry));
    }
    return {QVariant::fromValue(maps)};
}

Result<QVariantList> EvidenceInterface::read(const std::string &id) const
{
    const auto capture = m_manager.readEvidence(id);
    if (!capture) {
        return capture.error();
    }
    return QVariantList {QByteArray::fromStdString(*capture)};
}

Result<QVariantList> EvidenceInterface::remove(const std::string &id)
{
    const Status removed = m_manager.removeEvidence(id);
    if (!removed) {
        return removed.error();
    }
    return QVariantList {};
}

} // namespace Trackhand
