// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"
#include "wire/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace Trackhand {

/// A mapped memfd. The creator maps it writable and seals it, so that its size is fixed and nobody else can ever map it
/// writable (F_SEAL_FUTURE_WRITE, Linux 5.1); a reader maps what it was handed, read-only.
class SharedMemory {
public:
    enum class Sharing { OthersReadOnly, OthersMayWrite };

    SharedMemory() = default;
    SharedMemory(SharedMemory &&other) noexcept;
    SharedMemory &operator=(SharedMemory &&other) noexcept;
    ~SharedMemory();

    /// A new zeroed region of @p size bytes, mapped writable here.
    static Result<SharedMemory> create(const char *name, std::size_t size, Sharing sharing);

    /// Maps a descriptor somebody else created. Read-only regions must carry the seals that fix their size, or a
    /// hostile creator could shrink them under us (SIGBUS); a region without them is refused.
    static Result<SharedMemory> mapReadOnly(Fd fd);
    static Result<SharedMemory> mapWritable(Fd fd);

    std::size_t size() const { return m_size; }
    std::uint8_t *data() { return m_data; }
    const std::uint8_t *data() const { return m_data; }
    int fd() const { return m_fd.get(); }
    bool valid() const { return m_data != nullptr; }

    /// Gives up the descriptor and keeps the mapping: what a sandboxed process does before its last open file goes.
    void closeFd() { m_fd.reset(); }

private:
    SharedMemory(Fd fd, std::uint8_t *data, std::size_t size);
    static Result<SharedMemory> map(Fd fd, int protection);
    void unmap();

    Fd m_fd;
    std::uint8_t *m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace Trackhand
