// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/jsonline.h"
#include "client/models/helpertext.h"
#include "ctl/commands.h"
#include "ctl/conntrackdconfig.h"
#include "ctl/session.h"

#include <QFile>
#include <QSaveFile>

namespace Trackhand {

namespace {

bool isStandardStream(const QString &file)
{
    return file == QLatin1String("-");
}

Result<QString> readText(const QString &name)
{
    QFile file(name);
    const bool opened = isStandardStream(name) ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened) {
        return Error {ErrorCode::Failed, "cannot read " + name.toStdString() + ": " + file.errorString().toStdString()};
    }
    return QString::fromUtf8(file.readAll());
}

Status writeText(const QString &name, const QString &text)
{
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit()) {
        return Error {
            ErrorCode::Failed, "cannot write " + name.toStdString() + ": " + file.errorString().toStdString()};
    }
    return Done {};
}

ExitStatus runExport(Session &session, const Arguments &arguments)
{
    const QString name = arguments.operand(0);
    const auto toml = session.call(Requests::exportSettings());
    if (!toml) {
        return session.fail(toml.error());
    }
    if (isStandardStream(name)) {
        session.console().bytes(toml->toStdString());
        return ExitStatus::Done;
    }
    const auto written = writeText(name, *toml);
    if (!written) {
        return session.fail(written.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("exported", name.toStdString()).text());
    } else {
        session.console().line(QStringLiteral("the helpers and rules are in %1").arg(name));
    }
    return ExitStatus::Done;
}

ExitStatus runApply(Session &session, const Arguments &arguments)
{
    const auto toml = readText(arguments.operand(0));
    if (!toml) {
        return session.fail(toml.error());
    }
    const auto summary = session.call(Requests::applySettings(*toml));
    if (!summary) {
        return session.fail(summary.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("applied", summary->toStdString()).text());
    } else {
        session.console().line(*summary);
    }
    return ExitStatus::Done;
}

QString commandFor(const ConntrackdHelper &helper)
{
    QStringList words {QStringLiteral("trackhandctl helper add"), helper.name};
    for (const QString &l3 : *helper.settings.l3) {
        words << QStringLiteral("--l3") << l3;
    }
    for (const QString &l4 : *helper.settings.l4) {
        words << QStringLiteral("--l4") << l4;
    }
    if (helper.settings.queue) {
        words << QStringLiteral("--queue") << QString::number(*helper.settings.queue);
    }
    if (helper.settings.queueLength) {
        words << QStringLiteral("--queue-len") << QString::number(*helper.settings.queueLength);
    }
    for (const Policy &policy : helper.settings.policies.value_or(PolicyList())) {
        words << QStringLiteral("--policy")
              << QStringLiteral("%1:%2:%3").arg(policy.name).arg(policy.maximum).arg(policy.timeout);
    }
    return words.join(u' ');
}

ExitStatus runImport(Session &session, const Arguments &arguments)
{
    const auto text = readText(arguments.operand(0));
    if (!text) {
        return session.fail(text.error());
    }
    const auto config = readConntrackdConfig(*text);
    if (!config) {
        return session.fail(config.error());
    }
    for (const QString &remark : config->remarks) {
        session.console().complain(remark);
    }
    for (const ConntrackdHelper &helper : config->helpers) {
        if (!arguments.has("dry-run")) {
            const auto added = session.call(Requests::addHelper(helper.name, helper.settings));
            if (!added) {
                return session.fail(added.error());
            }
        }
        if (session.json()) {
            session.console().line(JsonLine().add("imported", helper.name.toStdString()).text());
        } else {
            session.console().line(commandFor(helper));
        }
    }
    if (!arguments.has("dry-run")) {
        session.console().remark(QStringLiteral("registered, not enabled: stop conntrackd, then \"trackhandctl helper "
                                                "enable NAME\" and \"trackhandctl rule add NAME\""));
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> settingsCommands()
{
    return {
        {"import conntrackd", "FILE", 1, 1, "registers the helpers of a conntrackd.conf",
            {{"dry-run", "", "only show the commands that do the same"}}, runImport},
        {"export", "FILE", 1, 1, "writes the helpers and rules to a file (- for the terminal)", {}, runExport},
        {"apply", "FILE", 1, 1, "adds the helpers and rules of such a file, or nothing at all", {}, runApply},
    };
}

} // namespace Trackhand
