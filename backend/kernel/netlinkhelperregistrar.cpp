// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/netlinkhelperregistrar.h"

#include "backend/kernel/helpermessages.h"
#include "backend/settings/validation.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>

namespace Trackhand {

namespace {

constexpr int DumpAttempts = 5;

// nftables lets go of a deleted ct helper object after an RCU grace period (Linux 6.1: tens of milliseconds), and until
// then the kernel calls the helper busy.
constexpr int BusyAttempts = 15;
constexpr std::chrono::milliseconds BusyPause {20};

std::string nameOf(const std::string &name, L3Protocol l3, L4Protocol l4)
{
    return "helper " + name + " (" + std::string(toString(l3)) + ", " + std::string(toString(l4)) + ")";
}

std::string nameOf(const KernelHelper &helper)
{
    return nameOf(helper.name, helper.l3, helper.l4);
}

Error unsupported()
{
    return {ErrorCode::UnsupportedByKernel,
        "this kernel cannot register user-space helpers (no nfnetlink_cthelper); it needs CONFIG_NF_CT_NETLINK_HELPER, "
        "which Debian's linux-image-amd64 has"};
}

Error noSuchHelper(const std::string &which)
{
    return {ErrorCode::NoSuchHelper, which + " is not registered with the kernel; see: trackhandctl helper list"};
}

Error explain(const std::string &deed, const NetlinkReply &reply)
{
    switch (reply.error) {
    case EPERM:
        return {
            ErrorCode::NotAuthorized, deed + " is not permitted; it needs CAP_NET_ADMIN outside of any user namespace"};
    case EOPNOTSUPP:
    case EPROTONOSUPPORT:
    case EAFNOSUPPORT:
        return unsupported();
    case ETIMEDOUT:
        return {ErrorCode::Failed, deed + " failed: the kernel did not answer within 5 s; try again"};
    default:
        return {ErrorCode::Failed, deed + " failed: " + reply.text()};
    }
}

Status validateKernelHelper(const KernelHelper &helper)
{
    HelperSettings settings;
    settings.name = helper.name;
    settings.l3 = {helper.l3};
    settings.l4 = {helper.l4};
    settings.queue = helper.queue;
    settings.policies = helper.policies;
    settings.privateLength = helper.privateLength;
    return validate(settings);
}

bool samePolicyNames(const KernelHelper &a, const KernelHelper &b)
{
    return std::equal(a.policies.begin(), a.policies.end(), b.policies.begin(), b.policies.end(),
        [](const auto &x, const auto &y) { return x.name == y.name; });
}

} // namespace

Result<std::vector<KernelHelper>> NetlinkHelperRegistrar::list()
{
    NetlinkReply reply;
    for (int attempt = 0; attempt < DumpAttempts; ++attempt) {
        std::vector<KernelHelper> helpers;
        auto request = HelperMessages::dump();
        reply = m_socket.exchange(request, [&helpers](const nlmsghdr *message) {
            if (auto helper = HelperMessages::parse(message)) {
                helpers.push_back(std::move(*helper));
            }
        });
        if (reply.ok()) {
            return helpers;
        }
        if (reply.error != EINTR) {
            break;
        }
    }
    // nfnetlink answers EINVAL to a subsystem that is neither there nor loadable.
    return reply.error == EINVAL ? unsupported() : explain("listing the helpers", reply);
}

Result<KernelHelper> NetlinkHelperRegistrar::find(const std::string &name, L3Protocol l3, L4Protocol l4)
{
    std::optional<KernelHelper> found;
    auto request = HelperMessages::get(name, l3, l4);
    const auto reply =
        m_socket.exchange(request, [&found](const nlmsghdr *message) { found = HelperMessages::parse(message); });
    if (reply.ok() && found) {
        return *found;
    }
    if (reply.error == EINVAL) {
        return unsupported();
    }
    return reply.ok() || reply.error == ENOENT ? noSuchHelper(nameOf(name, l3, l4))
                                               : explain("reading " + nameOf(name, l3, l4), reply);
}

Status NetlinkHelperRegistrar::create(const KernelHelper &helper)
{
    if (auto valid = validateKernelHelper(helper); !valid) {
        return valid;
    }
    auto request = HelperMessages::create(helper);
    const auto reply = m_socket.exchange(request);
    return reply.ok() ? Status(Done {}) : Status(explainCreate(helper, reply));
}

Error NetlinkHelperRegistrar::explainCreate(const KernelHelper &helper, const NetlinkReply &reply)
{
    const auto which = nameOf(helper);
    switch (reply.error) {
    case EEXIST: // NLM_F_EXCL and one of ours, or before August 2025 a kernel helper of that name
        if (find(helper.name, helper.l3, helper.l4)) {
            return {ErrorCode::HelperExists, which + " is registered already; change or delete that one"};
        }
        [[fallthrough]];
    case EBUSY:
        return {ErrorCode::KernelHelperLoaded,
            which + " clashes with the kernel's own helper of that name; unload it: modprobe -r nf_nat_" + helper.name
                + " nf_conntrack_" + helper.name};
    case EINVAL:
        if (auto helpers = list(); !helpers && helpers.error().code == ErrorCode::UnsupportedByKernel) {
            return helpers.error();
        }
        return {ErrorCode::InvalidArgument, "the kernel refuses " + which + " as invalid: " + reply.text()};
    default:
        return explain("registering " + which, reply);
    }
}

Status NetlinkHelperRegistrar::update(const KernelHelper &helper)
{
    if (auto valid = validateKernelHelper(helper); !valid) {
        return valid;
    }
    const auto present = find(helper.name, helper.l3, helper.l4);
    if (!present) {
        return present.error();
    }
    if (present->privateLength != helper.privateLength || !samePolicyNames(*present, helper)) {
        return Error {ErrorCode::HelperInUse,
            "the kernel cannot change the number or names of policies or the private length of " + nameOf(helper)
                + "; delete it and add it again"};
    }
    auto request = HelperMessages::update(helper);
    const auto reply = m_socket.exchange(request);
    if (reply.error == EBUSY) {
        return Error {ErrorCode::HelperInUse,
            "the kernel refuses this change of " + nameOf(helper) + "; delete it and add it again"};
    }
    return reply.ok() ? Status(Done {}) : Status(explain("changing " + nameOf(helper), reply));
}

Status NetlinkHelperRegistrar::setEnabled(const std::string &name, L3Protocol l3, L4Protocol l4, bool enabled)
{
    auto request = HelperMessages::setEnabled(name, l3, l4, enabled);
    const auto reply = m_socket.exchange(request);
    if (reply.error
        == EINVAL) { // taken for a creation that lacks its policy: nothing matched, or nothing is there at all
        const auto present = find(name, l3, l4);
        return present ? Status(explain("enabling " + nameOf(name, l3, l4), reply)) : Status(present.error());
    }
    return reply.ok() ? Status(Done {})
                      : Status(explain((enabled ? "enabling " : "disabling ") + nameOf(name, l3, l4), reply));
}

Status NetlinkHelperRegistrar::remove(const std::string &name, L3Protocol l3, L4Protocol l4)
{
    // Asked first: with no user-space helper at all the kernel answers any removal with success (Linux 6.12).
    if (const auto present = find(name, l3, l4); !present) {
        return present.error();
    }
    auto request = HelperMessages::remove(name, l3, l4);
    auto reply = m_socket.exchange(request);
    for (int attempt = 1; reply.error == EBUSY && attempt < BusyAttempts; ++attempt) {
        std::this_thread::sleep_for(BusyPause);
        reply = m_socket.exchange(request);
    }
    switch (reply.error) {
    case 0:
        return Done {};
    case ENOENT:
        return noSuchHelper(nameOf(name, l3, l4));
    case EBUSY:
        return Error {ErrorCode::HelperInUse,
            nameOf(name, l3, l4)
                + " is named by a firewall rule; remove that rule first (nft list ruleset, iptables-save)"};
    default:
        return explain("removing " + nameOf(name, l3, l4), reply);
    }
}

} // namespace Trackhand
