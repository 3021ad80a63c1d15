// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Trackhand {

/// 5 to 64 bytes of [A-Za-z0-9._-] that end with ".lua" and do not begin with '-' or '.': safe as a file name.
/// InvalidArgument.
Status validateScriptName(std::string_view name);

/// The helper scripts on disk: scripts/NAME.lua, and beside it as NAME.lua.previous what it said before. One thread at a
/// time. It judges no script: whoever installs one has seen that it can run.
class ScriptStore {
public:
    static constexpr std::size_t MaxScriptSize = 256 * 1024; ///< bytes
    static constexpr std::size_t MaxScripts = 256;

    /// @p directory is that of all settings, as of SettingsStore.
    explicit ScriptStore(const std::string &directory);

    struct Entry {
        std::string name;
        std::uint64_t size = 0; ///< bytes
        std::uint64_t changedNs = 0; ///< since the epoch
        bool hasPrevious = false;
    };
    /// By name. A directory that does not exist is an empty one; files with other names are nobody's business here.
    std::vector<Entry> list() const;

    /// InvalidArgument for a name that none can have, NoSuchScript, LimitReached for a file over MaxScriptSize.
    Result<std::string> read(std::string_view name) const;
    Result<std::string> readPrevious(std::string_view name) const;

    /// Puts @p text in the place of what the script says, which becomes the previous version; whole or not at all (mode
    /// 0644). The same text again changes nothing, and leaves the previous version what it is.
    Status install(std::string_view name, const std::string &text);

    /// The script and its previous version change places, at once: a second time undoes the first. NoSuchScript where
    /// there is no previous version.
    Status rollBack(std::string_view name);

    /// Both versions. No such file is no error.
    Status remove(std::string_view name);

    const std::string &directory() const { return m_directory; }

private:
    std::string file(std::string_view name) const { return m_directory + '/' + std::string(name); }
    std::string previousFile(std::string_view name) const { return file(name) + ".previous"; }

    std::string m_directory;
};

} // namespace Trackhand
