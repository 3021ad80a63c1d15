// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <QString>

/// Addresses as people write them.
namespace Trackhand {

/// "10.0.1.2", "fd00:1::2"; "any" for none.
QString addressText(const IpAddress &address);

/// "10.0.1.2:40000", "[fd00:1::2]:21", "10.0.1.2" when the port is 0, "any" for no address.
QString endpointText(const IpAddress &address, std::uint16_t port);

} // namespace Trackhand
