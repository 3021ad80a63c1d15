// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/installedscript.h"

#include <algorithm>

namespace Trackhand {

InstalledScript::InstalledScript(BackendLink *link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    connect(link, &BackendLink::stateChanged, this, &InstalledScript::refresh);
}

void InstalledScript::setName(const QString &name)
{
    if (name != m_name) {
        m_name = name;
        refresh();
    }
}

std::optional<ScriptInfo> InstalledScript::info() const
{
    const auto found = std::ranges::find(m_all, file(), &ScriptInfo::name);
    return found == m_all.end() ? std::nullopt : std::optional(*found);
}

void InstalledScript::refresh()
{
    forget();
    emit changed();
    if (!isReachable()) {
        return;
    }
    auto request = Requests::scripts();
    request.mayPrompt = false;
    m_link->call<QList<ScriptInfo>>(request, this, [this, round = m_round](const Result<QList<ScriptInfo>> &scripts) {
        if (round == m_round && scripts) {
            listed(*scripts);
        }
    });
}

void InstalledScript::install(const QString &text)
{
    m_busy = true;
    emit changed();
    m_link->call<QStringList>(Requests::installScript(file(), text), this,
        [this](const Result<QStringList> &helpers) { ended(helpers, &InstalledScript::installed); });
}

void InstalledScript::rollBack()
{
    m_busy = true;
    emit changed();
    m_link->call<QStringList>(Requests::rollBackScript(file()), this,
        [this](const Result<QStringList> &helpers) { ended(helpers, &InstalledScript::rolledBack); });
}

void InstalledScript::read(const QString &file, const std::function<void(const QString &)> &done)
{
    m_link->call<QString>(Requests::readScript(file, false), this, [this, done](const Result<QString> &text) {
        if (text) {
            done(*text);
        } else {
            emit refused(QString::fromStdString(text.error().text));
        }
    });
}

void InstalledScript::listed(const QList<ScriptInfo> &scripts)
{
    m_all = scripts;
    if (const auto script = info()) {
        readText(false);
        if (script->hasPrevious) {
            readText(true);
        }
    }
    emit changed();
}

void InstalledScript::readText(bool previous)
{
    auto request = Requests::readScript(file(), previous);
    request.mayPrompt = false;
    m_link->call<QString>(request, this, [this, previous, round = m_round](const Result<QString> &text) {
        if (round == m_round && text) {
            (previous ? m_previous : m_text) = *text;
            emit changed();
        }
    });
}

void InstalledScript::ended(
    const Result<QStringList> &helpers, void (InstalledScript::*done)(const QString &, const QStringList &))
{
    m_busy = false;
    if (helpers) {
        emit(this->*done)(file(), *helpers);
    } else {
        emit refused(QString::fromStdString(helpers.error().text));
    }
    refresh();
}

void InstalledScript::forget()
{
    ++m_round;
    m_all.clear();
    m_text.reset();
    m_previous.reset();
    m_busy = m_busy && isReachable();
}

} // namespace Trackhand
