// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "client/models/helpertext.h"

/// "Why is it not working?" as a person sees it: the whole chain, also the links that the backend did not come to.
namespace Trackhand {

/// What a program can do about a broken link by itself.
enum class Cure {
    None,
    EnableHelper,
    RegisterAgain, ///< delete and add again, with the rules
    AddRule, ///< for the helper's usual traffic
    AddPreroutingRules, ///< its rules see only this machine's own traffic
    ShowRules,
    ShowPackets,
    ShowExpectations,
};

struct ChainLink {
    QString id; ///< the backend's name of the link
    QString title;
    StateKind state = StateKind::Disabled;
    QString word;
    QString text; ///< what was looked at and seen
    QString remedy; ///< "" for a link that holds
    Cure cure = Cure::None;
};

struct DiagnosisChain {
    QList<ChainLink> links;
    int broken = -1; ///< the link that does not hold; -1 when all do
    QString summary; ///< one sentence

    /// The chain of @p helper as the backend sees it, @p seen; @p rules are those of all helpers. Links are told apart
    /// by their names in org.trackhand.Trackhand1.Helper.xml, never by their text; one of an unknown name is shown as
    /// it is.
    static DiagnosisChain of(
        const HelperInfo &helper, const QList<DiagnosisLinkInfo> &seen, const QList<RuleInfo> &rules);
};

} // namespace Trackhand
