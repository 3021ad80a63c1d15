// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"
#include "client/export/jsonline.h"
#include "client/models/helpertext.h"
#include "ctl/commands.h"
#include "ctl/helperlookup.h"
#include "ctl/helpersettingsparser.h"
#include "ctl/session.h"
#include "ctl/table.h"

#include <QThread>

namespace Trackhand {

namespace {

constexpr int StateWaitMs = 10000;
constexpr int StatePollMs = 100;

std::vector<Option> with(std::vector<Option> options, const Option &more)
{
    options.push_back(more);
    return options;
}

/// Waits until the helper is running or cannot.
Result<HelperInfo> waitUntilSettled(Session &session, const QString &name)
{
    for (int waited = 0;; waited += StatePollMs) {
        auto helper = lookUpHelper(session, name);
        if (!helper) {
            return helper;
        }
        if (helper->state == QLatin1String("failed")) {
            return Error {ErrorCode::HelperUnavailable,
                name.toStdString() + " does not run: "
                    + (helper->problem.isEmpty() ? "see \"trackhandctl diagnose " + name.toStdString() + "\""
                                                 : helper->problem.toStdString())};
        }
        if (helper->state == QLatin1String("running")) {
            return helper;
        }
        if (waited >= StateWaitMs) {
            return Error {ErrorCode::HelperUnavailable,
                name.toStdString() + " is still " + helper->state.toStdString() + " after "
                    + std::to_string(StateWaitMs / 1000) + " seconds; see \"trackhandctl diagnose " + name.toStdString()
                    + "\""};
        }
        QThread::msleep(StatePollMs);
    }
}

ExitStatus say(Session &session, const HelperInfo &helper, const QString &what)
{
    if (session.json()) {
        session.console().line(helperJson(helper));
    } else {
        session.console().line(QStringLiteral("%1: %2").arg(helper.name, what));
    }
    return ExitStatus::Done;
}

ExitStatus enableAndWait(Session &session, const QString &name, const QString &what)
{
    const auto enabled = session.call(Requests::enableHelper(name));
    if (!enabled) {
        return session.fail(enabled.error());
    }
    const auto helper = waitUntilSettled(session, name);
    if (!helper) {
        return session.fail(helper.error());
    }
    return say(session, *helper, what.arg(helper->queue));
}

ExitStatus sayAsItIs(Session &session, const QString &name, const QString &what)
{
    const auto helper = lookUpHelper(session, name);
    return helper ? say(session, *helper, what.arg(helper->queue)) : session.fail(helper.error());
}

ExitStatus runAdd(Session &session, const Arguments &arguments)
{
    const auto settings = helperSettingsFrom(arguments);
    if (!settings) {
        return session.usage(settings.error());
    }
    const QString name = arguments.operand(0);
    const auto added = session.call(Requests::addHelper(name, *settings));
    if (!added) {
        return session.fail(added.error());
    }
    if (arguments.has("disabled")) {
        return sayAsItIs(session, name, QStringLiteral("registered on queue %1, disabled"));
    }
    return enableAndWait(session, name, QStringLiteral("registered on queue %1, running"));
}

ExitStatus runEnable(Session &session, const Arguments &arguments)
{
    return enableAndWait(session, arguments.operand(0), QStringLiteral("running on queue %1"));
}

ExitStatus runDisable(Session &session, const Arguments &arguments)
{
    const auto done = session.call(Requests::disableHelper(arguments.operand(0)));
    return done ? sayAsItIs(session, arguments.operand(0), QStringLiteral("disabled (queue %1)"))
                : session.fail(done.error());
}

ExitStatus runSet(Session &session, const Arguments &arguments)
{
    const auto settings = helperSettingsFrom(arguments);
    if (!settings) {
        return session.usage(settings.error());
    }
    if (settings->toMap().isEmpty()) {
        return session.usage(QStringLiteral("nothing to set: give at least one option"));
    }
    const auto done = session.call(Requests::setHelper(arguments.operand(0), *settings));
    return done ? sayAsItIs(session, arguments.operand(0), QStringLiteral("set (queue %1)"))
                : session.fail(done.error());
}

ExitStatus runDelete(Session &session, const Arguments &arguments)
{
    const QString name = arguments.operand(0);
    const auto done = session.call(Requests::deleteHelper(name, arguments.has("rules")));
    if (!done && done.error().code == ErrorCode::HelperInUse) {
        return session.fail({ErrorCode::HelperInUse, done.error().text + " (--rules)"});
    }
    if (!done) {
        return session.fail(done.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("helper", name.toStdString()).addBool("deleted", true).text());
    } else {
        session.console().line(name + QStringLiteral(": deleted"));
    }
    return ExitStatus::Done;
}

QStringList foreignHelpers(const BackendObjects &objects)
{
    QStringList names;
    for (const HelperInfo &helper : objects.helpers) {
        if (helper.isForeign()) {
            names.append(helper.name);
        }
    }
    return names;
}

ExitStatus runFlush(Session &session, const Arguments &arguments)
{
    const bool all = arguments.has("all");
    if (all && !arguments.has("yes")) {
        if (!Console::canAsk()) {
            return session.usage(QStringLiteral("--all also removes what other programs registered, and there is no "
                                                "terminal to ask on: say --yes if that is meant"));
        }
        const auto objects = session.call(Requests::objects());
        if (!objects) {
            return session.fail(objects.error());
        }
        const QStringList foreign = foreignHelpers(*objects);
        const QString question =
            QStringLiteral("Remove every helper, also those of other programs (%1)?")
                .arg(foreign.isEmpty() ? QStringLiteral("none") : foreign.join(QStringLiteral(", ")));
        if (!session.console().confirm(question)) {
            return session.fail({ErrorCode::Failed, "nothing was removed"});
        }
    }
    const auto removed = session.call(Requests::flushHelpers(all));
    if (!removed) {
        return session.fail(removed.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("removed", *removed).text());
    } else {
        session.console().line(QStringLiteral("%1 helper(s) removed").arg(*removed));
    }
    return ExitStatus::Done;
}

ExitStatus runList(Session &session, const Arguments &)
{
    const auto objects = session.call(Requests::objects());
    if (!objects) {
        return session.fail(objects.error());
    }
    Table table({QStringLiteral("HELPER"), QStringLiteral("STATE"), QStringLiteral("TRANSPORTS"),
        QStringLiteral(">QUEUE"), QStringLiteral(">PACKETS"), QStringLiteral(">EXPECTATIONS"), QStringLiteral("OWNER"),
        QStringLiteral("PROBLEM")});
    for (const HelperInfo &helper : objects->helpers) {
        if (session.json()) {
            session.console().line(helperJson(helper));
        }
        table.add({helper.name, helper.state, transportText(helper.l3, helper.l4), QString::number(helper.queue),
            QString::number(helper.counter("packets")), QString::number(helper.counter("expectations")), helper.owner,
            helper.problem});
    }
    if (!session.json() && !table.isEmpty()) {
        table.print(session.console());
    } else if (!session.json()) {
        session.console().line(QStringLiteral("no helpers; \"trackhandctl helper available\" lists what can be added"));
    }
    return ExitStatus::Done;
}

ExitStatus runGet(Session &session, const Arguments &arguments)
{
    const auto found = lookUpHelper(session, arguments.operand(0));
    if (!found) {
        return session.fail(found.error());
    }
    const HelperInfo &helper = *found;
    if (session.json()) {
        session.console().line(helperJson(helper));
        return ExitStatus::Done;
    }
    const auto print = [&session](const char *what, const QString &value) {
        if (!value.isEmpty()) {
            session.console().line(QStringLiteral("%1 %2").arg(QString::fromLatin1(what).leftJustified(14), value));
        }
    };
    print("helper", helper.name);
    print("owner", helper.owner);
    print("state", helper.state);
    print("problem", helper.problem);
    print("process", helper.processId != 0 ? QString::number(helper.processId) : QString());
    print("network", helper.l3.join(QStringLiteral(", ")));
    print("transport", helper.l4.join(QStringLiteral(", ")));
    print("queue", QString::number(helper.queue));
    print("queue length", helper.queueLength != 0 ? QString::number(helper.queueLength) : QString());
    for (const Policy &policy : helper.policies) {
        print(
            "policy", QStringLiteral("%1: at most %2, %3 s").arg(policy.name).arg(policy.maximum).arg(policy.timeout));
    }
    print("private bytes", QString::number(helper.privateLength));
    for (auto option = helper.options.cbegin(); option != helper.options.cend(); ++option) {
        print("option", option.key() + u'=' + option.value());
    }
    print("script", helper.script);
    return ExitStatus::Done;
}

std::string protocolJson(const ProtocolInfo &protocol)
{
    std::string ports = "[";
    for (const quint16 port : protocol.ports) {
        ports += (ports.size() > 1 ? "," : "") + std::to_string(port);
    }
    const auto list = [](const QStringList &words) {
        std::string text = "[";
        for (const QString &word : words) {
            text += (text.size() > 1 ? "," : "") + JsonLine::quoted(word.toStdString());
        }
        return text + ']';
    };
    JsonLine json;
    json.add("helper", protocol.name.toStdString()).add("summary", protocol.summary.toStdString());
    json.addUnlessEmpty("advice", protocol.advice.toStdString());
    json.addRaw("l3", list(protocol.l3)).addRaw("l4", list(protocol.l4)).addRaw("ports", ports + ']');
    json.addBool("module", protocol.module);
    return json.text();
}

std::string refusedJson(const RefusedModuleInfo &module)
{
    JsonLine json;
    json.add("helper", module.name.toStdString()).addBool("module", true);
    return json.add("problem", module.problem.toStdString()).text();
}

QString refusedText(const RefusedModuleInfo &module)
{
    return module.name.isEmpty() ? QStringLiteral("Modules are not used: %1").arg(module.problem)
                                 : QStringLiteral("The module %1 is not used: %2").arg(module.name, module.problem);
}

QString protocolSummary(const ProtocolInfo &protocol)
{
    return protocol.module ? QStringLiteral("(module) ") + protocol.summary : protocol.summary;
}

ExitStatus runAvailable(Session &session, const Arguments &)
{
    const auto protocols = session.call(Requests::availableProtocols());
    const auto refused = protocols ? session.call(Requests::refusedModules()) : protocols.error();
    if (!refused) {
        return session.fail(refused.error());
    }
    Table table({QStringLiteral("HELPER"), QStringLiteral("TRANSPORTS"), QStringLiteral("PORTS"),
        QStringLiteral("WHAT IT DOES")});
    for (const ProtocolInfo &protocol : *protocols) {
        if (session.json()) {
            session.console().line(protocolJson(protocol));
        }
        QStringList ports;
        for (const quint16 port : protocol.ports) {
            ports.append(QString::number(port));
        }
        table.add(
            {protocol.name, transportText(protocol.l3, protocol.l4), ports.join(u','), protocolSummary(protocol)});
    }
    if (!session.json()) {
        table.print(session.console());
    }
    for (const RefusedModuleInfo &module : *refused) {
        session.console().line(session.json() ? refusedJson(module) : refusedText(module).toStdString());
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> helperCommands()
{
    return {
        {"helper list", "", 0, 0, "the registered helpers, also those of other programs", {}, runList},
        {"helper available", "", 0, 0, "the protocols that can be added", {}, runAvailable},
        {"helper add", "NAME", 1, 1, "registers a helper and enables it",
            with(helperSettingOptions(), {"disabled", "", "only register it"}), runAdd},
        {"helper get", "NAME", 1, 1, "one helper with its settings", {}, runGet},
        {"helper set", "NAME", 1, 1, "changes a helper's settings", helperSettingOptions(), runSet},
        {"helper enable", "NAME", 1, 1, "starts a helper's process and enables the helper", {}, runEnable},
        {"helper disable", "NAME", 1, 1, "lets traffic pass without the helper", {}, runDisable},
        {"helper delete", "NAME", 1, 1, "removes a helper", {{"rules", "", "and the rules that name it"}}, runDelete},
        {"helper flush", "", 0, 0, "removes Trackhand's helpers and their rules",
            {{"all", "", "also the helpers that other programs registered"}, {"yes", "", "do not ask"}}, runFlush},
    };
}

} // namespace Trackhand
