// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/rpcsyntax.h"

#include <array>
#include <charconv>

namespace Trackhand::Rpc {

namespace {

constexpr std::uint32_t LastFragment = 0x80000000;
constexpr std::uint32_t LongestFragment = 1 << 20; ///< far more than the list of all services; beyond it is no RPC
constexpr std::uint32_t CallMessage = 0;
constexpr std::uint32_t ReplyMessage = 1;
constexpr std::uint32_t RpcVersion = 2;
constexpr std::uint32_t PortMapper = 100000;
constexpr std::uint32_t MaxCredentials = 400; ///< bytes of credentials, and of a verifier (RFC 5531, 8.2)

/// Reads XDR from the front of a message. Once something is missing it reads zeros, and failed() says so.
class XdrReader {
public:
    explicit XdrReader(std::span<const std::uint8_t> bytes)
        : m_bytes(bytes)
    {
    }

    bool failed() const { return m_failed; }
    std::size_t position() const { return m_position; }

    std::uint32_t word()
    {
        if (m_bytes.size() - m_position < WordLength) {
            m_failed = true;
            return 0;
        }
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < WordLength; ++i) {
            value = value << 8 | m_bytes[m_position++];
        }
        return value;
    }

    /// A length of at most @p maximum, that many bytes, and what fills the last word.
    std::string_view opaque(std::uint32_t maximum)
    {
        const std::uint32_t length = word();
        const std::size_t filled = (std::size_t {length} + WordLength - 1) / WordLength * WordLength;
        if (m_failed || length > maximum || filled > m_bytes.size() - m_position) {
            m_failed = true;
            return {};
        }
        const auto *begin = reinterpret_cast<const char *>(m_bytes.data()) + m_position;
        m_position += filled;
        return {begin, length};
    }

    /// Credentials or a verifier, whatever they prove.
    void skipAuthentication()
    {
        word();
        opaque(MaxCredentials);
    }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_position = 0;
    bool m_failed = false;
};

struct Procedure {
    std::uint32_t version;
    std::uint32_t number;
    std::string_view name;
    Answer answer = Answer::Nothing;
    bool runsAnother = false;
};
constexpr Procedure Procedures[] {
    {2, 0, "NULL"},
    {2, 1, "SET"},
    {2, 2, "UNSET"},
    {2, 3, "GETPORT", Answer::Port},
    {2, 4, "DUMP"},
    {2, 5, "CALLIT", Answer::Nothing, true},
    {3, 0, "NULL"},
    {3, 1, "SET"},
    {3, 2, "UNSET"},
    {3, 3, "GETADDR", Answer::UniversalAddress},
    {3, 4, "DUMP"},
    {3, 5, "CALLIT", Answer::Nothing, true},
    {3, 6, "GETTIME"},
    {3, 7, "UADDR2TADDR"},
    {3, 8, "TADDR2UADDR"},
    {4, 0, "NULL"},
    {4, 1, "SET"},
    {4, 2, "UNSET"},
    {4, 3, "GETADDR", Answer::UniversalAddress},
    {4, 4, "DUMP"},
    {4, 5, "BCAST", Answer::Nothing, true},
    {4, 6, "GETTIME"},
    {4, 7, "UADDR2TADDR"},
    {4, 8, "TADDR2UADDR"},
    {4, 9, "GETVERSADDR", Answer::UniversalAddress},
    {4, 10, "INDIRECT", Answer::Nothing, true},
    {4, 11, "GETADDRLIST"},
    {4, 12, "GETSTAT"},
};

const Procedure &findProcedure(std::uint32_t version, std::uint32_t number)
{
    static constexpr Procedure Unknown {0, 0, "call"};
    for (const Procedure &each : Procedures) {
        if (each.version == version && each.number == number) {
            return each;
        }
    }
    return Unknown;
}

/// Takes ".NUMBER", at most 255, from the end of @p text.
std::optional<std::uint8_t> takeLastByte(std::string_view &text)
{
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view digits = text.substr(dot + 1);
    std::uint8_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    text = text.substr(0, dot);
    return number;
}

} // namespace

