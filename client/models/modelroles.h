// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace Trackhand {

/// Roles that the models share beside Qt's own; the delegates in ui/ paint by them.
enum ModelRole {
    StateKindRole = Qt::UserRole, ///< int of StateKind
    SortRole, ///< what to sort by, when that is not the text
    FixedFontRole, ///< true: addresses and code
    EmphasisRole, ///< true: this row wants attention
    DimRole, ///< true: history, no longer live
    RuleHueRole, ///< int of RuleHue: the colour of the rule that the row meets
    FirstModelOwnRole, ///< roles of a single model begin here
};

} // namespace Trackhand
