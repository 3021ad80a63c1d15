// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <QString>

namespace Trackhand {

/// The text of an EventFilter for the packets of one connection, both ways. Where addresses are translated, packets are
/// seen with those of @p original in one direction and of @p reply in the other; otherwise @p reply adds nothing.
QString connectionFilter(const Tuple &original, const Tuple &reply = {});

} // namespace Trackhand
