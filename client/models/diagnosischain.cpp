// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/diagnosischain.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace Trackhand {

namespace {

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::DiagnosisChain)
};

struct KnownLink {
    const char *id;
    const char *title;
    StateKind whenBroken;
    const char *brokenWord;
    bool waits; ///< not wrong by itself: it may be that no traffic has come yet
    Cure cure;
};

// In the order in which the backend looks.
constexpr KnownLink Known[] = {
    {"kernel", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Kernel"), StateKind::Failed,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "unsupported"), false, Cure::None},
    {"clash", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "No clash"), StateKind::Failed,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "in the way"), false, Cure::None},
    {"registered", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Registered"), StateKind::Failed,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "gone"), false, Cure::RegisterAgain},
    {"process", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Process"), StateKind::Attention,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "none"), false, Cure::EnableHelper},
    {"enabled", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Enabled"), StateKind::Attention,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "disabled"), false, Cure::EnableHelper},
    {"rule", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Rule"), StateKind::Attention,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "none"), false, Cure::AddRule},
    {"counter", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Counter"), StateKind::Attention,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "none yet"), true, Cure::ShowRules},
    {"flows", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Flows"), StateKind::Attention,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "none yet"), true, Cure::None},
    {"packets", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Packets"), StateKind::Attention,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "none yet"), true, Cure::None},
    {"expectations", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Expectations"), StateKind::Attention,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "none yet"), true, Cure::ShowPackets},
    {"matched", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Matched"), StateKind::Attention,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "none yet"), true, Cure::ShowExpectations},
    {"filter", QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "Filter"), StateKind::Failed,
        QT_TRANSLATE_NOOP("Trackhand::DiagnosisChain", "in the way"), false, Cure::None},
};

// Where another program's own knowledge begins: its rules and what comes through its queue.
constexpr const char *FirstForeignLink = "rule";

const KnownLink *knownLink(const QString &id)
{
    const auto *found = std::find_if(
        std::begin(Known), std::end(Known), [&id](const KnownLink &known) { return id == QLatin1String(known.id); });
    return found == std::end(Known) ? nullptr : found;
}

bool isBeyondOurKnowledge(const QString &id, const HelperInfo &helper)
{
    const KnownLink *known = knownLink(id);
    return helper.isForeign() && known && known >= knownLink(QLatin1String(FirstForeignLink));
}

bool seesOnlyOwnTraffic(const QString &helper, const QList<RuleInfo> &rules)
{
    return std::none_of(rules.cbegin(), rules.cend(), [&helper](const RuleInfo &rule) {
        return rule.helper == helper && rule.hooks.contains(QLatin1String("prerouting"));
    });
}

Cure cureOf(const KnownLink &known, const HelperInfo &helper, const QList<RuleInfo> &rules)
{
    if (helper.isForeign()) {
        return Cure::None; // foreign helpers are read-only
    }
    const bool counts = QLatin1String(known.id) == QLatin1String("counter");
    return counts && seesOnlyOwnTraffic(helper.name, rules) ? Cure::AddPreroutingRules : known.cure;
}

ChainLink brokenLink(const DiagnosisLinkInfo &seen, const HelperInfo &helper, const QList<RuleInfo> &rules)
{
    const KnownLink *known = knownLink(seen.link);
    ChainLink link {seen.link, known ? Words::tr(known->title) : seen.link, StateKind::Attention,
        known ? Words::tr(known->brokenWord) : Words::tr("broken"), seen.text, seen.remedy, Cure::None};
    if (known) {
        link.state = known->whenBroken;
        link.cure = cureOf(*known, helper, rules);
    }
    if (isBeyondOurKnowledge(seen.link, helper)) {
        link.state = StateKind::Disabled;
        link.word = Words::tr("not known");
        link.text =
            Words::tr("only the program that registered %1 knows its rules and sees its packets").arg(helper.name);
        link.remedy.clear();
    } else if (helper.isForeign()) {
        link.remedy = Words::tr("another program registered %1: change it there").arg(helper.name);
    }
    return link;
}

ChainLink shownLink(const DiagnosisLinkInfo &seen, const HelperInfo &helper, const QList<RuleInfo> &rules)
{
    if (!seen.ok) {
        return brokenLink(seen, helper, rules);
    }
    const KnownLink *known = knownLink(seen.link);
    return {seen.link, known ? Words::tr(known->title) : seen.link, StateKind::Running, Words::tr("fine"), seen.text,
        {}, Cure::None};
}

// The backend stops at the first broken link; the rest of the way is shown, so that a person sees how far it is.
void addTheRest(QList<ChainLink> &links)
{
    const KnownLink *last = links.isEmpty() ? nullptr : knownLink(links.last().id);
    if (!last) {
        return;
    }
    for (const KnownLink *known = last + 1; known != std::end(Known); ++known) {
        links.append(
            {QLatin1String(known->id), Words::tr(known->title), StateKind::Disabled, Words::tr("not looked at"),
                Words::tr("it can be told only when the links before it hold"), {}, Cure::None});
    }
}

QString summaryOf(const DiagnosisChain &chain, const HelperInfo &helper)
{
    if (chain.links.isEmpty()) {
        return Words::tr("The backend looked at nothing: are it and this program of the same version?");
    }
    if (chain.broken < 0) {
        return Words::tr("Every link holds: as far as can be seen from here, %1 works.").arg(helper.name);
    }
    const ChainLink &broken = chain.links.at(chain.broken);
    if (isBeyondOurKnowledge(broken.id, helper)) {
        return Words::tr("Another program registered %1. What can be seen from here is fine.").arg(helper.name);
    }
    const KnownLink *known = knownLink(broken.id);
    return known && known->waits
        ? Words::tr("Nothing is wrong so far, but %1 has come no further than this:").arg(helper.name)
        : Words::tr("%1 cannot work because the chain breaks here:").arg(helper.name);
}

} // namespace

DiagnosisChain DiagnosisChain::of(
    const HelperInfo &helper, const QList<DiagnosisLinkInfo> &seen, const QList<RuleInfo> &rules)
{
    DiagnosisChain chain;
    for (const DiagnosisLinkInfo &link : seen) {
        if (!link.ok && chain.broken < 0) {
            chain.broken = int(chain.links.size());
        }
        chain.links.append(shownLink(link, helper, rules));
    }
    addTheRest(chain.links);
    chain.summary = summaryOf(chain, helper);
    return chain;
}

} // namespace Trackhand
