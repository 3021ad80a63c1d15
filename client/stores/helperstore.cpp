// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/helperstore.h"

#include "client/link/backendlink.h"

#include <algorithm>

namespace Trackhand {

void HelperStore::follow(BackendLink *link)
{
    connect(link, &BackendLink::objectsRead, this, [this](const BackendObjects &all) { setItems(all.helpers); });
    connect(link, &BackendLink::helperAdded, this, [this](const HelperInfo &helper) { put(helper); });
    connect(link, &BackendLink::helperChanged, this,
        [this](const QString &path, const QVariantMap &properties) { change(path, properties); });
    connect(link, &BackendLink::helperRemoved, this, [this](const QString &path) { remove(path); });
    connect(link, &BackendLink::stateChanged, this, [this](BackendLink::State state) {
        if (state != BackendLink::State::Ready && size() != 0) {
            clear();
        }
    });
}

const HelperInfo *HelperStore::find(const QString &name) const
{
    const auto found = std::find_if(
        items().cbegin(), items().cend(), [&name](const HelperInfo &helper) { return helper.name == name; });
    return found == items().cend() ? nullptr : &*found;
}

uint HelperStore::firstFreeQueue() const
{
    uint queue = 0;
    const auto taken = [&queue](const HelperInfo &helper) {
        return helper.queue == queue;
    };
    while (std::any_of(items().cbegin(), items().cend(), taken)) {
        ++queue;
    }
    return queue;
}

} // namespace Trackhand
