// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/expectationtext.h"

#include <QCoreApplication>

namespace Trackhand {

namespace {

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::ExpectationText)
};

} // namespace

bool isEnd(EventAction action)
{
    return action != EventAction::New && action != EventAction::Updated;
}

bool endsExpectation(const EventRecord &event)
{
    return isEnd(event.action())
        && (event.action() != EventAction::Matched || (event.flags & EventFlag::Permanent) == 0);
}

QString fateText(EventAction fate)
{
    switch (fate) {
    case EventAction::New:
    case EventAction::Updated:
        return Words::tr("waiting");
    case EventAction::Matched:
        return Words::tr("matched");
    case EventAction::Expired:
        return Words::tr("expired");
    case EventAction::Evicted:
        return Words::tr("evicted");
    case EventAction::Removed:
        return Words::tr("removed");
    }
    return {};
}

QString fateToolTip(EventAction fate)
{
    switch (fate) {
    case EventAction::New:
    case EventAction::Updated:
        return Words::tr("The connection it describes may come at any moment.");
    case EventAction::Matched:
        return Words::tr("The expected connection came and was let through as related.");
    case EventAction::Expired:
        return Words::tr("Its time ran out before the connection came.");
    case EventAction::Evicted:
        return Words::tr("Its class was full, so a newer one took its place.");
    case EventAction::Removed:
        return Words::tr("It was taken back, or its connection ended.");
    }
    return {};
}

StateKind fateKind(EventAction fate)
{
    switch (fate) {
    case EventAction::Matched:
        return StateKind::Running;
    case EventAction::Evicted:
        return StateKind::Attention;
    default:
        return StateKind::Disabled;
    }
}

QByteArray expectationKey(const EventRecord &event)
{
    QByteArray key;
    const auto add = [&key](const auto &value) {
        key.append(reinterpret_cast<const char *>(&value), sizeof value);
    };
    add(event.expectation.id);
    add(event.l3);
    add(event.l4);
    add(event.source);
    add(event.destination);
    add(event.sourcePort);
    add(event.destinationPort);
    return key;
}

} // namespace Trackhand
