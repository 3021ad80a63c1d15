// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/businterface.h"
#include "backend/supervisor/helpermanager.h"

namespace Trackhand {

/// org.trackhand.Trackhand1.Evidence: what helper processes had before them when they ended.
class EvidenceInterface : public BusInterface {
public:
    explicit EvidenceInterface(HelperManager &manager);

    QString name() const override;
    bool servesPath(const QString &path) const override;
    QMap<QString, QVariantMap> objects() const override;
    Result<QVariantList> call(const BusCall &call) override;

private:
    QVariantList list() const;
    Result<QVariantList> read(const std::string &id) const;
    Result<QVariantList> remove(const std::string &id);

    HelperManager &m_manager;
};

} // namespace Trackhand
