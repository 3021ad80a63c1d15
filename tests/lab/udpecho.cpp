// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/base/fd.h"
#include "wire/net/address.h"

#include <arpa/inet.h>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <sys/socket.h>

using namespace Trackhand;

/// Sends every datagram back as it came, from the address it was sent to:  udpecho ADDRESS PORT
int main(int argc, char *argv[])
{
    const auto address = argc == 3 ? IpAddress::parse(argv[1]) : std::nullopt;
    if (!address) {
        std::fprintf(stderr, "usage: udpecho ADDRESS PORT\n");
        return 2;
    }
    const Fd fd(::socket(static_cast<int>(address->family), SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const auto port = htons(static_cast<std::uint16_t>(std::atoi(argv[2])));
    sockaddr_in four {AF_INET, port, {}, {}};
    ::inet_pton(AF_INET, argv[1], &four.sin_addr);
    sockaddr_in6 six {AF_INET6, port, 0, {}, 0};
    ::inet_pton(AF_INET6, argv[1], &six.sin6_addr);
    const bool isSix = address->family == L3Protocol::Ipv6;
    const int bound = isSix ? ::bind(fd.get(), reinterpret_cast<sockaddr *>(&six), sizeof six)
                            : ::bind(fd.get(), reinterpret_cast<sockaddr *>(&four), sizeof four);
    if (bound != 0) {
        std::perror("udpecho");
        return 1;
    }
    std::array<char, 65536> datagram;
    for (;;) {
        sockaddr_storage from {};
        socklen_t length = sizeof from;
        auto *sender = reinterpret_cast<sockaddr *>(&from);
        const ssize_t size = ::recvfrom(fd.get(), datagram.data(), datagram.size(), 0, sender, &length);
        if (size >= 0
            && ::sendto(fd.get(), datagram.data(), static_cast<std::size_t>(size), 0, sender, length) != size) {
            std::perror("udpecho");
        }
    }
}
