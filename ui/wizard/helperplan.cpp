// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/helperplan.h"

#include "client/models/helpertext.h"
#include "client/rules/fieldcheck.h"
#include "wire/net/network.h"

#include <QSet>

namespace Trackhand {

namespace {

constexpr int MaxPolicies = 4;
constexpr uint MaxExpected = 255;
constexpr uint MaxTimeout = 7 * 24 * 3600; // seconds; what the backend takes
constexpr int WidePortCount = 1024;

const QString &tcp()
{
    static const QString text = QStringLiteral("tcp");
    return text;
}

const QString &prerouting()
{
    static const QString text = QStringLiteral("prerouting");
    return text;
}

const QString &output()
{
    static const QString text = QStringLiteral("output");
    return text;
}

QString familyOf(const QString &network)
{
    const auto parsed = Network::parse(network.toStdString());
    return parsed ? QString::fromStdString(std::string(toString(parsed->address.family))) : QString();
}

int portCount(const PortRangeList &ports)
{
    int count = 0;
    for (const PortRange &range : ports) {
        count += range.last - range.first + 1;
    }
    return count;
}

bool isAnyone(const HelperPlan &plan)
{
    return plan.source.isEmpty() && plan.destination.isEmpty() && plan.interfaceName.isEmpty();
}

QString options(const char *option, const QStringList &values)
{
    QString text;
    for (const QString &value : values) {
        text += QStringLiteral(" --%1 %2").arg(QLatin1String(option), value);
    }
    return text;
}

QString option(const char *name, const QString &value)
{
    return value.isEmpty() ? QString() : options(name, {value});
}

QString ruleCommand(const RuleArguments &rule)
{
    QString command = QStringLiteral("trackhandctl rule add %1 --l4 %2").arg(rule.helper, rule.l4);
    if (!rule.ports.isEmpty()) {
        command += option("dport", portsText(rule.ports).remove(QLatin1Char(' ')));
    }
    if (rule.hooks.size() == 1) {
        command += options("hook", rule.hooks);
    }
    if (rule.l3.size() == 1) {
        command += options("l3", rule.l3);
    }
    return command + option("iif", rule.inInterface) + option("oif", rule.outInterface) + option("src", rule.source)
        + option("dst", rule.destination);
}

} // namespace

bool isObserver(const ProtocolInfo &protocol)
{
    return protocol.name == QLatin1String("observer");
}

HelperPlan defaultPlan(const ProtocolInfo &protocol, const QString &name)
{
    HelperPlan plan;
    plan.name = name;
    plan.protocol = protocol;
    plan.l3 = protocol.l3;
    plan.l4 = isObserver(protocol) ? QStringList {tcp()} : protocol.l4;
    plan.policies = protocol.policies;
    for (const quint16 port : protocol.ports) {
        plan.ports.append({port, port});
    }
    return plan;
}

PortRangeList HelperPlan::effectivePorts() const
{
    return ports.isEmpty() ? defaultPlan(protocol, name).ports : ports;
}

HelperArguments HelperPlan::settings() const
{
    HelperArguments settings;
    settings.l3 = l3;
    settings.l4 = l4;
    settings.queue = queue;
    if (policies != protocol.policies) {
        settings.policies = policies;
    }
    return settings;
}

QList<RuleArguments> HelperPlan::rules() const
{
    const bool through = place != TrafficPlace::ThisMachine;
    const bool arriving = through || connectionsToIt;
    const bool leaving = !through && ownConnections;
    QList<RuleArguments> rules;
    for (const QString &transport : l4) {
        RuleArguments rule;
        rule.helper = name;
        rule.l4 = transport;
        rule.ports = effectivePorts();
        rule.l3 = l3;
        rule.source = source;
        rule.destination = destination;
        if (interfaceName.isEmpty()) {
            rule.hooks = arriving && leaving ? QStringList {prerouting(), output()}
                                             : QStringList {arriving ? prerouting() : output()};
            rules.append(rule);
            continue;
        }
        if (arriving) {
            RuleArguments in = rule;
            in.hooks = QStringList {prerouting()};
            in.inInterface = interfaceName;
            rules.append(in);
        }
        if (leaving) {
            rule.hooks = QStringList {output()};
            rule.outInterface = interfaceName;
            rules.append(rule);
        }
    }
    return rules;
}

QString PlanText::portsOf(const HelperPlan &plan)
{
    const PortRangeList ports = plan.effectivePorts();
    const QString transport = plan.l4.join(tr(" and "));
    if (ports.isEmpty()) {
        return tr("every %1 connection").arg(transport);
    }
    const bool several = portCount(ports) > 1;
    return several ? tr("%1 connections to ports %2").arg(transport, portsText(ports))
                   : tr("%1 connections to port %2").arg(transport, portsText(ports));
}

QString PlanText::placeText(const HelperPlan &plan)
{
    switch (plan.place) {
    case TrafficPlace::ServerBehind:
        return plan.destination.isEmpty() ? tr("of servers behind this machine")
                                          : tr("of the server %1 behind this machine").arg(plan.destination);
    case TrafficPlace::ClientsBehind:
        return plan.source.isEmpty() ? tr("from clients behind this machine")
                                     : tr("from the clients %1 behind this machine").arg(plan.source);
    case TrafficPlace::ThisMachine:
        break;
    }
    if (plan.ownConnections && plan.connectionsToIt) {
        return tr("that this machine opens or accepts");
    }
    return plan.ownConnections ? tr("that this machine opens") : tr("that this machine accepts");
}

QString PlanText::sentence(const HelperPlan &plan)
{
    QString text = tr("%1 will judge %2 %3").arg(plan.name, portsOf(plan), placeText(plan));
    if (!plan.source.isEmpty() && plan.place != TrafficPlace::ClientsBehind) {
        text += tr(", from %1").arg(plan.source);
    }
    if (!plan.destination.isEmpty() && plan.place != TrafficPlace::ServerBehind) {
        text += tr(", to %1").arg(plan.destination);
    }
    if (!plan.interfaceName.isEmpty()) {
        text += plan.place == TrafficPlace::ThisMachine ? tr(", by the interface %1").arg(plan.interfaceName)
                                                        : tr(", arriving on %1").arg(plan.interfaceName);
    }
    if (plan.l3.size() == 1) {
        text += plan.l3.first() == QLatin1String("ipv6") ? tr(", IPv6 only") : tr(", IPv4 only");
    }
    return text + QLatin1Char('.');
}

QString PlanText::commands(const HelperPlan &plan)
{
    QString add = QStringLiteral("trackhandctl helper add %1").arg(plan.name);
    if (plan.l3.size() == 1) {
        add += options("l3", plan.l3);
    }
    if (plan.l4 != defaultPlan(plan.protocol, plan.name).l4) {
        add += options("l4", plan.l4);
    }
    if (plan.queue) {
        add += option("queue", QString::number(*plan.queue));
    }
    if (plan.policies != plan.protocol.policies) {
        for (const Policy &policy : plan.policies) {
            add += QStringLiteral(" --policy %1:%2:%3").arg(policy.name).arg(policy.maximum).arg(policy.timeout);
        }
    }
    QStringList lines {add};
    for (const RuleArguments &rule : plan.rules()) {
        lines.append(ruleCommand(rule));
    }
    lines.append(QStringLiteral("trackhandctl helper enable %1").arg(plan.name));
    return lines.join(QLatin1Char('\n'));
}

bool PlanText::isTooWide(const HelperPlan &plan)
{
    const auto isEveryAddress = [](const QString &network) {
        const auto parsed = Network::parse(network.toStdString());
        return parsed && parsed->prefixLength == 0;
    };
    const PortRangeList ports = plan.effectivePorts();
    const bool manyPorts = ports.isEmpty() || portCount(ports) >= WidePortCount;
    return isEveryAddress(plan.source) || isEveryAddress(plan.destination) || (manyPorts && isAnyone(plan));
}

QString PlanText::advice(const HelperPlan &plan)
{
    const bool anyone = isAnyone(plan);
    for (const QString &network : {plan.source, plan.destination}) {
        const auto parsed = Network::parse(network.toStdString());
        if (parsed && parsed->prefixLength == 0) {
            return tr("%1 is every address. Name the network that is meant, or leave the field empty.").arg(network);
        }
    }
    if (isTooWide(plan)) {
        return tr("This is wide: every packet of %1 takes the longer way through the helper. Name the ports, an "
                  "address or an interface.")
            .arg(portsOf(plan));
    }
    if (plan.place == TrafficPlace::ServerBehind && anyone) {
        return tr("Any server is meant. If it is one of your own, its address in \"To\" keeps the others out.");
    }
    if (plan.place == TrafficPlace::ClientsBehind && anyone) {
        return tr("Clients on every side are meant. Your network in \"From\", or the interface it is on, keeps "
                  "strangers out.");
    }
    return {};
}

QString PlanText::policyProblem(const PolicyList &policies)
{
    if (policies.isEmpty() || policies.size() > MaxPolicies) {
        return tr("A helper has 1 to 4 expectation classes.");
    }
    QSet<QString> names;
    for (const Policy &policy : policies) {
        if (!FieldCheck::isPlainName(policy.name)) {
            return tr("\"%1\" is no class name: it has 1 to 15 letters, digits, . _ or -.").arg(policy.name);
        }
        if (names.contains(policy.name)) {
            return tr("Two classes are called %1. Give each its own name.").arg(policy.name);
        }
        names.insert(policy.name);
        if (policy.maximum < 1 || policy.maximum > MaxExpected) {
            return tr("The class %1 can expect 1 to 255 connections.").arg(policy.name);
        }
        if (policy.timeout < 1 || policy.timeout > MaxTimeout) {
            return tr("The class %1 can wait 1 to %2 seconds.").arg(policy.name).arg(MaxTimeout);
        }
    }
    return {};
}

QString PlanText::problem(const HelperPlan &plan)
{
    for (const QString &each : {FieldCheck::network(plan.source), FieldCheck::network(plan.destination),
             FieldCheck::interfaceName(plan.interfaceName),
             plan.policies == plan.protocol.policies ? QString() : policyProblem(plan.policies)}) {
        if (!each.isEmpty()) {
            return each;
        }
    }
    if (plan.l3.isEmpty()) {
        return tr("Choose IPv4, IPv6 or both.");
    }
    if (plan.l4.isEmpty()) {
        return tr("Choose tcp, udp or both.");
    }
    if (plan.place == TrafficPlace::ThisMachine && !plan.ownConnections && !plan.connectionsToIt) {
        return tr("Choose the connections this machine opens, those it accepts, or both.");
    }
    const QString from = familyOf(plan.source);
    const QString to = familyOf(plan.destination);
    if (!from.isEmpty() && !to.isEmpty() && from != to) {
        return tr("\"From\" and \"To\" are of different families. Write both as IPv4 or both as IPv6.");
    }
    for (const QString &family : {from, to}) {
        if (!family.isEmpty() && !plan.l3.contains(family)) {
            return family == QLatin1String("ipv6") ? tr("The address is IPv6. Tick IPv6 or leave the address out.")
                                                   : tr("The address is IPv4. Tick IPv4 or leave the address out.");
        }
    }
    return {};
}

} // namespace Trackhand
