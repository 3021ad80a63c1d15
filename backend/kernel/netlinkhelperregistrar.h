// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/helperregistrar.h"
#include "backend/kernel/netlinksocket.h"

namespace Trackhand {

/// The kernel's own registrar, over netlink. One thread at a time.
class NetlinkHelperRegistrar : public HelperRegistrar {
public:
    Result<std::vector<KernelHelper>> list() override;
    Status create(const KernelHelper &helper) override;
    Status update(const KernelHelper &helper) override;
    Status setEnabled(const std::string &name, L3Protocol l3, L4Protocol l4, bool enabled) override;
    Status remove(const std::string &name, L3Protocol l3, L4Protocol l4) override;

private:
    Result<KernelHelper> find(const std::string &name, L3Protocol l3, L4Protocol l4);
    Error explainCreate(const KernelHelper &helper, const NetlinkReply &reply);

    NetlinkSocket m_socket;
};

} // namespace Trackhand
