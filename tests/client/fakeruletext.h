// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

namespace Trackhand {

/// The table as nft would list it, as far as this needs it: a line for each hook of a rule, known by its comment.
QString playedTable(const QList<RuleInfo> &rules);

} // namespace Trackhand
