// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/problem.h"

#include <charconv>

namespace Trackhand::Script {

Problem readProblem(std::string_view name, std::string_view message)
{
    const std::size_t place = message.find(name);
    if (name.empty() || place == std::string_view::npos) {
        return {0, message};
    }
    std::string_view rest = message.substr(place + name.size());
    if (!rest.starts_with(':')) {
        return {0, message};
    }
    rest.remove_prefix(1);
    Problem problem;
    const auto number = std::from_chars(rest.data(), rest.data() + rest.size(), problem.line);
    if (number.ec == std::errc() && number.ptr != rest.data() + rest.size() && *number.ptr == ':' && problem.line > 0) {
        rest.remove_prefix(static_cast<std::size_t>(number.ptr - rest.data()) + 1);
    } else {
        problem.line = 0;
    }
    rest.remove_prefix(rest.starts_with(' ') ? 1 : 0);
    problem.text = rest;
    return problem;
}

} // namespace Trackhand::Script