std::optional<RecordReader::Frame> parseRecordMark(std::span<const std::uint8_t> mark)
{
    const std::uint32_t word = XdrReader(mark).word();
    const std::uint32_t length = word & ~LastFragment;
    if (length > LongestFragment) {
        return std::nullopt;
    }
    return RecordReader::Frame {length, (word & LastFragment) != 0};
}

std::uint32_t recordMark(std::size_t length)
{
    return LastFragment | static_cast<std::uint32_t>(length);
}

std::optional<Call> parseCall(std::span<const std::uint8_t> message)
{
    XdrReader reader(message);
    Call call;
    call.xid = reader.word();
    if (reader.word() != CallMessage || reader.word() != RpcVersion || reader.word() != PortMapper) {
        return std::nullopt;
    }
    const std::uint32_t version = reader.word();
    const Procedure &procedure = findProcedure(version, reader.word());
    reader.skipAuthentication();
    reader.skipAuthentication();
    call.procedure = procedure.name;
    call.answer = procedure.answer;
    call.runsAnother = procedure.runsAnother;
    if (procedure.answer != Answer::Nothing) {
        call.program = reader.word();
        reader.word(); // its version
    }
    if (procedure.answer == Answer::Port) {
        const std::uint32_t l4 = reader.word();
        call.l4 = l4 == 6 ? L4Protocol::Tcp : l4 == 17 ? L4Protocol::Udp : L4Protocol::Unspecified;
    }
    return reader.failed() ? std::nullopt : std::optional(call);
}

std::optional<Reply> parseReply(std::span<const std::uint8_t> message)
{
    constexpr std::uint32_t Accepted = 0;
    constexpr std::uint32_t Success = 0;
    XdrReader reader(message);
    const std::uint32_t xid = reader.word();
    if (reader.word() != ReplyMessage || reader.failed()) {
        return std::nullopt;
    }
    if (reader.word() != Accepted) {
        return Reply {xid, 0};
    }
    reader.skipAuthentication();
    const bool success = reader.word() == Success;
    return reader.failed() ? std::nullopt : std::optional(Reply {xid, success ? reader.position() : 0});
}

std::optional<Place> parsePort(std::span<const std::uint8_t> results)
{
    XdrReader reader(results);
    const std::uint32_t port = reader.word();
    if (reader.failed() || port > 0xffff) {
        return std::nullopt;
    }
    return Place {{}, static_cast<std::uint16_t>(port), WordLength};
}

/// 10.0.2.2.195.80 or fd00:2::2.195.80: the last two numbers are the port's bytes (RFC 5665, 5.2.3).
std::optional<Place> parseUniversalAddress(std::span<const std::uint8_t> results)
{
    constexpr std::size_t MaxLength = IpAddress::MaxText + 8;
    XdrReader reader(results);
    std::string_view text = reader.opaque(MaxLength);
    if (reader.failed()) {
        return std::nullopt;
    }
    if (text.empty()) {
        return Place {{}, 0, reader.position()};
    }
    const auto low = takeLastByte(text);
    const auto high = takeLastByte(text);
    const auto address = IpAddress::parse(text);
    if (!low || !high || !address) {
        return std::nullopt;
    }
    return Place {*address, static_cast<std::uint16_t>(*high << 8 | *low), reader.position()};
}

ShortText &putWord(ShortText &text, std::uint32_t word)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        text << static_cast<char>(word >> shift);
    }
    return text;
}

ShortText portResult(std::uint16_t port)
{
    ShortText text;
    return putWord(text, port);
}

ShortText universalAddressResult(const IpAddress &address, std::uint16_t port)
{
    ShortText place;
    place << address << '.' << std::uint64_t {port} / 256 << '.' << std::uint64_t {port} % 256;
    ShortText text;
    putWord(text, static_cast<std::uint32_t>(place.view().size())) << place.view();
    while (text.view().size() % WordLength != 0) {
        text << '\0';
    }
    return text;
}

} // namespace Trackhand::Rpc
