// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"
#include "wire/base/result.h"

#include <cstdint>
#include <string>

namespace Trackhand::Traffic {

/// A socket of type SOCK_DGRAM or SOCK_STREAM whose other end lies at @p address and @p port, made inside the network
/// namespace @p netns (a name of ip-netns(8), or empty for this one). A socket stays in the namespace it was made in.
Result<Fd> openSender(const std::string &netns, int type, const std::string &address, std::uint16_t port);

/// One that is bound to the address and port, and listens when it is a stream.
Result<Fd> openReceiver(const std::string &netns, int type, const std::string &address, std::uint16_t port);

} // namespace Trackhand::Traffic
