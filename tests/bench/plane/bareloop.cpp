// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The yardstick: one process that reads a queue and accepts every packet, and does nothing else.
//   send   one recv and one sendto a packet, as the simplest program would
//   batch  recvmmsg, and one VERDICT_BATCH for all that it brought
//   multi  recvmmsg, and one VERDICT message a packet in one sendto

#include "backend/gate/queuesocket.h"
#include "backend/kernel/netlinkattributes.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <libmnl/libmnl.h>
#include <libnetfilter_queue/libnetfilter_queue.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <poll.h>
#include <string_view>
#include <vector>

using namespace Trackhand;

namespace {

/// The packet's id in network order, or 0 for a message that is no packet.
std::uint32_t packetId(std::span<const std::uint8_t> message)
{
    const auto *header = reinterpret_cast<const nlmsghdr *>(message.data());
    if (header->nlmsg_type != ((NFNL_SUBSYS_QUEUE << 8) | NFQNL_MSG_PACKET)) {
        return 0;
    }
    for (const nlattr *attribute : NetlinkAttributes::ofMessage(header, sizeof(nfgenmsg))) {
        if (mnl_attr_get_type(attribute) == NFQA_PACKET_HDR) {
            return static_cast<const nfqnl_msg_packet_hdr *>(mnl_attr_get_payload(attribute))->packet_id;
        }
    }
    return 0;
}

std::size_t putAccept(std::uint8_t *at, std::uint16_t queue, std::uint8_t type, std::uint32_t id)
{
    nlmsghdr *message = nfq_nlmsg_put(reinterpret_cast<char *>(at), type, queue);
    nfq_nlmsg_verdict_put(message, static_cast<int>(ntohl(id)), NF_ACCEPT);
    return MNL_ALIGN(message->nlmsg_len);
}

[[noreturn]] void runOneByOne(int fd, std::uint16_t queue)
{
    std::vector<std::uint8_t> packet(70000);
    std::array<std::uint8_t, 256> answer;
    for (;;) {
        const ssize_t size = ::recv(fd, packet.data(), packet.size(), 0);
        const std::uint32_t id = size > 0 ? packetId({packet.data(), static_cast<std::size_t>(size)}) : 0;
        if (id != 0) {
            ::send(fd, answer.data(), putAccept(answer.data(), queue, NFQNL_MSG_VERDICT, id), 0);
        }
    }
}

[[noreturn]] void runInBatches(QueueSocket socket, std::uint16_t queue, bool oneVerdictForAll)
{
    std::vector<std::uint8_t> answer(16384);
    for (;;) {
        pollfd waiting {socket.fd(), POLLIN, 0};
        ::poll(&waiting, 1, -1);
        std::size_t size = 0;
        std::uint32_t last = 0;
        for (const auto &message : socket.receive()) {
            const std::uint32_t id = packetId(message);
            last = id != 0 ? id : last;
            if (id != 0 && !oneVerdictForAll) {
                size += putAccept(answer.data() + size, queue, NFQNL_MSG_VERDICT, id);
            }
        }
        if (oneVerdictForAll && last != 0) {
            size = putAccept(answer.data(), queue, NFQNL_MSG_VERDICT_BATCH, last);
        }
        if (size != 0) {
            socket.send({answer.data(), size});
        }
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QueueSocket::Options options;
    options.conntrack = argc == 4 && std::string_view(argv[3]) == "conntrack";
    if (argc < 3 || std::from_chars(argv[1], argv[1] + std::strlen(argv[1]), options.queue).ec != std::errc()) {
        std::fputs("usage: trackhand-bareloop QUEUE send|batch|multi [conntrack]\n", stderr);
        return 2;
    }
    const std::string_view mode = argv[2];
    auto socket = QueueSocket::open(options);
    if (!socket) {
        std::fprintf(stderr, "trackhand-bareloop: %s\n", socket.error().text.c_str());
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);
    if (mode == "send") {
        const timeval none {0, 0};
        ::setsockopt(socket->fd(), SOL_SOCKET, SO_RCVTIMEO, &none, sizeof none);
        runOneByOne(socket->fd(), options.queue);
    }
    runInBatches(socket.take(), options.queue, mode == "batch");
}
