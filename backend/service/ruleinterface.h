// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/businterface.h"
#include "backend/supervisor/helpermanager.h"

namespace Trackhand {

/// org.trackhand.Trackhand1.Rule, on the object of each rule.
class RuleInterface : public BusInterface {
public:
    explicit RuleInterface(HelperManager &manager);

    QString name() const override;
    bool servesPath(const QString &path) const override;
    QMap<QString, QVariantMap> objects() const override;
    Result<QVariantList> call(const BusCall &call) override;

private:
    Status change(RuleId id, const BusCall &call);

    HelperManager &m_manager;
};

} // namespace Trackhand
