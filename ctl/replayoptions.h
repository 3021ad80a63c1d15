// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helperoptions.h"
#include "helpers/module/loadedmodule.h"
#include "helpers/replay/attachedhelper.h"
#include "helpers/script/scripthelper.h"
#include "wire/base/result.h"

#include <QStringList>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Trackhand {

class Arguments;

/// One helper of a replay, as the command line has it.
struct ReplayHelper {
    std::string name;
    std::vector<ReplayPorts> ports = {}; ///< empty: its own
    HelperOptions options = {};
    std::vector<OptionSpec> specs = {}; ///< of the options that it has
    std::optional<ScriptSource> script = {}; ///< in place of a built-in protocol
    std::optional<LoadedModule> module = {}; ///< the same

    Result<std::unique_ptr<Helper>> create() const;
};

/// What --helper, --module, --dport and --option of `replay` say together, with the files @p scripts, which come first.
/// With several helpers ports are given as NAME:PORTS, and so are options that several of them have. NoSuchHelper for a
/// name that is none, Failed for a script or a module that cannot be used; else InvalidArgument.
Result<std::vector<ReplayHelper>> replayHelpersFrom(const Arguments &arguments, const QStringList &scripts);

} // namespace Trackhand
