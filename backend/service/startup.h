// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"
#include "backend/service/managerinterface.h"

#include <memory>
#include <string>

class QCoreApplication;

/// What main() of trackhandd finds out before it builds anything.
namespace Trackhand {

struct StartupOptions {
    std::string configDirectory;
    std::string evidenceDirectory;
    bool postStop = false; ///< disable every helper of ours in the kernel and end
};

/// Names the application and reads its command line; prints and ends the process for --help, --version and mistakes.
StartupOptions readOptions(QCoreApplication &application);

/// trackhand-helperd: the one beside this program (a build tree), else the installed one.
std::string helperProgram();

/// The watch, started; or, when this kernel does not let it start, one that gives the reason to whoever asks.
std::unique_ptr<ConntrackWatch> startConntrackWatch();

/// Asks the kernel what it can do.
KernelSupport kernelSupport();

} // namespace Trackhand
