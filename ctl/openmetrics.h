// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"

#include <string>

namespace Trackhand {

/// The helpers' counters in the OpenMetrics text format 1.0, ending with its "# EOF".
std::string openMetrics(const QList<HelperInfo> &helpers);

} // namespace Trackhand
