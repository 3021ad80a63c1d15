// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/traffic/endpoint.h"
#include "tests/traffic/link.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <string>
#include <sys/socket.h>
#include <thread>

namespace Trackhand::Traffic {

namespace {

/// Splits what a stream brings into lines.
class Lines {
public:
    /// Reads once and calls @p line for every whole line, without its end. False at the end of the stream.
    template <typename Line>
    bool read(int fd, Line line)
    {
        std::array<char, 65536> bytes;
        const ssize_t size = ::recv(fd, bytes.data(), bytes.size(), 0);
        if (size <= 0) {
            return false;
        }
        m_text.append(bytes.data(), static_cast<std::size_t>(size));
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = m_text.find('\n', begin)) != std::string::npos; begin = end + 1) {
            line(std::string_view(m_text).substr(begin, end - begin));
        }
        m_text.erase(0, begin);
        return true;
    }

private:
    std::string m_text;
};

bool sendLine(int fd, const std::string &text)
{
    std::string_view rest = text;
    while (!rest.empty()) {
        const ssize_t sent = ::send(fd, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent < 0) {
            return false;
        }
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::string_view numberIn(std::string_view line)
{
    const auto space = line.find(' ');
    return space == std::string_view::npos ? std::string_view() : line.substr(space + 1, 20);
}

/// Answers each line as a server of a line protocol does, with the number it was given.
class LineServer {
public:
    explicit LineServer(Fd listener)
        : m_listener(std::move(listener))
        , m_thread([this] { run(); })
    {
    }
    ~LineServer()
    {
        ::shutdown(m_listener.get(), SHUT_RDWR);
        m_thread.join();
    }
    LineServer(const LineServer &) = delete;
    LineServer &operator=(const LineServer &) = delete;

private:
    void run()
    {
        const Fd client(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        Lines lines;
        bool open = client.valid();
        while (open) {
            open = lines.read(client.get(), [&](std::string_view line) {
                sendLine(client.get(), "200 " + std::string(numberIn(line)) + " done\r\n");
            });
        }
    }

    Fd m_listener;
    std::thread m_thread;
};

class TcpLink : public Link {
public:
    TcpLink(std::unique_ptr<LineServer> server, Fd client, std::size_t size)
        : m_server(std::move(server))
        , m_client(std::move(client))
        , m_padding(size - MinimumLine, '.')
    {
    }
    ~TcpLink() override { ::shutdown(m_client.get(), SHUT_RDWR); }

    bool send(std::uint64_t number) override
    {
        std::array<char, 32> digits;
        std::snprintf(digits.data(), digits.size(), "%020llu", static_cast<unsigned long long>(number));
        return sendLine(m_client.get(), "NOOP " + std::string(digits.data()) + m_padding + "\r\n");
    }

    bool receive(std::chrono::nanoseconds patience, const std::function<void(std::uint64_t)> &arrived) override
    {
        if (!awaitReadable(m_client.get(), patience)) {
            return true;
        }
        return m_lines.read(m_client.get(), [&](std::string_view line) {
            const auto digits = numberIn(line);
            std::uint64_t number = 0;
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
            arrived(number);
        });
    }

private:
    static constexpr std::size_t MinimumLine = 27; // "NOOP ", twenty digits, the end of the line

    std::unique_ptr<LineServer> m_server; // ends after the client is shut down
    Fd m_client;
    Lines m_lines;
    std::string m_padding;
};

} // namespace

Result<std::unique_ptr<Link>> openTcpLink(const Options &options)
{
    auto listener = openReceiver(options.to, SOCK_STREAM, options.address, options.port);
    if (!listener) {
        return listener.error();
    }
    auto server = std::make_unique<LineServer>(listener.take());
    auto client = openSender(options.from, SOCK_STREAM, options.address, options.port);
    if (!client) {
        return client.error();
    }
    return std::unique_ptr<Link>(std::make_unique<TcpLink>(std::move(server), client.take(), options.size));
}

} // namespace Trackhand::Traffic
