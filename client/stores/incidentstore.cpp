// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/stores/incidentstore.h"

#include "client/link/backendlink.h"

namespace Trackhand {

void IncidentStore::follow(BackendLink *link)
{
    connect(link, &BackendLink::incident, this, &IncidentStore::add);
    connect(link, &BackendLink::stateChanged, this, [this, link](BackendLink::State state) {
        if (state != BackendLink::State::Ready) {
            return;
        }
        link->call<QList<IncidentInfo>>(Requests::incidents(), this, [this](const Result<QList<IncidentInfo>> &result) {
            if (result) { // a refusal leaves the list as the signals make it
                setItems(*result);
            }
        });
    });
}

void IncidentStore::setItems(const QList<IncidentInfo> &items)
{
    m_items = items.mid(qMax(0, items.size() - Capacity));
    emit changed();
}

void IncidentStore::add(const IncidentInfo &incident)
{
    m_items.append(incident);
    if (m_items.size() > Capacity) {
        m_items.removeFirst();
    }
    emit changed();
}

} // namespace Trackhand
