// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/businterface.h"
#include "backend/supervisor/helpermanager.h"

namespace Trackhand {

/// org.trackhand.Trackhand1.Helpers: registering, and what can be registered.
class HelpersInterface : public BusInterface {
public:
    explicit HelpersInterface(HelperManager &manager);

    QString name() const override;
    bool servesPath(const QString &path) const override;
    QMap<QString, QVariantMap> objects() const override;
    Result<QVariantList> call(const BusCall &call) override;

private:
    Result<QVariantList> add(const BusCall &call);
    Result<QVariantList> flush(bool all);
    QVariantList available() const;
    QVariantList refusedModules() const;

    HelperManager &m_manager;
};

} // namespace Trackhand
