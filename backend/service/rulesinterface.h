// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/service/businterface.h"
#include "backend/supervisor/helpermanager.h"

namespace Trackhand {

/// org.trackhand.Trackhand1.Rules: adding rules and looking at the table.
class RulesInterface : public BusInterface {
public:
    explicit RulesInterface(HelperManager &manager);

    QString name() const override;
    bool servesPath(const QString &path) const override;
    QMap<QString, QVariantMap> objects() const override;
    Result<QVariantList> call(const BusCall &call) override;

private:
    Result<QVariantList> add(const RuleRequest &request);
    Result<QVariantList> preview(const RuleRequest &request) const;
    Result<QVariantList> show() const;

    HelperManager &m_manager;
};

} // namespace Trackhand
