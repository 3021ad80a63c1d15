// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

/// What a script shall do with a capture, and whether it did. Events are those of `replay --json`.
namespace Trackhand {

/// The events in a file: a JSON array of objects, or one object a line, as `script run --json` prints them; the summary
/// is left out. Failed, naming file and place, when it is neither.
Result<QList<QJsonObject>> readExpectedEvents(const QString &file);

/// What is not as expected, a line each. Every expected event has to come, in this order, with at least the members
/// given. Packets need not be named, but for those that were dropped or rewritten; expectations that are new have to
/// be: whatever opens the firewall is to be known.
QStringList differences(const QList<QJsonObject> &expected, const QList<QJsonObject> &actual);

} // namespace Trackhand
