// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <QCoreApplication>

namespace Trackhand {

/// Where the traffic is that a new helper shall judge, seen from the machine that runs the backend.
enum class TrafficPlace { ServerBehind, ClientsBehind, ThisMachine };

/// What the wizard has gathered: one helper and the traffic it shall get. A plain value; the texts about it and the
/// requests for it are made from nothing else.
struct HelperPlan {
    QString name;
    ProtocolInfo protocol;
    TrafficPlace place = TrafficPlace::ServerBehind;
    bool ownConnections = true; ///< ThisMachine: those it opens
    bool connectionsToIt = true; ///< ThisMachine: those that others open to it
    QStringList l3;
    QStringList l4;
    std::optional<uint> queue; ///< none = the first free one
    PolicyList policies;
    PortRangeList ports; ///< destination ports; empty = the protocol's own, all if it has none
    QString interfaceName;
    QString source;
    QString destination;

    /// The ports that are meant in the end.
    PortRangeList effectivePorts() const;
    HelperArguments settings() const;
    /// One for each transport; for this machine with an interface also one for each direction, because a packet knows
    /// the interface it came by in prerouting alone and the one it leaves by in output alone.
    QList<RuleArguments> rules() const;
};

/// The protocol's usual settings, as if nobody had touched a field.
HelperPlan defaultPlan(const ProtocolInfo &protocol, const QString &name);
/// The protocol that shows and accepts everything; its helpers have any name.
bool isObserver(const ProtocolInfo &protocol);

/// Sentences and commands about a plan, and what is wrong with one.
class PlanText {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::PlanText)
public:
    static QString sentence(const HelperPlan &plan); ///< what Apply will do, for a person
    static QString commands(const HelperPlan &plan); ///< the same as trackhandctl commands
    /// What is wider than it need be, with the narrower way; "" when nothing is.
    static QString advice(const HelperPlan &plan);
    /// Everything is meant, or nearly.
    static bool isTooWide(const HelperPlan &plan);

    /// Why the classes are not possible and what is, or "".
    static QString policyProblem(const PolicyList &policies);
    /// What is wrong with the fields together.
    static QString problem(const HelperPlan &plan);

private:
    static QString portsOf(const HelperPlan &plan);
    static QString placeText(const HelperPlan &plan);
};

} // namespace Trackhand
