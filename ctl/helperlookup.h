// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/link/values.h"
#include "wire/base/result.h"

namespace Trackhand {

class Session;

/// The helper of that name as the backend shows it now; NoSuchHelper when there is none.
Result<HelperInfo> lookUpHelper(Session &session, const QString &name);

} // namespace Trackhand
