// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace Trackhand::Script {

/// What is wrong with a script, taken apart.
struct Problem {
    int line = 0; ///< from 1; 0 when it is about no line
    std::string_view text; ///< without the place
};

/// Reads a message that has "NAME:LINE: text" somewhere in it, where @p name is the script's. The result's text lies in
/// @p message.
Problem readProblem(std::string_view name, std::string_view message);

} // namespace Trackhand::Script
