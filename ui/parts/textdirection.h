// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Trackhand {

/// For labels whose text may begin with a name, an address or "p99": in an interface that runs from right to left such
/// a text would begin at the left, because the first letter decides. What this returns begins where the interface does,
/// and so does each line of it.
QString inReadingDirection(const QString &text);

/// Whether any letter of @p text belongs to a script that runs from right to left.
bool hasRightToLeft(const QString &text);

/// For addresses or code after a word: what follows the last letter that runs from right to left keeps its own order, whichever
/// way the whole runs. Without such a letter @p text as it is.
QString withCodeInItsOrder(const QString &text);

} // namespace Trackhand
