// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/backendlink.h"

#include <QObject>
#include <QString>
#include <functional>
#include <optional>

namespace Trackhand {

/// The script of one name on the backend: which text runs there, which one was before, and how to change that. Asks
/// nobody for a password but when something is to be changed.
class InstalledScript : public QObject {
    Q_OBJECT
public:
    explicit InstalledScript(BackendLink *link, QObject *parent = nullptr);

    /// From now on it is about NAME.lua; "" about none.
    void setName(const QString &name);
    QString file() const { return m_name.isEmpty() ? QString() : m_name + QStringLiteral(".lua"); }
    /// Asks the backend anew.
    void refresh();

    bool isReachable() const { return m_link->state() == BackendLink::State::Ready; }
    bool isBusy() const { return m_busy; } ///< a change is on its way
    const QList<ScriptInfo> &all() const { return m_all; } ///< that are installed
    std::optional<ScriptInfo> info() const; ///< of this one; nothing when it is not installed
    const std::optional<QString> &text() const { return m_text; } ///< that runs now
    const std::optional<QString> &previous() const { return m_previous; }

    void install(const QString &text);
    void rollBack();
    /// What another one says, for @p done.
    void read(const QString &file, const std::function<void(const QString &)> &done);

signals:
    /// Anything of the above changed.
    void changed();
    /// @p helpers are those that run it.
    void installed(const QString &file, const QStringList &helpers);
    void rolledBack(const QString &file, const QStringList &helpers);
    /// The backend, or polkit, does not want to; @p why has the script's line where there is one.
    void refused(const QString &why);

private:
    void listed(const QList<ScriptInfo> &scripts);
    void readText(bool previous);
    void ended(const Result<QStringList> &helpers, void (InstalledScript::*done)(const QString &, const QStringList &));
    void forget();

    BackendLink *m_link;
    QString m_name;
    QList<ScriptInfo> m_all;
    std::optional<QString> m_text;
    std::optional<QString> m_previous;
    bool m_busy = false;
    quint64 m_round = 0; ///< answers to earlier questions are dropped
};

} // namespace Trackhand
