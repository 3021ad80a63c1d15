// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace Trackhand {

struct HelperDescriptor;

/// The built-in protocols as JSON, one object a line, for trackhandd, which runs no protocol code of its own:
/// {"name","summary","advice","l3":[],"l4":[],"ports":[],"classes":[{"name","max","timeout"}],"private_length",
/// "options":[{"name","kind","default","text"}]}.
std::string protocolList();

/// One such line: of a script that is no part of the list.
std::string protocolLine(const HelperDescriptor &protocol);

} // namespace Trackhand
