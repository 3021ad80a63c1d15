// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/diagnosischain.h"
#include "client/models/modelroles.h"

#include <QAbstractListModel>

namespace Trackhand {

/// Rows are the links of one helper's chain, in their order.
class DiagnosisModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { WordRole = FirstModelOwnRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setChain(const DiagnosisChain &chain);
    const DiagnosisChain &chain() const { return m_chain; }

private:
    DiagnosisChain m_chain;
};

} // namespace Trackhand
