// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/diagnosismodel.h"

namespace Trackhand {

int DiagnosisModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chain.links.size());
}

QVariant DiagnosisModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ChainLink &link = m_chain.links.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return link.title;
    case Qt::ToolTipRole:
        return link.text;
    case Qt::AccessibleTextRole:
        return tr("%1: %2, %3").arg(link.title, link.word, link.text);
    case StateKindRole:
        return int(link.state);
    case WordRole:
        return link.word;
    default:
        return {};
    }
}

void DiagnosisModel::setChain(const DiagnosisChain &chain)
{
    beginResetModel();
    m_chain = chain;
    endResetModel();
}

} // namespace Trackhand
