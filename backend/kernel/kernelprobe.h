// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace Trackhand {

/// What this kernel can do for user-space helpers, found out by asking it (which loads its modules). Needs
/// CAP_NET_ADMIN.
struct KernelCapabilities {
    std::string release; ///< uname -r
    bool conntrack = false; ///< nf_conntrack_netlink answers
    bool helpers = false; ///< nfnetlink_cthelper answers
    bool queues = false; ///< nfnetlink_queue binds a queue
    bool glue = false; ///< a queue's packets carry their conntrack (NETFILTER_NETLINK_GLUE_CT)

    bool complete() const { return conntrack && helpers && queues && glue; }
    /// The first thing that is missing and what to do about it, one line; "" when complete.
    std::string problem;
};

/// Takes some milliseconds. Binds a free queue of the highest numbers for a moment, in this network namespace.
KernelCapabilities probeKernel();

} // namespace Trackhand
