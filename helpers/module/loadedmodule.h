// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/helper.h"
#include "wire/base/fd.h"
#include "wire/base/result.h"

#include <memory>
#include <string>

namespace Trackhand {

struct HelperModule;

/// The code of a module in this process, where it stays: nothing is ever unloaded.
class LoadedModule {
public:
    /// Loads the shared object that is open as @p file, which runs its constructors and nothing else of it, and looks
    /// whether it was built for this version. @p fileName is what its errors call it; @p name, unless it is empty, what
    /// its helper has to be called. InvalidArgument.
    static Result<LoadedModule> load(const Fd &file, std::string fileName, std::string name = {});

    /// What the module says that it is; runs its code. InvalidArgument when that is out of bounds, a built-in
    /// protocol's name, or not the one that it has to be.
    Result<const HelperDescriptor *> describe() const;

    /// The same, and then a helper of it. InvalidArgument also for options that do not fit.
    Result<std::unique_ptr<Helper>> create(const HelperOptions &options) const;

private:
    LoadedModule(std::string fileName, std::string name, const HelperModule &module);

    std::string m_fileName;
    std::string m_name;
    const HelperModule *m_module;
};

} // namespace Trackhand
