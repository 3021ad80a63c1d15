// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QString>
#include <QStringList>

namespace Trackhand {

/// The worked examples, which the program has within it: a script each, and a capture to run it over.
namespace Examples {

QStringList names(); ///< "ftp" and so on
QString scriptOf(const QString &name); ///< its text
/// The capture as a file in the person's cache, written when it is not there yet. An error when it cannot be.
Result<QString> captureOf(const QString &name);

/// The text of a new script whose helper is called @p name.
QString newScript(const QString &name);

} // namespace Examples
} // namespace Trackhand
