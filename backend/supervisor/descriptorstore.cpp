// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/supervisor/descriptorstore.h"

#include <charconv>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <systemd/sd-daemon.h>
#include <utility>

namespace Trackhand {

namespace {

constexpr std::string_view NamePrefix = "queue-";

std::string nameOf(std::uint16_t queue)
{
    return std::string(NamePrefix) + std::to_string(queue);
}

bool readQueue(std::string_view name, std::uint16_t &queue)
{
    if (!name.starts_with(NamePrefix)) {
        return false;
    }
    name.remove_prefix(NamePrefix.size());
    const auto read = std::from_chars(name.data(), name.data() + name.size(), queue);
    return read.ec == std::errc() && read.ptr == name.data() + name.size();
}

} // namespace

DescriptorStore::DescriptorStore()
{
    char **names = nullptr;
    const int count = ::sd_listen_fds_with_names(1, &names);
    for (int i = 0; i < count; ++i) {
        Fd fd(SD_LISTEN_FDS_START + i);
        ::fcntl(fd.get(), F_SETFD, FD_CLOEXEC);
        std::uint16_t queue = 0;
        if (readQueue(names[i], queue)) {
            m_inherited[queue] = std::move(fd);
        }
        std::free(names[i]);
    }
    std::free(names);
}

DescriptorStore::DescriptorStore(std::map<std::uint16_t, Fd> inherited)
    : m_inherited(std::move(inherited))
{
}

Fd DescriptorStore::take(std::uint16_t queue)
{
    auto found = m_inherited.extract(queue);
    return found.empty() ? Fd() : std::move(found.mapped());
}

void DescriptorStore::keep(std::uint16_t queue, int socket)
{
    // Without polling: systemd would let go of a socket for an error that it has only reported.
    const std::string state = "FDSTORE=1\nFDPOLL=0\nFDNAME=" + nameOf(queue);
    ::sd_pid_notify_with_fds(0, 0, state.c_str(), &socket, 1);
}

void DescriptorStore::forget(std::uint16_t queue)
{
    const std::string state = "FDSTOREREMOVE=1\nFDNAME=" + nameOf(queue);
    ::sd_notify(0, state.c_str());
}

} // namespace Trackhand
