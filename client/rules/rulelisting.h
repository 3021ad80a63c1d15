// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QObject>
#include <QTimer>

namespace Trackhand {

class BackendLink;
class RuleStore;

/// The table "inet trackhand" as nftables lists it, counters included. It is read while somebody wants it, again a
/// moment after a rule has come, gone, changed or counted; one question at a time. Link and store must outlive it.
class RuleListing : public QObject {
    Q_OBJECT
public:
    RuleListing(BackendLink *link, const RuleStore *rules, QObject *parent = nullptr);

    /// Whoever wants it says so under a name of its own, and says when it no longer does.
    void setWanted(const QObject *by, bool wanted);
    /// Reads it anew in any case, if somebody wants it.
    void readAgain();

    const QString &text() const { return m_text; } ///< "" before the first answer, and when there is no table

signals:
    void changed();
    void failed(const QString &reason);

private:
    void outdate();
    void ask();

    BackendLink *m_link;
    QList<const QObject *> m_wanted;
    QString m_text;
    QTimer m_delay;
    bool m_outdated = true;
    bool m_asking = false;
};

} // namespace Trackhand
