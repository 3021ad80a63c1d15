// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rules/rulehit.h"

#include "client/models/addresstext.h"
#include "client/models/helpertext.h"
#include "wire/net/network.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace Trackhand {

namespace {

bool isPrerouting(const RulePacket &packet)
{
    return packet.hook == QLatin1String("prerouting");
}

/// The interface that the rule names for the packet's hook; "" = any.
const QString &interfaceOf(const RuleInfo &rule, const RulePacket &packet)
{
    return isPrerouting(packet) ? rule.inInterface : rule.outInterface;
}

/// A rule that names the other hook's interface alone has no line in this one.
bool standsIn(const RuleInfo &rule, const RulePacket &packet)
{
    const QString &elsewhere = isPrerouting(packet) ? rule.outInterface : rule.inInterface;
    return rule.hooks.contains(packet.hook) && (elsewhere.isEmpty() || !interfaceOf(rule, packet).isEmpty());
}

QString familyOf(const RulePacket &packet)
{
    return QString::fromStdString(std::string(toString(packet.source.family)));
}

bool isWithin(const QString &network, const IpAddress &address)
{
    const auto parsed = Network::parse(network.toStdString());
    return network.isEmpty() || (parsed && parsed->contains(address));
}

bool hasPort(const RuleInfo &rule, quint16 port)
{
    return rule.ports.isEmpty() || std::ranges::any_of(rule.ports, [port](const PortRange &range) {
        return port >= range.first && port <= range.last;
    });
}

bool holds(const RuleInfo &rule, RuleCondition condition, const RulePacket &packet)
{
    switch (condition) {
    case RuleCondition::Hook:
        return standsIn(rule, packet);
    case RuleCondition::Interface:
        return interfaceOf(rule, packet).isEmpty() || interfaceOf(rule, packet) == packet.interfaceName;
    case RuleCondition::Family:
        return rule.l3.contains(familyOf(packet));
    case RuleCondition::Source:
        return isWithin(rule.source, packet.source);
    case RuleCondition::Destination:
        return isWithin(rule.destination, packet.destination);
    case RuleCondition::Transport:
        return rule.l4 == packet.l4;
    case RuleCondition::Port:
        break;
    }
    return hasPort(rule, packet.port);
}

constexpr RuleCondition Conditions[] {RuleCondition::Hook, RuleCondition::Interface, RuleCondition::Family,
    RuleCondition::Source, RuleCondition::Destination, RuleCondition::Transport, RuleCondition::Port};

/// Whether @p one is nearer than @p other: fewer conditions fail, and of as many the first one later.
bool isNearer(const QList<RuleCondition> &one, const QList<RuleCondition> &other)
{
    return one.size() != other.size() ? one.size() < other.size() : one.first() > other.first();
}

} // namespace

QList<RuleCondition> failedConditions(const RuleInfo &rule, const RulePacket &packet)
{
    QList<RuleCondition> failed;
    for (const RuleCondition condition : Conditions) {
        if (!holds(rule, condition, packet)) {
            failed.append(condition);
        }
    }
    return failed;
}

RuleHit ruleHit(const QList<RuleInfo> &rules, const RulePacket &packet)
{
    RuleHit hit;
    QList<RuleCondition> least;
    for (int place = 0; place < rules.size(); ++place) {
        const auto failed = failedConditions(rules.at(place), packet);
        if (failed.isEmpty() && hit.met < 0) {
            hit.met = place;
        } else if (failed.isEmpty()) {
            hit.later.append(place);
        } else if (hit.nearest < 0 || isNearer(failed, least)) {
            hit.nearest = place;
            hit.failed = failed.first();
            least = failed;
        }
    }
    return hit;
}

QList<uint> rulesInChain(const QString &listing, const QString &chain)
{
    static const QRegularExpression opening(QStringLiteral("^\\s*chain (\\S+) \\{"));
    static const QRegularExpression comment(QStringLiteral("comment \"trackhand:([0-9]+)\""));
    QList<uint> ids;
    bool inside = false;
    for (const QString &line : listing.split(QLatin1Char('\n'))) {
        if (const auto begun = opening.match(line); begun.hasMatch()) {
            inside = begun.captured(1) == chain;
            continue;
        }
        const auto found = comment.match(line);
        const uint id = found.captured(1).toUInt();
        if (inside && found.hasMatch() && !ids.contains(id)) {
            ids.append(id);
        }
    }
    return ids;
}

QList<RuleInfo> inKernelOrder(const QList<RuleInfo> &rules, const QString &listing, const QString &chain)
{
    const QList<uint> order = rulesInChain(listing, chain);
    const auto place = [&order](const RuleInfo &rule) {
        const qsizetype found = order.indexOf(rule.id);
        return found < 0 ? order.size() : found;
    };
    QList<RuleInfo> sorted = rules;
    std::ranges::stable_sort(sorted, {}, place);
    return sorted;
}

QString RuleHitText::failure(const RuleInfo &rule, RuleCondition condition, const RulePacket &packet)
{
    switch (condition) {
    case RuleCondition::Hook:
        return isPrerouting(packet) ? tr("The packet comes from the network; the rule is for what this machine sends.")
                                    : tr("This machine sends the packet; the rule is for what comes from the network.");
    case RuleCondition::Interface:
        if (packet.interfaceName.isEmpty()) {
            return tr("The packet's interface is not said; the rule is for %1.").arg(interfaceOf(rule, packet));
        }
        return isPrerouting(packet)
            ? tr("The packet arrives on %1; the rule is for %2.").arg(packet.interfaceName, interfaceOf(rule, packet))
            : tr("The packet leaves by %1; the rule is for %2.").arg(packet.interfaceName, interfaceOf(rule, packet));
    case RuleCondition::Family:
        return packet.source.family == L3Protocol::Ipv6 ? tr("The packet is IPv6; the rule is for IPv4.")
                                                        : tr("The packet is IPv4; the rule is for IPv6.");
    case RuleCondition::Source:
        return tr("The packet comes from %1; the rule is for %2.").arg(addressText(packet.source), rule.source);
    case RuleCondition::Destination:
        return tr("The packet goes to %1; the rule is for %2.").arg(addressText(packet.destination), rule.destination);
    case RuleCondition::Transport:
        return tr("The packet is %1; the rule is for %2.").arg(packet.l4, rule.l4);
    case RuleCondition::Port:
        break;
    }
    return tr("The packet goes to port %1; the rule is for %2.").arg(packet.port).arg(portsText(rule.ports));
}

} // namespace Trackhand
