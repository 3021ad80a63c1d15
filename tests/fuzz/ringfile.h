// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"

#include <cstdint>
#include <fcntl.h>
#include <span>
#include <sys/mman.h>
#include <unistd.h>

namespace Fuzz {

/// A sealed memfd with these bytes at its front: a ring as a stranger might hand it over. Not valid when even that
/// fails.
inline Trackhand::Fd ringFile(std::span<const std::uint8_t> bytes, std::size_t size)
{
    Trackhand::Fd fd(::memfd_create("stranger", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    const bool made = ::write(fd.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size())
        && ::ftruncate(fd.get(), static_cast<off_t>(size)) == 0
        && ::fcntl(fd.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW) == 0;
    return made ? std::move(fd) : Trackhand::Fd();
}

} // namespace Fuzz
