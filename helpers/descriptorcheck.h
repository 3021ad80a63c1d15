// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "wire/base/result.h"

#include <string_view>

namespace Trackhand {

/// What a helper that is not built in may say of itself, a script as well as a module.
namespace DescriptorLimit {
constexpr std::size_t Name = 15; ///< characters; what the kernel keeps of helpers and classes
constexpr std::size_t OptionName = 30; ///< characters
constexpr std::size_t Line = 200; ///< bytes of a text for people
constexpr std::size_t Classes = 4;
constexpr std::size_t Ports = 64;
constexpr std::size_t Options = 64;
constexpr std::uint32_t Expectations = 255; ///< of a class at a time
constexpr std::int64_t TimeoutSeconds = 86400;
constexpr std::uint8_t PrivateData = 32; ///< bytes
} // namespace DescriptorLimit

/// Small letters, digits and the characters of @p further, a letter first.
bool isPlainName(std::string_view text, std::string_view further);

/// The name of a helper that is not built in: a plain name with '-', 15 characters at most.
bool isHelperName(std::string_view text);

/// InvalidArgument, one line that names the member, for a descriptor out of bounds.
Status checkDescriptor(const HelperDescriptor &descriptor);

} // namespace Trackhand
