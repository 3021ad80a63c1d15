// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/jsonline.h"
#include "ctl/commands.h"
#include "ctl/session.h"
#include "ctl/table.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace Trackhand {

namespace {

constexpr qint64 MaxScriptSize = 256 * 1024; ///< bytes; what the backend takes

std::string jsonList(const QStringList &words)
{
    std::string list = "[";
    for (const QString &word : words) {
        list += (list.size() > 1 ? "," : "") + JsonLine::quoted(word.toStdString());
    }
    return list + ']';
}

QString timeText(quint64 sinceEpochNs)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(sinceEpochNs / 1'000'000)).toString(Qt::ISODate);
}

Result<QString> readScriptFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error {ErrorCode::Failed, "cannot read " + name.toStdString() + ": " + file.errorString().toStdString()};
    }
    if (file.size() > MaxScriptSize) {
        return Error {ErrorCode::InvalidArgument, name.toStdString() + " is larger than 256 KiB; is it a script?"};
    }
    return QString::fromUtf8(file.readAll());
}

/// What was done with the script, and which helpers have it now.
ExitStatus say(Session &session, const char *deed, const QString &script, const QStringList &helpers)
{
    if (session.json()) {
        session.console().line(JsonLine().add(deed, script.toStdString()).addRaw("helpers", jsonList(helpers)).text());
    } else if (helpers.isEmpty()) {
        session.console().line(QStringLiteral("%1 %2; no helper runs it yet: trackhandctl helper add NAME --script %2")
                                   .arg(QLatin1String(deed), script));
    } else {
        session.console().line(QStringLiteral("%1 %2, which now runs in %3")
                                   .arg(QLatin1String(deed), script, helpers.join(QStringLiteral(", "))));
    }
    return ExitStatus::Done;
}

ExitStatus runList(Session &session, const Arguments &)
{
    const auto scripts = session.call(Requests::scripts());
    if (!scripts) {
        return session.fail(scripts.error());
    }
    Table table({QStringLiteral("SCRIPT"), QStringLiteral(">BYTES"), QStringLiteral("CHANGED"),
        QStringLiteral("EARLIER VERSION"), QStringLiteral("RUNS IN")});
    for (const ScriptInfo &script : *scripts) {
        if (session.json()) {
            session.console().line(JsonLine()
                                       .add("script", script.name.toStdString())
                                       .add("size", script.size)
                                       .add("changed", timeText(script.changedNs).toStdString())
                                       .addBool("previous", script.hasPrevious)
                                       .addRaw("helpers", jsonList(script.helpers))
                                       .text());
        }
        table.add({script.name, QString::number(script.size), timeText(script.changedNs),
            script.hasPrevious ? QStringLiteral("kept") : QStringLiteral("none"), script.helpers.join(u',')});
    }
    if (!session.json() && !table.isEmpty()) {
        table.print(session.console());
    } else if (!session.json()) {
        session.console().line(QStringLiteral("no scripts; \"trackhandctl script install FILE.lua\" installs one"));
    }
    return ExitStatus::Done;
}

ExitStatus runInstall(Session &session, const Arguments &arguments)
{
    const QString file = arguments.operand(0);
    const auto text = readScriptFile(file);
    if (!text) {
        return session.fail(text.error());
    }
    const QString name = arguments.has("as") ? arguments.value("as") : QFileInfo(file).fileName();
    const auto helpers = session.call(Requests::installScript(name, *text));
    return helpers ? say(session, "installed", name, *helpers) : session.fail(helpers.error());
}

ExitStatus runRollBack(Session &session, const Arguments &arguments)
{
    const QString name = arguments.operand(0);
    const auto helpers = session.call(Requests::rollBackScript(name));
    return helpers ? say(session, "rolled back", name, *helpers) : session.fail(helpers.error());
}

ExitStatus runShow(Session &session, const Arguments &arguments)
{
    const auto text = session.call(Requests::readScript(arguments.operand(0), arguments.has("previous")));
    if (!text) {
        return session.fail(text.error());
    }
    if (session.json()) {
        session.console().line(
            JsonLine().add("script", arguments.operand(0).toStdString()).add("text", text->toStdString()).text());
    } else {
        session.console().bytes(text->toStdString());
    }
    return ExitStatus::Done;
}

ExitStatus runRemove(Session &session, const Arguments &arguments)
{
    const QString name = arguments.operand(0);
    const auto removed = session.call(Requests::removeScript(name));
    if (!removed) {
        return session.fail(removed.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("removed", name.toStdString()).text());
    } else {
        session.console().line(QStringLiteral("removed %1 and its earlier version").arg(name));
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> installedScriptCommands()
{
    return {
        {"script list", "", 0, 0, "the helper scripts that are installed, and which helpers run them", {}, runList},
        {"script install", "FILE.lua", 1, 1, "installs a script, and swaps it under the helpers that run it",
            {{"as", "NAME.lua", "the name it gets (default: the file's)"}}, runInstall},
        {"script rollback", "NAME.lua", 1, 1, "takes back what was installed last; a second time undoes the first", {},
            runRollBack},
        {"script show", "NAME.lua", 1, 1, "prints a script that is installed",
            {{"previous", "", "what it said before"}}, runShow},
        {"script remove", "NAME.lua", 1, 1, "removes a script that no helper runs, with its earlier version", {},
            runRemove},
    };
}

} // namespace Trackhand
