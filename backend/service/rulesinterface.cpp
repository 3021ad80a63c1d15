// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/rulesinterface.h"

#include "backend/service/bustext.h"
#include "backend/service/bustypes.h"
#include "backend/service/rulearguments.h"
#include "wire/dbus/names.h"

namespace Trackhand {

RulesInterface::RulesInterface(HelperManager &manager)
    : m_manager(manager)
{
}

QString RulesInterface::name() const
{
    return QLatin1String(Wire::Bus::RulesInterface);
}

bool RulesInterface::servesPath(const QString &path) const
{
    return path == QLatin1String(Wire::Bus::RootPath);
}

QMap<QString, QVariantMap> RulesInterface::objects() const
{
    return {{QLatin1String(Wire::Bus::RootPath), {}}};
}

Result<QVariantList> RulesInterface::call(const BusCall &call)
{
    if (call.method == QLatin1String("Show")) {
        return show();
    }
    const auto request = ruleRequest(call.arguments.at(0));
    if (!request) {
        return request.error();
    }
    return call.method == QLatin1String("Add") ? add(*request) : preview(*request);
}

Result<QVariantList> RulesInterface::add(const RuleRequest &request)
{
    const auto id = m_manager.addRule(request);
    if (!id) {
        return id.error();
    }
    return QVariantList {QVariant::fromValue(QDBusObjectPath(toQt(Wire::Bus::rulePath(unsigned(*id)))))};
}

Result<QVariantList> RulesInterface::preview(const RuleRequest &request) const
{
    const auto preview = m_manager.previewRule(request);
    if (!preview) {
        return preview.error();
    }
    return QVariantList {toQt(preview->nftables), toQt(preview->iptables)};
}

Result<QVariantList> RulesInterface::show() const
{
    const auto text = m_manager.showRules();
    if (!text) {
        return text.error();
    }
    return QVariantList {toQt(*text)};
}

} // namespace Trackhand
