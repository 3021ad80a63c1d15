// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/kernelprobe.h"

#include "backend/kernel/conntrackmessages.h"
#include "backend/kernel/netlinkhelperregistrar.h"
#include "backend/kernel/netlinksocket.h"

#include <arpa/inet.h>
#include <cerrno>
#include <libmnl/libmnl.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <sys/socket.h>
#include <sys/utsname.h>

namespace Trackhand {

namespace {

constexpr std::uint16_t HighestQueue = 65535;
constexpr int QueueAttempts = 16; // another process may own some
constexpr int GlueAttempts = 5; // EAGAIN: the kernel was loading the module and wants to be asked again

const char *const Remedy = "; Debian's linux-image-amd64 has it, and `lab/up` of a checkout boots such a kernel";

NetlinkRequest queueCommand(std::uint16_t queue, std::uint8_t command)
{
    NetlinkRequest request(NFNL_SUBSYS_QUEUE, NFQNL_MSG_CONFIG, 0, AF_UNSPEC, queue);
    const nfqnl_msg_config_cmd config {command, 0, 0};
    mnl_attr_put(request.header(), NFQA_CFG_CMD, sizeof config, &config);
    return request;
}

NetlinkRequest conntrackFlag(std::uint16_t queue)
{
    NetlinkRequest request(NFNL_SUBSYS_QUEUE, NFQNL_MSG_CONFIG, 0, AF_UNSPEC, queue);
    mnl_attr_put_u32(request.header(), NFQA_CFG_FLAGS, htonl(NFQA_CFG_F_CONNTRACK));
    mnl_attr_put_u32(request.header(), NFQA_CFG_MASK, htonl(NFQA_CFG_F_CONNTRACK));
    return request;
}

bool setConntrackFlag(NetlinkSocket &socket, std::uint16_t queue)
{
    for (int attempt = 0; attempt < GlueAttempts; ++attempt) {
        auto request = conntrackFlag(queue);
        const auto reply = socket.exchange(request);
        if (reply.error != EAGAIN) {
            return reply.ok();
        }
    }
    return false;
}

// Returns the errno that stood in the way, 0 when a queue could be bound.
int probeQueues(KernelCapabilities &capabilities)
{
    NetlinkSocket socket;
    int error = 0;
    for (int attempt = 0; attempt < QueueAttempts; ++attempt) {
        const auto queue = static_cast<std::uint16_t>(HighestQueue - attempt);
        auto bind = queueCommand(queue, NFQNL_CFG_CMD_BIND);
        error = socket.exchange(bind).error;
        if (error == 0) {
            capabilities.queues = true;
            capabilities.glue = setConntrackFlag(socket, queue);
            auto unbind = queueCommand(queue, NFQNL_CFG_CMD_UNBIND);
            (void)socket.exchange(unbind); // closing the socket frees the queue as well
            return 0;
        }
        if (error != EPERM && error != EBUSY) { // EPERM: somebody else's queue
            return error;
        }
    }
    return error;
}

std::string firstProblem(const KernelCapabilities &capabilities, int queueError, const Error *helperError)
{
    const std::string kernel = "kernel " + capabilities.release;
    if (queueError == EPERM || (helperError && helperError->code == ErrorCode::NotAuthorized)) {
        return "asking the kernel is not permitted; trackhandd needs CAP_NET_ADMIN outside of any user namespace";
    }
    if (!capabilities.conntrack) {
        return kernel + " lacks nf_conntrack_netlink (CONFIG_NF_CT_NETLINK)" + Remedy;
    }
    if (!capabilities.helpers) {
        return helperError->code == ErrorCode::UnsupportedByKernel
            ? kernel + " cannot register user-space helpers: it lacks nfnetlink_cthelper (CONFIG_NF_CT_NETLINK_HELPER)"
                + Remedy
            : helperError->text;
    }
    if (!capabilities.queues) {
        return kernel + " lacks nfnetlink_queue (CONFIG_NETFILTER_NETLINK_QUEUE)" + Remedy;
    }
    if (!capabilities.glue) {
        return kernel + " does not put the conntrack into queued packets (CONFIG_NETFILTER_NETLINK_GLUE_CT)" + Remedy;
    }
    return {};
}

} // namespace

KernelCapabilities probeKernel()
{
    KernelCapabilities capabilities;
    utsname name {};
    ::uname(&name);
    capabilities.release = name.release;

    NetlinkSocket socket;
    auto request = ConntrackMessages::dumpExpectations();
    const auto conntrack = socket.exchange(request);
    capabilities.conntrack = conntrack.ok() || conntrack.error == EINTR;

    NetlinkHelperRegistrar registrar;
    const auto helpers = registrar.list();
    capabilities.helpers = helpers.ok();

    const int queueError = probeQueues(capabilities);
    capabilities.problem = firstProblem(capabilities, queueError, helpers ? nullptr : &helpers.error());
    return capabilities;
}

} // namespace Trackhand
