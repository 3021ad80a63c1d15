// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/helpersettings.h"
#include "backend/settings/rulesettings.h"
#include "wire/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trackhand {

/// What one file of helpers.d says: a helper with its rules, or rules alone for a helper that is not ours (one of the
/// kernel's own, or somebody else's).
struct HelperDocument {
    std::string name;
    std::optional<HelperSettings> helper; ///< nothing: not ours, `register = false`
    std::vector<RuleSettings> rules; ///< a rule without an id of its own has RuleId 0

    bool operator==(const HelperDocument &) const = default;
};

/// What trackhand.toml says.
struct GeneralSettings {
    std::string helperUser = "trackhand-helper"; ///< whose uid the helper processes get
    std::uint32_t hangTimeoutMs = 2000; ///< 100 to 60000: a helper process silent for so long over one packet hangs

    bool operator==(const GeneralSettings &) const = default;
};

/// Reads and writes the TOML of settings. Every value is validated; an unknown key is an error, for it is a misspelt
/// one. Errors begin with "ORIGIN:LINE: ", @p origin being the file's name.
namespace SettingsDocument {

std::string write(const HelperDocument &document);
std::string write(const GeneralSettings &settings);

/// Several, each a [[helper]]: the form of `trackhandctl export` and `apply`.
std::string write(const std::vector<HelperDocument> &documents);

Result<HelperDocument> readHelper(std::string_view toml, const std::string &origin);
Result<GeneralSettings> readGeneral(std::string_view toml, const std::string &origin);

/// All of it or, at the first mistake, none. Takes the form of one file of helpers.d as well.
Result<std::vector<HelperDocument>> readAll(std::string_view toml, const std::string &origin);

} // namespace SettingsDocument
} // namespace Trackhand
