// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QCoreApplication>
#include <QMap>

namespace Trackhand {

/// A rule as somebody is typing it: any field may hold anything.
struct RuleDraft {
    QString helper;
    QString l4;
    QString ports; ///< "21, 2121-2130"; "" = the protocol's own
    bool everyPort = false; ///< whatever is in ports
    QStringList hooks;
    QStringList l3;
    QString inInterface;
    QString outInterface;
    QString source;
    QString destination;

    bool operator==(const RuleDraft &) const = default;

    static RuleDraft of(const RuleArguments &rule);
    /// What the backend is asked for; only meaningful when nothing is wrong with the draft.
    RuleArguments settings() const;
};

enum class RuleField {
    Helper,
    Transport,
    Ports,
    Source,
    Destination,
    Hooks,
    InInterface,
    OutInterface,
    Families,
};

/// What is to be said beside one field, in a line.
struct FieldRemark {
    enum class Kind {
        Hint, ///< good to know
        Advice, ///< possible, but wider than it need be
        Error, ///< the backend would refuse it
    };
    Kind kind = Kind::Hint;
    QString text;
};

/// Reads a draft as the backend will, and as somebody who has been attacked through a helper would.
class RuleAdvisor {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::RuleAdvisor)
public:
    /// @p helper is the registered one of the draft's name, @p protocol what is known of that name; either may be null.
    static QMap<RuleField, FieldRemark> remarks(
        const RuleDraft &draft, const HelperInfo *helper, const ProtocolInfo *protocol);

    static bool hasError(const QMap<RuleField, FieldRemark> &remarks);

private:
    using Remarks = QMap<RuleField, FieldRemark>;

    static void checkFields(Remarks &remarks, const RuleDraft &draft);
    static void checkPlace(Remarks &remarks, const RuleDraft &draft);
    static void checkFamilies(Remarks &remarks, const RuleDraft &draft);
    static void checkHelper(Remarks &remarks, const RuleDraft &draft, const HelperInfo *helper);
    static void advise(Remarks &remarks, const RuleDraft &draft, const ProtocolInfo *protocol);
    static void adviseOnEnds(Remarks &remarks, const RuleDraft &draft);
};

} // namespace Trackhand
