// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/rulestore.h"

#include "client/link/backendlink.h"

#include <algorithm>

namespace Trackhand {

bool onlyCounted(const QVariantMap &changed)
{
    const auto names = changed.keys();
    return !names.isEmpty() && std::ranges::all_of(names, [](const QString &name) {
        return name == QLatin1String("Packets") || name == QLatin1String("Bytes");
    });
}

void RuleStore::follow(BackendLink *link)
{
    connect(link, &BackendLink::objectsRead, this, [this](const BackendObjects &all) { setItems(all.rules); });
    connect(link, &BackendLink::ruleAdded, this, [this](const RuleInfo &rule) { put(rule); });
    connect(link, &BackendLink::ruleChanged, this,
        [this](const QString &path, const QVariantMap &properties) { change(path, properties); });
    connect(link, &BackendLink::ruleRemoved, this, [this](const QString &path) { remove(path); });
    connect(link, &BackendLink::stateChanged, this, [this](BackendLink::State state) {
        if (state != BackendLink::State::Ready && size() != 0) {
            clear();
        }
    });
}

int RuleStore::countOf(const QString &helper) const
{
    return int(std::count_if(
        items().cbegin(), items().cend(), [&helper](const RuleInfo &rule) { return rule.helper == helper; }));
}

} // namespace Trackhand
