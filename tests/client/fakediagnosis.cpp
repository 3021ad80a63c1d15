// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/client/fakediagnosis.h"

namespace Trackhand {

namespace {

QVariantMap judged(const char *link, bool ok, const QString &fine, const QString &broken, const QString &remedy)
{
    return {{QStringLiteral("link"), QString::fromLatin1(link)}, {QStringLiteral("ok"), ok},
        {QStringLiteral("text"), ok ? fine : broken}, {QStringLiteral("remedy"), ok ? QString() : remedy}};
}

struct RuleFacts {
    int count = 0;
    qulonglong packets = 0;
};

RuleFacts factsOf(const QString &helper, const QList<RuleInfo> &rules)
{
    RuleFacts facts;
    for (const RuleInfo &rule : rules) {
        if (rule.helper == helper) {
            ++facts.count;
            facts.packets += rule.packets;
        }
    }
    return facts;
}

VariantMapList setUpLinks(const HelperInfo &helper)
{
    const bool runs = helper.state == QLatin1String("running");
    const QString enable = QStringLiteral("trackhandctl helper enable ") + helper.name;
    return {judged("kernel", true, QStringLiteral("this kernel takes user-space helpers"), {}, {}),
        judged("clash", true, QStringLiteral("no kernel helper of that name is loaded"), {}, {}),
        judged("registered", true, QStringLiteral("registered with queue %1").arg(helper.queue), {}, {}),
        judged("process", runs || helper.isForeign(),
            helper.isForeign() ? QStringLiteral("its process is somebody else's")
                               : QStringLiteral("process %1 listens").arg(helper.processId),
            helper.problem.isEmpty() ? QStringLiteral("no process: the helper is disabled") : helper.problem, enable),
        judged("enabled", runs, QStringLiteral("enabled in the kernel"),
            QStringLiteral("registered, but the kernel queues nothing for it"), enable)};
}

VariantMapList trafficLinks(const HelperInfo &helper, const RuleFacts &rules)
{
    const qulonglong packets = helper.counter("packets");
    const qulonglong expectations = helper.counter("expectations");
    return {judged("rule", rules.count != 0, QStringLiteral("%1 rule(s) attach it to traffic").arg(rules.count),
                QStringLiteral("no rule attaches it to any traffic"), QStringLiteral("add a rule for tcp port 21")),
        judged("counter", rules.packets != 0, QStringLiteral("packets have met a rule: %1").arg(rules.packets),
            QStringLiteral("no packet has met a rule yet"),
            QStringLiteral("open a new connection (a rule acts on the first packet only), and compare its port and "
                           "addresses with the rule")),
        judged("flows", packets != 0, QStringLiteral("connections carry the helper"),
            QStringLiteral("no connection carries the helper"),
            QStringLiteral("connections that existed before the rule never get it: close them, or conntrack -D them")),
        judged("packets", packets != 0, QStringLiteral("%1 packets judged").arg(packets), {}, {}),
        judged("expectations", expectations != 0, QStringLiteral("%1 expectations made").arg(expectations),
            QStringLiteral("no expectation made yet"),
            QStringLiteral("trackhandctl watch packets shows what the helper saw; an encrypted control connection "
                           "shows it nothing")),
        judged("matched", true, QStringLiteral("%1 expected connections came").arg(expectations), {}, {}),
        judged("filter", true, QStringLiteral("related connections get their answers"), {}, {})};
}

} // namespace

VariantMapList playedDiagnosis(const HelperInfo &helper, const QList<RuleInfo> &rules)
{
    VariantMapList links;
    for (const QVariantMap &link : setUpLinks(helper) + trafficLinks(helper, factsOf(helper.name, rules))) {
        links.append(link);
        if (!link.value(QStringLiteral("ok")).toBool()) {
            break;
        }
    }
    return links;
}

} // namespace Trackhand
