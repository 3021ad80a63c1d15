// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wire/ring/event.h"

#include <algorithm>
#include <cstring>

namespace Trackhand {

namespace {

template <std::size_t N>
std::string_view paddedText(const char (&text)[N])
{
    return {text, ::strnlen(text, N)};
}

Tuple tupleFrom(const EventRecord &event, const std::uint8_t *source, const std::uint8_t *destination)
{
    Tuple tuple;
    tuple.source = IpAddress::fromBytes(event.l3, source);
    tuple.destination = IpAddress::fromBytes(event.l3, destination);
    return tuple;
}

} // namespace

std::string_view EventRecord::helperName() const
{
    return paddedText(helper);
}

std::string_view EventRecord::className() const
{
    return paddedText(expectation.className);
}

std::string_view EventRecord::noteText() const
{
    return {note, std::min<std::size_t>(noteLength, sizeof note)};
}

Tuple EventRecord::tuple() const
{
    Tuple result = tupleFrom(*this, source, destination);
    result.sourcePort = sourcePort;
    result.destinationPort = destinationPort;
    result.l4 = l4;
    return result;
}

Tuple EventRecord::masterTuple() const
{
    Tuple result = tupleFrom(*this, expectation.masterSource, expectation.masterDestination);
    result.sourcePort = expectation.masterSourcePort;
    result.destinationPort = expectation.masterDestinationPort;
    result.l4 = expectation.masterL4;
    return result;
}

Tuple EventRecord::replyTuple() const
{
    Tuple result = tupleFrom(*this, expectation.replySource, expectation.replyDestination);
    if (result.source.isUnspecified() && result.destination.isUnspecified()) {
        return {};
    }
    result.sourcePort = expectation.replySourcePort;
    result.destinationPort = expectation.replyDestinationPort;
    result.l4 = l4;
    return result;
}

void EventRecord::setHelper(std::string_view name)
{
    std::memset(helper, 0, sizeof helper);
    std::copy_n(name.begin(), std::min(name.size(), sizeof helper - 1), helper);
}

void EventRecord::setNote(std::string_view text)
{
    noteLength = static_cast<std::uint8_t>(std::min(text.size(), sizeof note));
    std::copy_n(text.begin(), noteLength, note);
}

void EventRecord::setTuple(const Tuple &tuple)
{
    l3 = tuple.destination.family;
    l4 = tuple.l4;
    std::memcpy(source, tuple.source.bytes.data(), sizeof source);
    std::memcpy(destination, tuple.destination.bytes.data(), sizeof destination);
    sourcePort = tuple.sourcePort;
    destinationPort = tuple.destinationPort;
}

void EventRecord::setMasterTuple(const Tuple &tuple)
{
    std::memcpy(expectation.masterSource, tuple.source.bytes.data(), sizeof expectation.masterSource);
    std::memcpy(expectation.masterDestination, tuple.destination.bytes.data(), sizeof expectation.masterDestination);
    expectation.masterSourcePort = tuple.sourcePort;
    expectation.masterDestinationPort = tuple.destinationPort;
    expectation.masterL3 = tuple.destination.family;
    expectation.masterL4 = tuple.l4;
}

void EventRecord::setReplyTuple(const Tuple &tuple)
{
    std::memcpy(expectation.replySource, tuple.source.bytes.data(), sizeof expectation.replySource);
    std::memcpy(expectation.replyDestination, tuple.destination.bytes.data(), sizeof expectation.replyDestination);
    expectation.replySourcePort = tuple.sourcePort;
    expectation.replyDestinationPort = tuple.destinationPort;
}

EventRecord emptyEvent(EventKind kind)
{
    EventRecord event;
    std::memset(&event, 0, sizeof event);
    event.kind = kind;
    return event;
}

} // namespace Trackhand
