// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/module/loadedmodule.h"
#include "wire/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace Trackhand {

/// The folder of the modules of this machine, NAME.so each. Only root may have written there: folder and file must be
/// root's and nobody else's to write, which is looked at through the descriptors that are then used.
class ModuleDirectory {
public:
    explicit ModuleDirectory(std::string path);

    /// What is called NAME.so there, sorted, whoever wrote it and whatever it is. None when there is no such folder.
    Result<std::vector<std::string>> names() const;

    /// The module @p name, loaded. NoSuchHelper when there is none; Failed when somebody else than root could have
    /// written it; InvalidArgument when it cannot be called so, and as LoadedModule::load().
    Result<LoadedModule> load(std::string_view name) const;

private:
    Result<Fd> open() const;
    Result<Fd> openFile(const std::string &fileName) const;

    std::string m_path;
};

} // namespace Trackhand
