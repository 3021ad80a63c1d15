// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"
#include "client/export/jsonline.h"
#include "ctl/commands.h"
#include "ctl/openmetrics.h"
#include "ctl/session.h"
#include "ctl/table.h"
#include "wire/ring/eventnames.h"

namespace Trackhand {

namespace {

constexpr qsizetype IncidentsShown = 5;

Console::Colour colourOf(const QString &severity)
{
    return severity == QLatin1String("failed") ? Console::Colour::Bad
        : severity == QLatin1String("info")    ? Console::Colour::Dim
                                               : Console::Colour::Warning;
}

void printStatus(Session &session, const BackendObjects &objects, const QList<IncidentInfo> &incidents)
{
    Console &console = session.console();
    console.line(
        QStringLiteral("trackhandd %1 on Linux %2").arg(objects.manager.version, objects.manager.kernelRelease));
    if (!objects.manager.kernelSupported) {
        console.line(console.coloured(Console::Colour::Bad, objects.manager.problem));
    }
    qsizetype running = 0;
    for (const HelperInfo &helper : objects.helpers) {
        running += helper.state == QLatin1String("running");
        if (!helper.problem.isEmpty()) {
            console.line(console.coloured(Console::Colour::Bad, helper.name + QStringLiteral(": ") + helper.problem));
        }
    }
    console.line(QStringLiteral("helpers: %1, %2 running; rules: %3")
                     .arg(objects.helpers.size())
                     .arg(running)
                     .arg(objects.rules.size()));
    for (const IncidentInfo &incident : incidents.mid(std::max<qsizetype>(0, incidents.size() - IncidentsShown))) {
        const QString time = QString::fromStdString(rfc3339(incident.timeNs)).left(19).replace(u'T', u' ');
        console.line(console.coloured(colourOf(incident.severity), time + QStringLiteral("  ") + incident.text));
    }
}

void printStatusJson(Session &session, const BackendObjects &objects)
{
    JsonLine json;
    json.add("version", objects.manager.version.toStdString());
    json.add("kernel", objects.manager.kernelRelease.toStdString());
    json.addBool("kernel_supported", objects.manager.kernelSupported);
    json.addUnlessEmpty("problem", objects.manager.problem.toStdString());
    json.add("helpers", std::uint64_t(objects.helpers.size())).add("rules", std::uint64_t(objects.rules.size()));
    session.console().line(json.text());
    for (const HelperInfo &helper : objects.helpers) {
        session.console().line(healthJson(helper));
    }
}

ExitStatus runStatus(Session &session, const Arguments &)
{
    const auto objects = session.call(Requests::objects());
    if (!objects) {
        return session.fail(objects.error());
    }
    if (session.json()) {
        printStatusJson(session, *objects);
        return ExitStatus::Done;
    }
    const auto incidents = session.call(Requests::incidents());
    if (!incidents) {
        return session.fail(incidents.error());
    }
    printStatus(session, *objects, *incidents);
    return ExitStatus::Done;
}

ExitStatus runDiagnose(Session &session, const Arguments &arguments)
{
    const auto links = session.call(Requests::diagnoseHelper(arguments.operand(0)));
    if (!links) {
        return session.fail(links.error());
    }
    ExitStatus status = ExitStatus::Done;
    for (const DiagnosisLinkInfo &link : *links) {
        if (!link.ok) {
            status = ExitStatus::Failed;
        }
        if (session.json()) {
            session.console().line(JsonLine()
                                       .add("link", link.link.toStdString())
                                       .addBool("ok", link.ok)
                                       .add("text", link.text.toStdString())
                                       .addUnlessEmpty("remedy", link.remedy.toStdString())
                                       .text());
            continue;
        }
        Console &console = session.console();
        const QString mark = link.ok ? console.coloured(Console::Colour::Good, QStringLiteral("ok    "))
                                     : console.coloured(Console::Colour::Bad, QStringLiteral("broken"));
        console.line(QStringLiteral("%1  %2  %3").arg(mark, link.link.leftJustified(12), link.text));
        if (!link.remedy.isEmpty()) {
            console.line(QStringLiteral("        %1").arg(link.remedy));
        }
    }
    return status;
}

ExitStatus runStats(Session &session, const Arguments &arguments)
{
    const auto objects = session.call(Requests::objects());
    if (!objects) {
        return session.fail(objects.error());
    }
    if (arguments.has("openmetrics")) {
        session.console().bytes(openMetrics(objects->helpers));
        return ExitStatus::Done;
    }
    Table table({QStringLiteral("HELPER"), QStringLiteral("STATE"), QStringLiteral(">PACKETS"),
        QStringLiteral(">ACCEPTED"), QStringLiteral(">DROPPED"), QStringLiteral(">MANGLED"),
        QStringLiteral(">EXPECTATIONS"), QStringLiteral(">WAITING"), QStringLiteral(">LOST"),
        QStringLiteral(">FAIL-OPEN"), QStringLiteral(">RESTARTS")});
    for (const HelperInfo &helper : objects->helpers) {
        if (session.json()) {
            session.console().line(healthJson(helper));
        }
        QStringList row {helper.name, helper.state};
        for (const char *counter : {"packets", "accepted", "dropped", "mangled", "expectations", "queue_depth"}) {
            row.append(QString::number(helper.counter(counter)));
        }
        row.append(QString::number(helper.counter("kernel_dropped") + helper.counter("socket_dropped")));
        row.append(QString::number(helper.counter("fail_open")));
        row.append(QString::number(helper.counter("restarts")));
        table.add(row);
    }
    if (!session.json()) {
        table.print(session.console());
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> statusCommands()
{
    return {
        {"status", "", 0, 0, "the backend, its helpers and what happened lately", {}, runStatus},
        {"diagnose", "HELPER", 1, 1, "why is it not working: the first broken link, and its remedy", {}, runDiagnose},
        {"stats", "", 0, 0, "counters of every helper", {{"openmetrics", "", "for a monitoring system"}}, runStats},
    };
}

} // namespace Trackhand
