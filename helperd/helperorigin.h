// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helperd/commandline.h"
#include "helpers/module/loadedmodule.h"
#include "helpers/module/moduledirectory.h"
#include "helpers/script/scripthelper.h"
#include "wire/base/result.h"

#include <memory>
#include <string>
#include <variant>

namespace Trackhand {

/// Where a helper comes from: it is built in, a module, or a script.
class HelperOrigin {
public:
    /// Finds what @p line names. A script is read and a module is loaded, which runs the constructors of its globals
    /// and nothing else of it: all that is done for them outside the sandbox.
    static Result<HelperOrigin> find(const CommandLine &line, const ModuleDirectory &modules);

    bool isBuiltIn() const { return std::holds_alternative<std::string>(m_source); }

    // Inside the sandbox, unless it is built in.
    Result<HelperDescriptor> describe() const;
    Result<std::unique_ptr<Helper>> create(const HelperOptions &options) const;

private:
    using Source = std::variant<std::string, LoadedModule, ScriptSource>;
    explicit HelperOrigin(Source source);

    Source m_source;
};

} // namespace Trackhand
