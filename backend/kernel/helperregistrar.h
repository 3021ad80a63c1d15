// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/settings/helpersettings.h"
#include "wire/base/result.h"

#include <vector>

namespace Trackhand {

/// One user-space helper as the kernel has it: a name with one layer 3 and one layer 4 protocol (NFCTH_ attributes,
/// uapi nfnetlink_cthelper.h). A HelperSettings with two families and two transports is four of these.
struct KernelHelper {
    std::string name;
    L3Protocol l3 = L3Protocol::Ipv4;
    L4Protocol l4 = L4Protocol::Tcp;
    std::uint16_t queue = 0;
    std::vector<ExpectationPolicy> policies;
    std::uint32_t privateLength = 0;
    bool enabled = false;

    bool operator==(const KernelHelper &) const = default;
};

/// The seam to nfnetlink_cthelper. Helpers are global to the kernel, not to a network namespace, and the kernel tells
/// nobody when somebody else changes them: list() is polled.
class HelperRegistrar {
public:
    virtual ~HelperRegistrar() = default;

    /// All user-space helpers, whoever registered them.
    virtual Result<std::vector<KernelHelper>> list() = 0;

    /// Registers a helper, always disabled whatever @p helper.enabled says: an enabled helper without a listener leaves
    /// flows unconfirmed. Errors: HelperExists, KernelHelperLoaded (EBUSY, or EEXIST before August 2025),
    /// UnsupportedByKernel, InvalidArgument.
    virtual Status create(const KernelHelper &helper) = 0;

    /// Changes queue, policies' limits and status of an existing one in one message. Errors: NoSuchHelper, HelperInUse
    /// (the number or names of policies, or the private length, cannot change).
    virtual Status update(const KernelHelper &helper) = 0;

    virtual Status setEnabled(const std::string &name, L3Protocol l3, L4Protocol l4, bool enabled) = 0;

    /// Errors: NoSuchHelper; HelperInUse while a rule refers to it (Linux up to 7.1).
    virtual Status remove(const std::string &name, L3Protocol l3, L4Protocol l4) = 0;
};

} // namespace Trackhand
