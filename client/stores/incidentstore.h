// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QObject>

namespace Trackhand {

class BackendLink;

/// What happened on one host, newest last, at most Capacity entries.
class IncidentStore : public QObject {
    Q_OBJECT
public:
    static constexpr int Capacity = 200;

    using QObject::QObject;

    void follow(BackendLink *link);
    const QList<IncidentInfo> &items() const { return m_items; }

    void setItems(const QList<IncidentInfo> &items);
    void add(const IncidentInfo &incident);

signals:
    void changed();

private:
    QList<IncidentInfo> m_items;
};

} // namespace Trackhand
