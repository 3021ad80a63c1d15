// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/script/scripthelper.h"
#include "wire/base/result.h"

#include <string>

namespace Trackhand {

/// The text of a script from a descriptor that the starter has left open, which is then closed. Reads no more of it
/// than a script may have, and one byte. @p name is what errors of the script shall begin with.
Result<ScriptSource> readScript(int descriptor, const std::string &name);

/// The helper of that script, whatever it calls itself: a script may run in several helpers. InvalidArgument, one line.
Result<std::unique_ptr<Helper>> createFrom(const ScriptSource &source, const HelperOptions &options);

} // namespace Trackhand
