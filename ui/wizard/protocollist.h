// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QListWidget>

namespace Trackhand {

/// The protocols that can be added, one line of explanation each. The observer stands last, under what it does instead
/// of its name, and stays whatever is searched for: it takes every name.
class ProtocolList : public QListWidget {
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole, ///< the protocol's name
        SummaryRole,
        DetailRole, ///< "tcp 21", or why it cannot be chosen
    };

    explicit ProtocolList(QWidget *parent = nullptr);

    /// @p taken are the names that are registered already, each with what to say about that.
    void setProtocols(const QList<ProtocolInfo> &protocols, const QMap<QString, QString> &taken);
    void search(const QString &text);

    /// Nullptr while nothing is chosen.
    const ProtocolInfo *chosen() const;
    bool choose(const QString &protocol);

private:
    void addProtocol(const ProtocolInfo &protocol, const QString &taken);
    void chooseFirst();

    QMap<QString, ProtocolInfo> m_protocols;
};

} // namespace Trackhand
