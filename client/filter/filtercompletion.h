// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace Trackhand {

/// Values that a field has at present, beside those that the language knows: field -> values.
using FilterValues = QHash<QString, QStringList>;

/// What may stand at one place of a filter.
struct FilterCompletion {
    int position = 0; ///< of the word that a candidate takes the place of
    int length = 0; ///< of that word; 0 between words
    QStringList candidates; ///< that begin like the word before the cursor; empty when it is one of them already
};

/// @p cursor is a position in @p text, 0 to its length. Knows where a field, an operator, a value or "and" is due.
FilterCompletion completeFilter(const QString &text, int cursor, const FilterValues &values = {});

} // namespace Trackhand
