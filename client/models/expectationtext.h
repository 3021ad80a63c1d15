// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/helpertext.h"
#include "wire/ring/event.h"

#include <QByteArray>
#include <QString>

/// What became of an expectation.
namespace Trackhand {

/// Nothing more can come of an expectation after this; but a permanent one goes on after its match.
bool isEnd(EventAction action);
bool endsExpectation(const EventRecord &event);

QString fateText(EventAction fate); ///< "waiting", "matched", "expired", "evicted", "removed"
QString fateToolTip(EventAction fate);
StateKind fateKind(EventAction fate); ///< the shape before the word

/// Tells the expectations that exist at one time apart. The kernel's ids alone do not: they come again.
QByteArray expectationKey(const EventRecord &event);

} // namespace Trackhand
