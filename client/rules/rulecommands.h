// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QObject>

namespace Trackhand {

class BackendLink;
class HelperStore;
class RuleStore;

/// The nfct and iptables commands that would do by hand what all the rules do. iptables' part is asked of the backend,
/// rule by rule, while somebody wants it and when it may have changed. Link and stores must outlive it.
class RuleCommands : public QObject {
    Q_OBJECT
public:
    RuleCommands(BackendLink *link, const HelperStore *helpers, const RuleStore *rules, QObject *parent = nullptr);

    void setWanted(bool wanted);
    void readAgain();

    const QString &text() const { return m_text; }

signals:
    void changed();
    void failed(const QString &reason);

private:
    void outdate();
    void begin();
    void askNext(quint64 round);
    QString registrations() const;

    BackendLink *m_link;
    const HelperStore *m_helpers;
    const RuleStore *m_rules;
    QList<RuleInfo> m_toAsk;
    QString m_collected;
    QString m_text;
    quint64 m_round = 0; ///< answers of an overtaken one are dropped
    bool m_wanted = false;
    bool m_outdated = true;
};

} // namespace Trackhand
