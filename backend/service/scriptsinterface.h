// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/businterface.h"
#include "backend/supervisor/helpermanager.h"

namespace Trackhand {

/// org.trackhand.Trackhand1.Scripts: the helper scripts that are installed, and their versions.
class ScriptsInterface : public BusInterface {
public:
    explicit ScriptsInterface(HelperManager &manager);

    QString name() const override;
    bool servesPath(const QString &path) const override;
    QMap<QString, QVariantMap> objects() const override;
    Result<QVariantList> call(const BusCall &call) override;

private:
    QVariantList list() const;
    Result<QVariantList> remove(const std::string &script);

    HelperManager &m_manager;
};

} // namespace Trackhand
