// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/rules/ruledraft.h"

#include "client/models/helpertext.h"
#include "client/rules/fieldcheck.h"
#include "wire/net/network.h"

#include <algorithm>

namespace Trackhand {

namespace {

using Kind = FieldRemark::Kind;

constexpr int WidePortCount = 1024;

const auto Prerouting = QLatin1String("prerouting");
const auto Output = QLatin1String("output");

/// The first thing said of a field stays: what is wrong with the text itself comes before how it fits the others.
void say(QMap<RuleField, FieldRemark> &remarks, RuleField field, Kind kind, const QString &text)
{
    if (!text.isEmpty() && !remarks.contains(field)) {
        remarks.insert(field, {kind, text});
    }
}

/// "ipv4" or "ipv6"; "" when the text is no network.
QString familyOf(const QString &network)
{
    const auto parsed = Network::parse(network.toStdString());
    return parsed ? QString::fromStdString(std::string(toString(parsed->address.family))) : QString();
}

QString familyName(const QString &family)
{
    return family == QLatin1String("ipv6") ? QStringLiteral("IPv6") : QStringLiteral("IPv4");
}

bool isEveryAddress(const QString &network)
{
    const auto parsed = Network::parse(network.toStdString());
    return parsed && parsed->prefixLength == 0;
}

int portCount(const PortRangeList &ports)
{
    int count = 0;
    for (const PortRange &range : ports) {
        count += range.last - range.first + 1;
    }
    return count;
}

/// The families that the addresses leave.
QStringList effectiveFamilies(const RuleDraft &draft)
{
    QStringList families = draft.l3;
    for (const QString &family : {familyOf(draft.source), familyOf(draft.destination)}) {
        if (!family.isEmpty()) {
            families.removeIf([&family](const QString &other) { return other != family; });
        }
    }
    return families;
}

} // namespace

RuleDraft RuleDraft::of(const RuleArguments &rule)
{
    return {rule.helper, rule.l4, rule.ports.isEmpty() ? QString() : portsText(rule.ports), rule.everyPort, rule.hooks,
        rule.l3, rule.inInterface, rule.outInterface, rule.source, rule.destination};
}

RuleArguments RuleDraft::settings() const
{
    RuleArguments rule;
    rule.helper = helper;
    rule.l4 = l4;
    rule.everyPort = everyPort;
    rule.ports = everyPort ? PortRangeList() : parsePorts(ports).value_or(PortRangeList());
    rule.hooks = hooks;
    rule.l3 = l3;
    rule.inInterface = inInterface;
    rule.outInterface = outInterface;
    rule.source = source;
    rule.destination = destination;
    return rule;
}

QMap<RuleField, FieldRemark> RuleAdvisor::remarks(
    const RuleDraft &draft, const HelperInfo *helper, const ProtocolInfo *protocol)
{
    Remarks remarks;
    checkFields(remarks, draft);
    checkPlace(remarks, draft);
    checkFamilies(remarks, draft);
    checkHelper(remarks, draft, helper);
    advise(remarks, draft, protocol);
    return remarks;
}

bool RuleAdvisor::hasError(const Remarks &remarks)
{
    return std::ranges::any_of(remarks, [](const FieldRemark &remark) { return remark.kind == Kind::Error; });
}

void RuleAdvisor::checkFields(Remarks &remarks, const RuleDraft &draft)
{
    say(remarks, RuleField::Helper, Kind::Error,
        draft.helper.isEmpty() ? tr("Choose the helper that shall get this traffic.")
                               : FieldCheck::helperName(draft.helper));
    if (!draft.everyPort) {
        say(remarks, RuleField::Ports, Kind::Error, FieldCheck::ports(draft.ports));
    }
    say(remarks, RuleField::Source, Kind::Error, FieldCheck::network(draft.source));
    say(remarks, RuleField::Destination, Kind::Error, FieldCheck::network(draft.destination));
    say(remarks, RuleField::InInterface, Kind::Error, FieldCheck::interfaceName(draft.inInterface));
    say(remarks, RuleField::OutInterface, Kind::Error, FieldCheck::interfaceName(draft.outInterface));
}

// In prerouting a packet has come in by an interface and has no way out yet; in output it is the other way round.
void RuleAdvisor::checkPlace(Remarks &remarks, const RuleDraft &draft)
{
    if (draft.hooks.isEmpty()) {
        say(remarks, RuleField::Hooks, Kind::Error, tr("Choose at least one of the two."));
        return;
    }
    if (!draft.inInterface.isEmpty() && !draft.outInterface.isEmpty()) {
        say(remarks, RuleField::OutInterface, Kind::Error, tr("A rule has one interface only. Make two rules."));
        return;
    }
    if (!draft.inInterface.isEmpty() && draft.hooks != QStringList {Prerouting}) {
        say(remarks, RuleField::InInterface, Kind::Error,
            tr("Own packets arrive on none: choose prerouting alone, or leave this empty."));
    }
    if (!draft.outInterface.isEmpty() && draft.hooks != QStringList {Output}) {
        say(remarks, RuleField::OutInterface, Kind::Error,
            tr("Forwarded packets choose theirs later: choose output alone, or leave this empty."));
    }
}

void RuleAdvisor::checkFamilies(Remarks &remarks, const RuleDraft &draft)
{
    if (draft.l3.isEmpty()) {
        say(remarks, RuleField::Families, Kind::Error, tr("Choose IPv4, IPv6 or both."));
        return;
    }
    const QString from = familyOf(draft.source);
    const QString to = familyOf(draft.destination);
    if (!from.isEmpty() && !to.isEmpty() && from != to) {
        say(remarks, RuleField::Destination, Kind::Error,
            tr("This is %1, and \"From\" is %2.").arg(familyName(to), familyName(from)));
    }
    for (const auto &[field, family] : {std::pair(RuleField::Source, from), {RuleField::Destination, to}}) {
        if (!family.isEmpty() && !draft.l3.contains(family)) {
            say(remarks, field, Kind::Error, tr("This is %1: choose it below, too.").arg(familyName(family)));
        }
    }
}

void RuleAdvisor::checkHelper(Remarks &remarks, const RuleDraft &draft, const HelperInfo *helper)
{
    if (!helper) {
        if (!remarks.contains(RuleField::Helper)) {
            say(remarks, RuleField::Helper, Kind::Advice,
                tr("Nobody has registered %1: the kernel will load a helper of its own by this name, if it has one.")
                    .arg(draft.helper));
        }
        return;
    }
    if (!helper->l4.contains(draft.l4)) {
        say(remarks, RuleField::Transport, Kind::Error,
            tr("%1 is registered for %2 alone.").arg(helper->name, helper->l4.join(tr(" and "))));
    }
    for (const QString &family : effectiveFamilies(draft)) {
        if (!helper->l3.contains(family)) {
            say(remarks, RuleField::Families, Kind::Error,
                tr("%1 is not registered for %2.").arg(helper->name, familyName(family)));
        }
    }
}

void RuleAdvisor::advise(Remarks &remarks, const RuleDraft &draft, const ProtocolInfo *protocol)
{
    for (const auto &[field, network] :
        {std::pair(RuleField::Source, draft.source), {RuleField::Destination, draft.destination}}) {
        if (isEveryAddress(network)) {
            say(remarks, field, Kind::Advice, tr("This is every address. Name the network that is meant."));
        }
    }
    const bool everyPort = draft.everyPort || (draft.ports.isEmpty() && (!protocol || protocol->ports.isEmpty()));
    if (everyPort || portCount(parsePorts(draft.ports).value_or(PortRangeList())) >= WidePortCount) {
        say(remarks, RuleField::Ports, Kind::Advice,
            tr("Wide: each packet of all these connections takes the longer way. Name the ports."));
    }
    adviseOnEnds(remarks, draft);
    if (protocol) {
        say(remarks, RuleField::Helper, Kind::Hint, protocol->advice);
    }
}

// Who may speak to a helper may have ports opened: what it reads was written by the two ends.
void RuleAdvisor::adviseOnEnds(Remarks &remarks, const RuleDraft &draft)
{
    if (!draft.source.isEmpty() || !draft.destination.isEmpty() || !draft.inInterface.isEmpty()
        || !draft.outInterface.isEmpty()) {
        return;
    }
    if (draft.hooks.contains(Prerouting)) {
        say(remarks, RuleField::Source, Kind::Advice,
            tr("Strangers too may have ports opened. Name your network, or the interface it is on."));
        say(remarks, RuleField::Destination, Kind::Hint, tr("Or name the server, if it is one of your own."));
    } else if (draft.hooks.contains(Output)) {
        say(remarks, RuleField::Destination, Kind::Hint, tr("Any server is meant. Name it, if there is only one."));
    }
}

} // namespace Trackhand
