// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/net/address.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace Trackhand {

/// One expectation class of a helper (NFCTH_POLICY_SET).
struct ExpectationPolicy {
    std::string name; ///< at most 15 bytes
    std::uint32_t maxExpected = 1; ///< per connection, 1-255; 0 would mean "unlimited" to Linux 6.12, so it is refused
    std::uint32_t timeoutSeconds = 300; ///< at least 1

    bool operator==(const ExpectationPolicy &) const = default;
};

constexpr std::size_t MaxHelperNameLength = 15; // NF_CT_HELPER_NAME_LEN less the NUL
constexpr std::size_t MaxExpectationPolicies = 4; // NF_CT_MAX_EXPECT_CLASSES
constexpr std::uint32_t MaxExpectedPerClass = 255; // NF_CT_EXPECT_MAX_CNT
constexpr std::uint32_t MaxPrivateLength = 32; // sizeof nf_conn_help.data
constexpr std::uint32_t DefaultQueueLength = 10240; ///< packets; the kernel's own default is 1024

/// A helper as its owner wants it: what D-Bus, the command line and helpers.d say. Complete: defaults are filled in.
struct HelperSettings {
    std::string name;
    std::vector<L3Protocol> l3;
    std::vector<L4Protocol> l4;
    std::uint16_t queue = 0;
    std::uint32_t queueLength = DefaultQueueLength;
    std::vector<ExpectationPolicy> policies;
    std::uint32_t privateLength = 0;
    std::map<std::string, std::string> options;
    std::string script;
    bool enabled = false;

    bool operator==(const HelperSettings &) const = default;
};

} // namespace Trackhand
