// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/settingsdocument.h"
#include "wire/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace Trackhand {

/// The settings on disk: trackhand.toml, and helpers.d/NAME.toml, a helper with its rules a file. One thread at a time.
class SettingsStore {
public:
    static constexpr const char *DefaultDirectory = "/etc/trackhand";

    explicit SettingsStore(std::string directory = DefaultDirectory);

    struct Contents {
        GeneralSettings general;
        std::vector<HelperDocument> helpers; ///< by name
        /// A file that cannot be read or is wrong is left out here and left alone on disk: "FILE:LINE: what".
        std::vector<Error> problems;
    };
    /// Everything there is. A directory that does not exist is an empty one. A rule id that is used twice becomes 0 in
    /// the second place, with a problem that says so.
    Contents load() const;

    /// Writes helpers.d/NAME.toml whole or not at all (mode 0644), making the directories first.
    Status save(const HelperDocument &document);

    /// No such file is no error.
    Status remove(std::string_view name);

    const std::string &directory() const { return m_directory; }

private:
    std::string helperDirectory() const { return m_directory + "/helpers.d"; }
    std::string helperFile(std::string_view name) const;

    std::string m_directory;
};

} // namespace Trackhand
