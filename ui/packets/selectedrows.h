// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

class QAbstractItemView;

namespace Trackhand {

/// The rows that are selected in a view of whole rows, ascending.
std::vector<int> selectedRows(const QAbstractItemView &view);

/// Selects that row alone, whatever keys are held, and makes it the current one in the same column as before.
void selectOnly(QAbstractItemView &view, int row);

/// Moves selection and current row up by @p rows, with the packets that moved; what left at the top is selected no
/// more.
void moveSelectionUp(QAbstractItemView &view, int rows);

} // namespace Trackhand
