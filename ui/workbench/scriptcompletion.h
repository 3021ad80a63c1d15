// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

/// What may be written at a place of a script, and what is said of it: from helpers/script/api.h, and from nothing
/// else.
namespace Trackhand {

struct ScriptOffers {
    int typed = 0; ///< characters of the word before the cursor, which an offer takes the place of
    QStringList names; ///< sorted, each once
};

/// @p before is the text of the line as far as the cursor.
ScriptOffers scriptOffers(const QString &before);

/// What to say of the call, or the field, that is being written at the end of @p before; "" when nothing is known.
QString scriptHint(const QString &before);

} // namespace Trackhand
