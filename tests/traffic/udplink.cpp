// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/traffic/endpoint.h"
#include "tests/traffic/link.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace Trackhand::Traffic {

bool awaitReadable(int fd, std::chrono::nanoseconds patience)
{
    pollfd waiting {fd, POLLIN, 0};
    const auto seconds = std::chrono::floor<std::chrono::seconds>(patience);
    const timespec limit {seconds.count(), (patience - seconds).count()};
    return ::ppoll(&waiting, 1, &limit, nullptr) > 0;
}

namespace {

constexpr std::size_t BatchSize = 64;

/// Sends back whatever comes in, until the socket is shut down.
class Echo {
public:
    explicit Echo(Fd socket)
        : m_socket(std::move(socket))
        , m_thread([this] { run(); })
    {
    }
    ~Echo()
    {
        ::shutdown(m_socket.get(), SHUT_RDWR);
        m_thread.join();
    }
    Echo(const Echo &) = delete;
    Echo &operator=(const Echo &) = delete;

private:
    void run()
    {
        std::array<std::uint8_t, 65536> bytes;
        sockaddr_storage peer {};
        socklen_t peerSize = sizeof peer;
        ssize_t size = 0;
        while ((size = ::recvfrom(
                    m_socket.get(), bytes.data(), bytes.size(), 0, reinterpret_cast<sockaddr *>(&peer), &peerSize))
            > 0) {
            ::sendto(m_socket.get(), bytes.data(), static_cast<std::size_t>(size), 0,
                reinterpret_cast<const sockaddr *>(&peer), peerSize);
            peerSize = sizeof peer;
        }
    }

    Fd m_socket;
    std::thread m_thread;
};

class UdpLink : public Link {
public:
    UdpLink(Fd sender, Fd receiver, const Options &options)
        : m_sender(std::move(sender))
        , m_message(options.size)
        , m_buffers(BatchSize * sizeof(std::uint64_t))
    {
        if (options.echo) {
            m_arrivals = m_sender.get();
            m_echo = std::make_unique<Echo>(std::move(receiver));
        } else {
            m_receiver = std::move(receiver);
            m_arrivals = m_receiver.get();
        }
        for (std::size_t i = 0; i < BatchSize; ++i) {
            m_vectors[i] = {m_buffers.data() + i * sizeof(std::uint64_t), sizeof(std::uint64_t)};
            m_headers[i].msg_hdr.msg_iov = &m_vectors[i];
            m_headers[i].msg_hdr.msg_iovlen = 1;
        }
    }

    bool send(std::uint64_t number) override
    {
        std::memcpy(m_message.data(), &number, sizeof number);
        // A refused datagram is a lost one: what follows may pass again.
        return ::send(m_sender.get(), m_message.data(), m_message.size(), 0) >= 0 || errno == EPERM
            || errno == ECONNREFUSED || errno == ENETUNREACH || errno == EHOSTUNREACH;
    }

    bool receive(std::chrono::nanoseconds patience, const std::function<void(std::uint64_t)> &arrived) override
    {
        int count = takeWaiting();
        if (count <= 0 && awaitReadable(m_arrivals, patience)) {
            count = takeWaiting();
        }
        for (int i = 0; i < count; ++i) {
            std::uint64_t number = 0;
            std::memcpy(&number, m_vectors[i].iov_base, sizeof number);
            arrived(number);
        }
        return true;
    }

private:
    int takeWaiting() { return ::recvmmsg(m_arrivals, m_headers.data(), BatchSize, MSG_DONTWAIT, nullptr); }

    Fd m_sender;
    Fd m_receiver;
    int m_arrivals = -1;
    std::unique_ptr<Echo> m_echo;
    std::vector<std::uint8_t> m_message;
    std::vector<std::uint8_t> m_buffers;
    std::array<iovec, BatchSize> m_vectors {};
    std::array<mmsghdr, BatchSize> m_headers {};
};

} // namespace

Result<std::unique_ptr<Link>> openUdpLink(const Options &options)
{
    auto receiver = openReceiver(options.to, SOCK_DGRAM, options.address, options.port);
    if (!receiver) {
        return receiver.error();
    }
    auto sender = openSender(options.from, SOCK_DGRAM, options.address, options.port);
    if (!sender) {
        return sender.error();
    }
    return std::unique_ptr<Link>(std::make_unique<UdpLink>(sender.take(), receiver.take(), options));
}

} // namespace Trackhand::Traffic
