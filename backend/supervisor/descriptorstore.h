// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"

#include <cstdint>
#include <map>

namespace Trackhand {

/// Queue sockets in the keeping of systemd (FileDescriptorStoreMax=): while somebody holds a queue's socket, the kernel
/// keeps its packets, whatever becomes of this process. Does nothing where no service manager listens.
class DescriptorStore {
public:
    /// Takes back what a dead predecessor had given away. Once, before any other thread and any child.
    DescriptorStore();
    /// These are taken back.
    explicit DescriptorStore(std::map<std::uint16_t, Fd> inherited);

    /// The predecessor's socket of that queue, or an empty one.
    Fd take(std::uint16_t queue);

    void keep(std::uint16_t queue, int socket);
    void forget(std::uint16_t queue);

private:
    std::map<std::uint16_t, Fd> m_inherited;
};

} // namespace Trackhand
