// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/helpersettings.h"
#include "backend/settings/rulesettings.h"
#include "wire/base/result.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace Trackhand {

/// trackhand.toml: what holds for the whole backend.
struct GeneralSettings {
    std::string helperUser = "trackhand-helper"; ///< system user that helper processes run as
    std::chrono::milliseconds hangLimit {2000}; ///< a helper process silent for longer is restarted; 100 ms - 60 s
};

/// One file of helpers.d. Without a helper of ours it holds the rules of somebody else's helper (the kernel's, say).
struct SavedHelper {
    std::string name;
    std::optional<HelperSettings> helper;
    std::vector<RuleSettings> rules;

    bool operator==(const SavedHelper &) const = default;
};

/// The directory /etc/trackhand: trackhand.toml and helpers.d/NAME.toml.
class SettingsStore {
public:
    explicit SettingsStore(std::string directory = "/etc/trackhand");

    struct Loaded {
        GeneralSettings general;
        std::vector<SavedHelper> helpers; ///< by name
        std::vector<std::string> problems; ///< "helpers.d/ftp.toml:3: ..."; such a file is skipped and left as it is
    };
    /// A directory that does not exist is empty.
    Loaded load() const;

    /// Writes helpers.d/NAME.toml whole or not at all; removes it when there is neither helper nor rule.
    Status save(const SavedHelper &saved) const;
    Status remove(const std::string &name) const;

private:
    std::string m_directory;
};

/// Many helpers in one text, for export and apply.
std::string toToml(const std::vector<SavedHelper> &helpers);
/// Error: InvalidArgument with the line. Every value is validated.
Result<std::vector<SavedHelper>> fromToml(const std::string &text);

} // namespace Trackhand
