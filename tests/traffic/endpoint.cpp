// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/traffic/endpoint.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <sys/socket.h>

namespace Trackhand::Traffic {

namespace {

constexpr int SocketBuffer = 8 << 20; // a whole queue released at once must fit

Error systemError(const std::string &what)
{
    return {ErrorCode::Failed, what + ": " + std::strerror(errno)};
}

/// This thread inside another network namespace, and back where it was at the end.
class NamespaceVisit {
public:
    explicit NamespaceVisit(const std::string &name)
    {
        if (name.empty()) {
            return;
        }
        m_home.reset(::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC));
        const Fd there(::open(("/run/netns/" + name).c_str(), O_RDONLY | O_CLOEXEC));
        m_arrived = there.valid() && ::setns(there.get(), CLONE_NEWNET) == 0;
    }
    ~NamespaceVisit()
    {
        if (m_home.valid()) {
            ::setns(m_home.get(), CLONE_NEWNET);
        }
    }
    NamespaceVisit(const NamespaceVisit &) = delete;
    NamespaceVisit &operator=(const NamespaceVisit &) = delete;
    bool arrived() const { return m_arrived; }

private:
    Fd m_home;
    bool m_arrived = true;
};

struct SocketAddress {
    sockaddr_storage storage {};
    socklen_t size = 0;
    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }
};

Result<SocketAddress> socketAddress(const std::string &text, std::uint16_t port)
{
    SocketAddress address;
    auto *v4 = reinterpret_cast<sockaddr_in *>(&address.storage);
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&address.storage);
    if (::inet_pton(AF_INET, text.c_str(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        address.size = sizeof *v4;
    } else if (::inet_pton(AF_INET6, text.c_str(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        address.size = sizeof *v6;
    } else {
        return Error {ErrorCode::InvalidArgument, text + " is no address"};
    }
    return address;
}

Result<Fd> openSocket(const std::string &netns, int type, int family)
{
    const NamespaceVisit visit(netns);
    if (!visit.arrived()) {
        return systemError("cannot enter the network namespace " + netns);
    }
    Fd fd(::socket(family, type | SOCK_CLOEXEC, 0));
    if (!fd.valid()) {
        return systemError("cannot open a socket");
    }
    const int on = 1;
    ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (type == SOCK_STREAM) {
        ::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    } else {
        ::setsockopt(fd.get(), SOL_SOCKET, SO_RCVBUFFORCE, &SocketBuffer, sizeof SocketBuffer);
        ::setsockopt(fd.get(), SOL_SOCKET, SO_SNDBUFFORCE, &SocketBuffer, sizeof SocketBuffer);
    }
    return fd;
}

} // namespace

Result<Fd> openSender(const std::string &netns, int type, const std::string &text, std::uint16_t port)
{
    const auto address = socketAddress(text, port);
    if (!address) {
        return address.error();
    }
    auto fd = openSocket(netns, type, address->get()->sa_family);
    if (fd && ::connect(fd->get(), address->get(), address->size) != 0) {
        return systemError("cannot connect to " + text);
    }
    return fd;
}

Result<Fd> openReceiver(const std::string &netns, int type, const std::string &text, std::uint16_t port)
{
    const auto address = socketAddress(text, port);
    if (!address) {
        return address.error();
    }
    auto fd = openSocket(netns, type, address->get()->sa_family);
    if (fd
        && (::bind(fd->get(), address->get(), address->size) != 0
            || (type == SOCK_STREAM && ::listen(fd->get(), 1) != 0))) {
        return systemError("cannot listen on " + text);
    }
    return fd;
}

} // namespace Trackhand::Traffic
