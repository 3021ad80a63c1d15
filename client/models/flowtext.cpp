// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/flowtext.h"

#include "client/models/addresstext.h"
#include "client/models/eventtext.h"
#include "client/models/expectationtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace Trackhand {

namespace {

constexpr std::uint64_t NsPerSecond = 1'000'000'000;

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::FlowText)
};

qint64 secondsBetween(std::uint64_t fromNs, std::uint64_t toNs)
{
    return toNs > fromNs ? qint64((toNs - fromNs) / NsPerSecond) : 0;
}

/// Of no more than one unit.
QString shortText(qint64 seconds)
{
    return seconds < 60 ? Words::tr("%1 s").arg(seconds) : Words::tr("%1 min").arg(seconds / 60);
}

bool hasStatus(const FlowNode &node, std::uint32_t bits)
{
    return (node.record.expectation.status & bits) != 0;
}

/// Until it is given up; nothing when it is over or that was never told.
std::optional<qint64> secondsLeft(const FlowNode &node, std::uint64_t nowNs)
{
    if (node.over || node.record.timeoutSeconds == 0) {
        return std::nullopt;
    }
    const std::uint64_t end = node.record.timeNs + node.record.timeoutSeconds * NsPerSecond;
    return secondsBetween(std::max(nowNs, node.record.timeNs), end);
}

} // namespace

QString flowTitle(const FlowNode &node)
{
    const std::string_view l4 = toString(node.record.l4);
    const QString ends =
        QStringLiteral("%1 %2 → %3")
            .arg(QLatin1String(l4.data(), qsizetype(l4.size())), sourceText(node.record), destinationText(node.record));
    return node.isExpectation() ? Words::tr("expects %1").arg(ends) : ends;
}

QString flowTitleToolTip(const FlowNode &node)
{
    if (!hasStatus(node, FlowStatus::SourceNat | FlowStatus::DestinationNat) || node.isExpectation()) {
        return {};
    }
    const Tuple reply = node.record.replyTuple();
    return Words::tr("Addresses are translated: answers go from %1 to %2.")
        .arg(endpointText(reply.source, reply.sourcePort), endpointText(reply.destination, reply.destinationPort));
}

QString flowStateWord(const FlowNode &node, std::uint64_t nowNs)
{
    if (node.isExpectation()) {
        const auto left = secondsLeft(node, nowNs);
        return left ? Words::tr("%1, %2").arg(fateText(node.record.action()), shortText(*left))
                    : fateText(node.record.action());
    }
    if (!node.known) {
        return Words::tr("not seen");
    }
    if (node.over) {
        return Words::tr("ended %1 ago").arg(shortText(secondsBetween(node.endNs, nowNs)));
    }
    if (hasStatus(node, FlowStatus::Assured)) {
        return Words::tr("established");
    }
    return hasStatus(node, FlowStatus::SeenReply) ? Words::tr("answered") : Words::tr("no answer yet");
}

QString flowStateToolTip(const FlowNode &node, std::uint64_t nowNs)
{
    if (node.isExpectation()) {
        return node.endNs == 0 ? fateToolTip(node.record.action())
                               : fateToolTip(node.record.action()) + QLatin1Char('\n') + exactTimeText(node.endNs);
    }
    if (!node.known) {
        return Words::tr(
            "Nothing but its addresses is known, from what names it as its master: it ended before anybody "
            "looked, or its events were lost.");
    }
    if (node.over) {
        return Words::tr("Ended %1").arg(exactTimeText(node.endNs));
    }
    const QString state = hasStatus(node, FlowStatus::Assured)
        ? Words::tr("Packets went both ways, so it is kept also when the table of connections is full.")
        : hasStatus(node, FlowStatus::SeenReply) ? Words::tr("The other side has answered once.")
                                                 : Words::tr("The other side has not answered.");
    const auto left = secondsLeft(node, nowNs);
    return left ? Words::tr("%1 It is forgotten in %2 if nothing more comes.").arg(state, durationText(*left)) : state;
}

StateKind flowStateKind(const FlowNode &node)
{
    if (node.isExpectation()) {
        return fateKind(node.record.action());
    }
    const bool talks = hasStatus(node, FlowStatus::SeenReply | FlowStatus::Assured);
    return talks && !node.over ? StateKind::Running : StateKind::Disabled;
}

std::optional<std::uint64_t> flowCount(const FlowNode &node, FlowCount which)
{
    if (node.isExpectation() || !node.isCounted()) {
        return std::nullopt;
    }
    const auto &detail = node.record.expectation;
    switch (which) {
    case FlowCount::BytesOriginal:
        return detail.bytesOriginal;
    case FlowCount::BytesReply:
        return detail.bytesReply;
    case FlowCount::PacketsOriginal:
        return detail.packetsOriginal;
    case FlowCount::PacketsReply:
        break;
    }
    return detail.packetsReply;
}

QString flowCountText(const FlowNode &node, FlowCount which)
{
    if (node.isExpectation()) {
        return {};
    }
    const auto count = flowCount(node, which);
    return count ? QLocale().toString(qulonglong(*count)) : QStringLiteral("–");
}

QString flowCountToolTip(const FlowNode &node, std::uint64_t nowNs)
{
    if (node.isExpectation() || node.isCounted()) {
        return {};
    }
    if (!node.known) {
        return flowStateToolTip(node, nowNs);
    }
    if (node.listedNs == 0 && !node.over) {
        return Words::tr("Not counted yet: the kernel tells counts when it is asked and when a connection ends.");
    }
    return Words::tr("Not counted: net.netfilter.nf_conntrack_acct was off when this connection began. Once it is 1, "
                     "connections that begin are counted.");
}

QString flowAgeText(const FlowNode &node, std::uint64_t nowNs)
{
    if (!node.known) {
        return {};
    }
    const QString age = durationText(secondsBetween(node.sinceNs, node.endNs == 0 ? nowNs : node.endNs));
    return node.begun ? age : Words::tr("> %1").arg(age);
}

QString flowAgeToolTip(const FlowNode &node)
{
    if (!node.known) {
        return {};
    }
    QStringList lines {node.begun
            ? Words::tr("Since %1").arg(exactTimeText(node.sinceNs))
            : Words::tr("It was there before anybody looked, first seen %1").arg(exactTimeText(node.sinceNs))};
    if (node.endNs != 0) {
        lines.append(Words::tr("Until %1").arg(exactTimeText(node.endNs)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace Trackhand
