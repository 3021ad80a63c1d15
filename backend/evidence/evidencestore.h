// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/gate/lastmoments.h"
#include "wire/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Trackhand {

/// The captures of what helper processes had before them when they ended, on disk: ID.pcapng. One thread at a time.
/// It keeps a bounded number of them, and the oldest go.
class EvidenceStore {
public:
    static constexpr const char *DefaultDirectory = "/var/lib/trackhand/evidence";
    static constexpr std::size_t MaxFileSize = 256 * 1024; ///< bytes; what LastMoments can hold fits
    static constexpr std::size_t MaxPerHelper = 8;
    static constexpr std::uint64_t MaxTotalSize = 8 * 1024 * 1024; ///< bytes

    explicit EvidenceStore(std::string directory);

    struct Entry {
        std::string id;
        std::string helper;
        std::uint64_t timeNs = 0; ///< since the epoch
        std::string reason; ///< how the process ended
        std::uint32_t packets = 0;
        std::uint64_t size = 0; ///< bytes of the file
        bool inHand = false; ///< the last packet was the one in hand
    };
    /// Newest first. A directory that does not exist is an empty one; files with other names are nobody's business
    /// here.
    std::vector<Entry> list() const;

    /// Writes the file, whole or not at all (mode 0600), and then removes what is too old. Its id, which is empty when
    /// there are no packets to keep.
    Result<std::string> keep(const std::string &helper, const std::string &reason, const LastMoments &lastMoments);

    /// InvalidArgument for what is no id, Failed for what is not there (any more), LimitReached for a file over
    /// MaxFileSize.
    Result<std::string> read(std::string_view id) const;
    /// InvalidArgument for what is no id, Failed for what is not there.
    Status remove(std::string_view id);

private:
    std::string file(std::string_view id) const;
    Result<std::string> existing(std::string_view id) const;
    std::string freeId(const std::string &helper) const;
    Status makeDirectory() const;
    void removeOld() const;

    const std::string m_directory;
};

} // namespace Trackhand
