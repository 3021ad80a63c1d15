// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/base/sharedmemory.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <utility>

namespace Trackhand {

namespace {

constexpr int SizeSeals = F_SEAL_SHRINK | F_SEAL_GROW;

Error systemError(const char *what)
{
    return {ErrorCode::Failed, std::string(what) + ": " + std::strerror(errno)};
}

} // namespace

SharedMemory::SharedMemory(Fd fd, std::uint8_t *data, std::size_t size)
    : m_fd(std::move(fd))
    , m_data(data)
    , m_size(size)
{
}

SharedMemory::SharedMemory(SharedMemory &&other) noexcept
    : m_fd(std::move(other.m_fd))
    , m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{
}

SharedMemory &SharedMemory::operator=(SharedMemory &&other) noexcept
{
    if (this != &other) {
        unmap();
        m_fd = std::move(other.m_fd);
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SharedMemory::~SharedMemory()
{
    unmap();
}

void SharedMemory::unmap()
{
    if (m_data) {
        ::munmap(m_data, m_size);
        m_data = nullptr;
    }
}

Result<SharedMemory> SharedMemory::create(const char *name, std::size_t size, Sharing sharing)
{
    Fd fd(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!fd.valid() || ::ftruncate(fd.get(), static_cast<off_t>(size)) != 0) {
        return systemError("cannot create shared memory");
    }
    auto mapped = map(std::move(fd), PROT_READ | PROT_WRITE);
    if (!mapped) {
        return mapped;
    }
    // The order matters: our own writable mapping exists before the seal that forbids any further one.
    const int seals = SizeSeals | F_SEAL_SEAL | (sharing == Sharing::OthersReadOnly ? F_SEAL_FUTURE_WRITE : 0);
    if (::fcntl(mapped->fd(), F_ADD_SEALS, seals) != 0) {
        return systemError("cannot seal shared memory");
    }
    return mapped;
}

Result<SharedMemory> SharedMemory::mapReadOnly(Fd fd)
{
    return map(std::move(fd), PROT_READ);
}

Result<SharedMemory> SharedMemory::mapWritable(Fd fd)
{
    return map(std::move(fd), PROT_READ | PROT_WRITE);
}

Result<SharedMemory> SharedMemory::map(Fd fd, int protection)
{
    struct stat status = {};
    if (::fstat(fd.get(), &status) != 0) {
        return systemError("cannot read the size of shared memory");
    }
    const bool foreign = protection == PROT_READ;
    if (foreign && (::fcntl(fd.get(), F_GET_SEALS) & SizeSeals) != SizeSeals) {
        return Error {ErrorCode::InvalidArgument, "shared memory is not sealed against resizing; refusing to map it"};
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    void *address = ::mmap(nullptr, size, protection, MAP_SHARED, fd.get(), 0);
    if (address == MAP_FAILED) {
        return systemError("cannot map shared memory");
    }
    return SharedMemory(std::move(fd), static_cast<std::uint8_t *>(address), size);
}

} // namespace Trackhand
