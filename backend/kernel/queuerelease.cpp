// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/queuerelease.h"

#include "backend/kernel/netlinksocket.h"

#include <arpa/inet.h>
#include <libmnl/libmnl.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <sys/socket.h>

namespace Trackhand {

void releaseQueue(int socket, std::uint16_t queue)
{
    NetlinkRequest request(NFNL_SUBSYS_QUEUE, NFQNL_MSG_CONFIG, 0, AF_UNSPEC, queue);
    nfqnl_msg_config_cmd unbind {};
    unbind.command = NFQNL_CFG_CMD_UNBIND;
    mnl_attr_put(request.header(), NFQA_CFG_CMD, sizeof unbind, &unbind);
    // Unanswered: a queue that is not bound any more is as free as one that is freed now.
    (void)!::send(socket, request.header(), request.header()->nlmsg_len, 0);
}

} // namespace Trackhand
