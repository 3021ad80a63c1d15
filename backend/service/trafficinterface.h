// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"
#include "backend/service/businterface.h"
#include "backend/service/conntracklister.h"
#include "backend/supervisor/helpermanager.h"

#include <QHash>

namespace Trackhand {

/// org.trackhand.Trackhand1.Traffic: hands out the rings, read-only, and lists what conntrack has.
class TrafficInterface : public BusInterface {
public:
    static constexpr int MaxRingsPerCaller = 32; ///< opened by one connection to the bus while it lasts

    TrafficInterface(HelperManager &manager, ConntrackWatch &watch);

    QString name() const override;
    bool servesPath(const QString &path) const override;
    QMap<QString, QVariantMap> objects() const override;
    Result<QVariantList> call(const BusCall &call) override;
    void carryOut(const BusCall &wanted, const Answer &answer) override;

    /// Forgets the rings of a caller that left the bus.
    void callerLeft(const QString &caller);

private:
    struct Subscriptions {
        int rings = 0;
        bool payloads = false;
    };

    Result<QVariantList> openEvents(const BusCall &call);
    Result<QVariantList> openPayloads(const BusCall &call);
    Result<QVariantList> open(int ring, const QString &caller);
    void countPayloadObservers();

    HelperManager &m_manager;
    ConntrackWatch &m_watch;
    ConntrackLister m_lister;
    QHash<QString, Subscriptions> m_subscriptions;
};

} // namespace Trackhand
