// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/helpertext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Trackhand {

namespace {

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::HelperText)
};

QString familiesText(const QStringList &l3)
{
    QStringList digits;
    for (const QString &family : l3) {
        digits.append(family.right(1));
    }
    return digits.join(QLatin1Char('+'));
}

} // namespace

StateKind stateKind(const HelperInfo &helper)
{
    if (helper.state == QLatin1String("failed")) {
        return StateKind::Failed;
    }
    if (helper.isForeign()) {
        return StateKind::Attention;
    }
    if (helper.state == QLatin1String("running")) {
        return StateKind::Running;
    }
    return helper.state == QLatin1String("disabled") ? StateKind::Disabled : StateKind::Attention;
}

QString stateWord(const HelperInfo &helper)
{
    if (helper.isForeign()) {
        return Words::tr("foreign");
    }
    if (helper.state == QLatin1String("running")) {
        return Words::tr("running");
    }
    if (helper.state == QLatin1String("disabled")) {
        return Words::tr("disabled");
    }
    if (helper.state == QLatin1String("failed")) {
        return Words::tr("failed");
    }
    return helper.state == QLatin1String("starting") ? Words::tr("starting") : Words::tr("restarting");
}

StateKind overallState(const QList<HelperInfo> &helpers)
{
    StateKind worst = StateKind::Disabled;
    for (const HelperInfo &helper : helpers) {
        if (helper.isForeign()) {
            continue;
        }
        const StateKind kind = stateKind(helper);
        if (kind == StateKind::Failed) {
            return kind;
        }
        if (kind == StateKind::Attention || (kind == StateKind::Running && worst == StateKind::Disabled)) {
            worst = kind;
        }
    }
    return worst;
}

QString transportText(const QStringList &l3, const QStringList &l4)
{
    return QStringLiteral("%1  %2").arg(l4.join(QLatin1Char('+')), familiesText(l3));
}

QString portsText(const PortRangeList &ports)
{
    QStringList texts;
    for (const PortRange &range : ports) {
        texts.append(range.first == range.last ? QString::number(range.first)
                                               : QStringLiteral("%1-%2").arg(range.first).arg(range.last));
    }
    return texts.isEmpty() ? Words::tr("any") : texts.join(QStringLiteral(", "));
}

QString hooksText(const QStringList &hooks)
{
    return hooks.join(QStringLiteral(", "));
}

QString latencyNsText(qulonglong ns)
{
    if (ns == 0) {
        return QStringLiteral("–");
    }
    if (ns < 1'000'000) {
        return Words::tr("%1 µs").arg(QLocale().toString(double(ns) / 1000, 'f', ns < 10'000 ? 1 : 0));
    }
    return Words::tr("%1 ms").arg(QLocale().toString(double(ns) / 1'000'000, 'f', 1));
}

QString ruleSentence(const RuleArguments &rule)
{
    QString sentence = rule.ports.isEmpty()
        ? Words::tr("%1 on every %2 port").arg(rule.helper, rule.l4)
        : Words::tr("%1 on %2 port %3").arg(rule.helper, rule.l4, portsText(rule.ports));
    if (!rule.source.isEmpty()) {
        sentence += QLatin1Char(' ') + Words::tr("from %1").arg(rule.source);
    }
    if (!rule.destination.isEmpty()) {
        sentence += QLatin1Char(' ') + Words::tr("to %1").arg(rule.destination);
    }
    if (!rule.inInterface.isEmpty()) {
        sentence += QLatin1Char(' ') + Words::tr("arriving on %1").arg(rule.inInterface);
    }
    if (!rule.outInterface.isEmpty()) {
        sentence += QLatin1Char(' ') + Words::tr("leaving by %1").arg(rule.outInterface);
    }
    const bool prerouting = rule.hooks.contains(QLatin1String("prerouting"));
    const bool output = rule.hooks.contains(QLatin1String("output"));
    if (prerouting == output) {
        return sentence + Words::tr(", through this machine and its own");
    }
    return sentence
        + (output ? Words::tr(", this machine's own connections") : Words::tr(", coming in from the network"));
}

RuleArguments settingsOf(const RuleInfo &rule)
{
    return {rule.helper, rule.l4, rule.ports, rule.hooks, rule.l3, rule.inInterface, rule.outInterface, rule.source,
        rule.destination, rule.ports.isEmpty()};
}

QStringList nfctCommands(const QString &name, const QStringList &l3, const QStringList &l4)
{
    QStringList commands;
    for (const QString &family : l3) {
        for (const QString &transport : l4) {
            const QString inet = family == QLatin1String("ipv6") ? QStringLiteral("inet6") : QStringLiteral("inet");
            commands.append(QStringLiteral("nfct helper add %1 %2 %3").arg(name, inet, transport));
        }
    }
    return commands;
}

std::optional<PortRangeList> parsePorts(const QString &text)
{
    PortRangeList ranges;
    const QStringList parts =
        QString(text).replace(QLatin1Char(' '), QLatin1Char(',')).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const qsizetype dash = part.indexOf(QLatin1Char('-'));
        bool firstGood = false;
        bool lastGood = true;
        const ushort first = part.left(dash < 0 ? part.size() : dash).toUShort(&firstGood);
        const ushort last = dash < 0 ? first : part.mid(dash + 1).toUShort(&lastGood);
        if (!firstGood || !lastGood || first == 0 || last < first) {
            return std::nullopt;
        }
        ranges.append({first, last});
    }
    return ranges;
}

} // namespace Trackhand
