// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Trackhand {

enum class ExitStatus;

/// The whole program but for main(): reads the command line (without the program's name), runs the command, and gives
/// its exit status. Needs a QCoreApplication.
ExitStatus runProgram(const QStringList &commandLine);

} // namespace Trackhand
