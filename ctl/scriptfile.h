// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/script/scripthelper.h"
#include "wire/base/result.h"

#include <QString>

namespace Trackhand {

/// The text of a script, named for its file without folders. Failed, naming the file, when it cannot be read.
Result<ScriptSource> readScript(const QString &file);

} // namespace Trackhand
