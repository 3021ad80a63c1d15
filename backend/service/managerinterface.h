// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/businterface.h"
#include "backend/supervisor/helpermanager.h"

namespace Trackhand {

/// What the backend found out about its surroundings at start.
struct KernelSupport {
    bool supported = true; ///< this kernel can register user-space helpers
    std::string problem; ///< why not and what to do, "" when supported
};

/// org.trackhand.Trackhand1.Manager.
class ManagerInterface : public BusInterface {
public:
    static constexpr qsizetype MaxTomlLength = 1024 * 1024; ///< bytes that Apply takes

    ManagerInterface(HelperManager &manager, KernelSupport support);

    QString name() const override;
    bool servesPath(const QString &path) const override;
    QMap<QString, QVariantMap> objects() const override;
    Result<QVariantList> call(const BusCall &call) override;

    static QVariantMap toMap(const Incident &incident);

private:
    Result<QVariantList> apply(const QString &toml);
    QVariantList incidents() const;

    HelperManager &m_manager;
    KernelSupport m_support;
};

} // namespace Trackhand
