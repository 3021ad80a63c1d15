// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

namespace Trackhand {

/// Gives up, for good, every capability but the four the backend needs, and the way to get new ones:
/// CAP_NET_ADMIN for netfilter; CAP_SETUID and CAP_SETGID to start helper processes as a user without rights; CAP_KILL
/// to end them. What this process never had it does not get. To be called before any thread is started.
Status dropPrivileges();

} // namespace Trackhand
