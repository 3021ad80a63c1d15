// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/sip/sipflow.h"

#include "helpers/packet/connection.h"
#include "helpers/protocols/sip/sipmessage.h"

#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::uint8_t DataVersion = 1;
constexpr std::array<std::uint8_t, 2> SipFlags {1, 2}; ///< TCP, by direction: it began as SIP does
constexpr std::array<std::uint8_t, 2> IgnoredFlags {4, 8}; ///< TCP, by direction: it did not
constexpr std::uint8_t ExpectedFlag = 16;

} // namespace

namespace Sip {

void Streams::reset()
{
    m_streams = {};
    m_used = 0;
}

const Stream *Streams::find(std::uint64_t call, Direction from, std::size_t index) const
{
    const auto found = std::ranges::find_if(
        m_streams, [&](const Stream &each) { return each.call == call && each.from == from && each.index == index; });
    return found == m_streams.end() ? nullptr : &*found;
}

void Streams::remember(const Stream &stream)
{
    const auto same = std::ranges::find_if(m_streams, [&](const Stream &each) {
        return each.call == stream.call && each.from == stream.from && each.index == stream.index;
    });
    if (same != m_streams.end()) {
        *same = stream;
    } else {
        m_streams[m_used++ % Size] = stream;
    }
}

void Streams::forget(std::uint64_t call)
{
    for (Stream &each : m_streams) {
        each.call = each.call == call ? 0 : each.call;
    }
}

/// FNV-1a. Whoever makes two Call-IDs collide confuses no calls but those of his own connection.
std::uint64_t hashOf(std::string_view callId)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char character : callId) {
        hash = (hash ^ static_cast<std::uint8_t>(character)) * 0x100000001b3;
    }
    return std::max<std::uint64_t>(hash, 1);
}

} // namespace Sip

void SipFlow::reset()
{
    for (Sip::MessageReader &each : readers) {
        each.reset();
    }
    streams.reset();
    registration = {};
    expected = restored = false;
}

void SipFlow::restore(const Connection &connection)
{
    const auto data = connection.privateData();
    if (!restored && data.size() >= DataLength && data[0] == DataVersion) {
        for (const std::size_t direction : {0, 1}) {
            if ((data[1] & (SipFlags[direction] | IgnoredFlags[direction])) != 0) {
                readers[direction].resume((data[1] & SipFlags[direction]) != 0);
            }
        }
        expected = (data[1] & ExpectedFlag) != 0;
    }
    // Only its first packets are told to belong to something expected.
    expected = expected || connection.ctInfo() == CtInfo::Related;
    restored = true;
}

void SipFlow::save(Connection &connection) const
{
    std::uint8_t flags = expected ? ExpectedFlag : 0;
    for (const std::size_t direction : {0, 1}) {
        flags |= readers[direction].isSip() ? SipFlags[direction] : 0;
        flags |= readers[direction].isIgnored() ? IgnoredFlags[direction] : 0;
    }
    if (flags != 0) {
        connection.setPrivateData(std::array<std::uint8_t, DataLength> {DataVersion, flags, 0, 0});
    }
}

void SipFlow::forgetPorts(const Sip::Message &message)
{
    streams.forget(Sip::hashOf(message.callId));
    if (message.isRequest() && message.method == "REGISTER") {
        registration = {};
    }
}

} // namespace Trackhand
