// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"
#include "client/export/jsonline.h"
#include "client/models/helpertext.h"
#include "ctl/commands.h"
#include "ctl/session.h"
#include "ctl/table.h"

namespace Trackhand {

namespace {

const std::vector<Option> RuleOptions {
    {"l4", "tcp|udp|sctp|dccp", "transport (default: the helper's)"},
    {"dport", "N[,N|N-M]", "destination ports (default: the protocol's own, or every port)"},
    {"hook", "output|prerouting", "where the rule stands, once for each (default: both)"},
    {"iif", "INTERFACE", "only what comes in there"},
    {"oif", "INTERFACE", "only what goes out there"},
    {"src", "CIDR", "only from these addresses"},
    {"dst", "CIDR", "only to these addresses"},
    {"l3", "ipv4|ipv6", "network protocol, once for each (default: the helper's)"},
    {"dry-run", "", "only show the nftables text and the iptables commands that say the same"},
};

Result<RuleArguments> settingsFrom(const Arguments &arguments)
{
    const auto l4 = arguments.words(
        "l4", {QStringLiteral("tcp"), QStringLiteral("udp"), QStringLiteral("sctp"), QStringLiteral("dccp")});
    const auto l3 = arguments.words("l3", {QStringLiteral("ipv4"), QStringLiteral("ipv6")});
    const auto hooks = arguments.words("hook", {QStringLiteral("output"), QStringLiteral("prerouting")});
    for (const auto *words : {&l4, &l3, &hooks}) {
        if (!*words) {
            return words->error();
        }
    }
    const auto ports = parsePorts(arguments.values("dport").join(u','));
    if (!ports) {
        return Error {ErrorCode::InvalidArgument,
            "--dport is a list of ports or ranges like 21,2121-2130, not \"" + arguments.value("dport").toStdString()
                + '"'};
    }
    RuleArguments rule;
    rule.helper = arguments.operand(0);
    rule.l4 = l4->isEmpty() ? QString() : l4->last();
    rule.ports = *ports;
    rule.hooks = *hooks;
    rule.l3 = *l3;
    rule.inInterface = arguments.value("iif");
    rule.outInterface = arguments.value("oif");
    rule.source = arguments.value("src");
    rule.destination = arguments.value("dst");
    return rule;
}

ExitStatus preview(Session &session, const RuleArguments &rule)
{
    const auto text = session.call(Requests::previewRule(rule));
    if (!text) {
        return session.fail(text.error());
    }
    if (session.json()) {
        session.console().line(JsonLine()
                                   .add("nftables", text->nftables.toStdString())
                                   .add("iptables", text->iptables.toStdString())
                                   .text());
        return ExitStatus::Done;
    }
    session.console().line(QStringLiteral("# nftables\n%1\n\n# the same for iptables\n%2")
                               .arg(text->nftables.trimmed(), text->iptables.trimmed()));
    return ExitStatus::Done;
}

Result<RuleInfo> lookUpRule(Session &session, const QString &path)
{
    const auto objects = session.call(Requests::objects());
    if (!objects) {
        return objects.error();
    }
    for (const RuleInfo &rule : objects->rules) {
        if (rule.path == path) {
            return rule;
        }
    }
    return Error {
        ErrorCode::NoSuchRule, "the new rule is gone again; \"trackhandctl rule list\" shows those that exist"};
}

ExitStatus runAdd(Session &session, const Arguments &arguments)
{
    const auto settings = settingsFrom(arguments);
    if (!settings) {
        return session.usage(settings.error());
    }
    if (arguments.has("dry-run")) {
        return preview(session, *settings);
    }
    const auto path = session.call(Requests::addRule(*settings));
    if (!path) {
        return session.fail(path.error());
    }
    const auto rule = lookUpRule(session, *path);
    if (!rule) {
        return session.fail(rule.error());
    }
    if (session.json()) {
        session.console().line(ruleJson(*rule));
    } else {
        session.console().line(QStringLiteral("rule %1: %2").arg(rule->id).arg(ruleSentence(settingsOf(*rule))));
    }
    return ExitStatus::Done;
}

ExitStatus runList(Session &session, const Arguments &)
{
    const auto objects = session.call(Requests::objects());
    if (!objects) {
        return session.fail(objects.error());
    }
    Table table({QStringLiteral(">ID"), QStringLiteral("HELPER"), QStringLiteral("TRANSPORT"), QStringLiteral("PORTS"),
        QStringLiteral("HOOKS"), QStringLiteral("FROM"), QStringLiteral("TO"), QStringLiteral(">PACKETS"),
        QStringLiteral(">BYTES")});
    const auto end = [](const QString &interface, const QString &address) {
        const QString text = (interface + u' ' + address).trimmed();
        return text.isEmpty() ? QStringLiteral("any") : text;
    };
    for (const RuleInfo &rule : objects->rules) {
        if (session.json()) {
            session.console().line(ruleJson(rule));
        }
        table.add({QString::number(rule.id), rule.helper, transportText(rule.l3, {rule.l4}), portsText(rule.ports),
            hooksText(rule.hooks), end(rule.inInterface, rule.source), end(rule.outInterface, rule.destination),
            QString::number(rule.packets), QString::number(rule.bytes)});
    }
    if (!session.json() && !table.isEmpty()) {
        table.print(session.console());
    } else if (!session.json()) {
        session.console().line(QStringLiteral("no rules; \"trackhandctl rule add HELPER\" gives a helper its traffic"));
    }
    return ExitStatus::Done;
}

ExitStatus runDelete(Session &session, const Arguments &arguments)
{
    bool ok = false;
    const uint id = arguments.operand(0).toUInt(&ok);
    if (!ok) {
        return session.usage(
            QStringLiteral("a rule is deleted by its number, not by \"%1\"").arg(arguments.operand(0)));
    }
    const auto done = session.call(Requests::deleteRule(id));
    if (!done) {
        return session.fail(done.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("id", id).addBool("deleted", true).text());
    } else {
        session.console().line(QStringLiteral("rule %1: deleted").arg(id));
    }
    return ExitStatus::Done;
}

ExitStatus runShow(Session &session, const Arguments &)
{
    const auto text = session.call(Requests::showRules());
    if (!text) {
        return session.fail(text.error());
    }
    if (session.json()) {
        session.console().line(JsonLine().add("nftables", text->toStdString()).text());
    } else {
        session.console().line(text->trimmed());
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> ruleCommands()
{
    return {
        {"rule list", "", 0, 0, "the rules that give traffic to helpers", {}, runList},
        {"rule add", "HELPER", 1, 1, "gives traffic to a helper", RuleOptions, runAdd},
        {"rule delete", "ID", 1, 1, "removes a rule", {}, runDelete},
        {"rule show", "", 0, 0, "the nftables table as the kernel has it now", {}, runShow},
    };
}

} // namespace Trackhand
