// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/kernel/helperregistrar.h"
#include "backend/kernel/netlinksocket.h"

#include <optional>

/// The messages of nfnetlink_cthelper (uapi nfnetlink_cthelper.h; integers big endian), built and read. No socket here.
namespace Trackhand::HelperMessages {

/// Everything the kernel wants at creation, status disabled. NLM_F_CREATE | NLM_F_EXCL.
NetlinkRequest create(const KernelHelper &helper);

/// Queue, policies and status. Without the private length, on purpose: the kernel takes any NEW for a creation when
/// nothing matches, and refuses it for want of that attribute.
NetlinkRequest update(const KernelHelper &helper);

/// Name, tuple and status alone.
NetlinkRequest setEnabled(const std::string &name, L3Protocol l3, L4Protocol l4, bool enabled);

NetlinkRequest get(const std::string &name, L3Protocol l3, L4Protocol l4);
NetlinkRequest dump();
NetlinkRequest remove(const std::string &name, L3Protocol l3, L4Protocol l4);

/// A helper as a GET answers it. Nothing when the message is not a whole one.
std::optional<KernelHelper> parse(const nlmsghdr *message);

} // namespace Trackhand::HelperMessages
