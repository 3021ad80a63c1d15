// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/net/address.h"

#include <QCoreApplication>

namespace Trackhand {

/// The first packet of a connection, as far as rules look at it.
struct RulePacket {
    QString hook; ///< "prerouting" or "output"
    QString interfaceName; ///< by which it arrives in prerouting and leaves in output; "" = none that a rule names
    QString l4; ///< "tcp", "udp", ...
    IpAddress source;
    IpAddress destination; ///< of the same family
    quint16 port = 0; ///< of the destination
};

/// The conditions of a rule, in the order in which nftables looks at them.
enum class RuleCondition { Hook, Interface, Family, Source, Destination, Transport, Port };

/// What becomes of a packet among rules. All numbers are places in the list that was asked.
struct RuleHit {
    int met = -1; ///< the rule that gives the connection its helper; -1 = none does
    QList<int> later; ///< match too, but come after it: a connection keeps the helper it got first

    int nearest = -1; ///< when none is met, the one that fails least; -1 = there are no rules
    RuleCondition failed = RuleCondition::Hook; ///< the first that the nearest one fails
};

/// Empty when @p rule takes @p packet.
QList<RuleCondition> failedConditions(const RuleInfo &rule, const RulePacket &packet);

/// @p rules in the order in which the packet meets them.
RuleHit ruleHit(const QList<RuleInfo> &rules, const RulePacket &packet);

/// The numbers of the rules in one chain of `Rules.Show`'s listing, each once, in the order in which the kernel has
/// them.
QList<uint> rulesInChain(const QString &listing, const QString &chain);

/// The rules of the chain in the kernel's order, then those that the listing does not have in that chain.
QList<RuleInfo> inKernelOrder(const QList<RuleInfo> &rules, const QString &listing, const QString &chain);

class RuleHitText {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::RuleHitText)
public:
    /// Why @p rule does not take @p packet: "The packet goes to port 22; the rule is for 21."
    static QString failure(const RuleInfo &rule, RuleCondition condition, const RulePacket &packet);
};

} // namespace Trackhand
