// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/conntrackwatch.h"
#include "backend/kernel/helperregistrar.h"
#include "backend/supervisor/helpermanager.h"

namespace Trackhand {

/// Everything that "why is it not working?" looks at, read at one moment.
struct DiagnosisFacts {
    Result<std::vector<KernelHelper>> registered;
    std::string kernelModule; ///< a loaded kernel helper of the same name, or ""
    HelperStatus helper;
    std::vector<RuleStatus> rules; ///< this helper's
    std::vector<EventRecord> flows; ///< all helped or expected flows of this namespace
    ConntrackWatch::Counts expectations;
};

/// The links of the chain in order, up to and with the first broken one.
std::vector<DiagnosisLink> diagnoseHelper(const DiagnosisFacts &facts);

/// "nf_conntrack_NAME" when that module is loaded, else "". @p modules is the text of /proc/modules.
std::string loadedKernelHelper(const std::string &name, const std::string &modules);

} // namespace Trackhand
