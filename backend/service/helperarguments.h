// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/supervisor/helpermanager.h"

#include <QVariant>

/// What callers say about helpers, checked before anything else sees it: typed, known keys only, bounded.
namespace Trackhand {

constexpr std::uint32_t MaxQueueLength = 1024 * 1024; ///< packets
constexpr std::uint32_t MaxPolicyTimeout = 7 * 24 * 60 * 60; ///< seconds
constexpr std::size_t MaxHelperOptions = 32;
constexpr std::size_t MaxOptionKeyLength = 64; ///< bytes
constexpr std::size_t MaxOptionValueLength = 256; ///< bytes

/// A helper's name is also a file name, a word in an nftables rule and 15 bytes in the kernel.
Result<std::string> helperName(const QString &name);

/// The settings of Helpers.Add and Helper.Set (a{sv}).
Result<HelperRequest> helperRequest(const QVariant &settings);

} // namespace Trackhand
