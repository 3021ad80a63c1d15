// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/feed/payloadfeed.h"

#include "client/link/backendlink.h"
#include "wire/ring/payloadring.h"

namespace Trackhand {

namespace {

PacketBytesReader ringReader(Wire::PayloadRingReader opened)
{
    return [ring = std::make_shared<const Wire::PayloadRingReader>(std::move(opened))](
               const EventRecord &event) -> std::optional<PacketBytes> {
        Wire::PayloadSnapshot snapshot;
        if (!ring->read(event.sequence, snapshot)) {
            return std::nullopt;
        }
        const auto captured = snapshot.captured();
        return PacketBytes {snapshot.packetLength,
            QByteArray(reinterpret_cast<const char *>(captured.data()), qsizetype(captured.size()))};
    };
}

} // namespace

PayloadFeed::PayloadFeed(BackendLink *link, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_state(link->host().isLocal() ? State::NotAsked : State::Unreachable)
{
    connect(link, &BackendLink::stateChanged, this, &PayloadFeed::followLink);
}

void PayloadFeed::ask()
{
    if (m_state == State::Unreachable || m_state == State::Capture || m_state == State::Asking) {
        return;
    }
    setState(State::Asking);
    m_link->call<std::shared_ptr<Fd>>(
        Requests::openPayloads(), this, [this](const Result<std::shared_ptr<Fd>> &ring) { opened(ring); });
}

void PayloadFeed::readCapture(const PacketBytesReader &reader)
{
    m_reader = reader;
    setState(State::Capture);
}

std::optional<PacketBytes> PayloadFeed::bytesOf(const EventRecord &event) const
{
    return m_reader ? m_reader(event) : std::nullopt;
}

void PayloadFeed::opened(const Result<std::shared_ptr<Fd>> &ring)
{
    auto reader =
        ring ? Wire::PayloadRingReader::open(std::move(**ring)) : Result<Wire::PayloadRingReader>(ring.error());
    m_granted = reader.ok();
    if (reader) {
        m_reader = ringReader(reader.take());
        setState(State::Open);
    } else {
        m_problem = reader.error();
        setState(State::Refused);
    }
}

// The ring of a backend that went away is written no more.
void PayloadFeed::followLink()
{
    if (m_state == State::Unreachable || m_state == State::Capture) {
        return;
    }
    if (m_link->state() != BackendLink::State::Ready) {
        m_reader = {};
        setState(State::NotAsked);
    } else if (m_granted) {
        ask();
    }
}

void PayloadFeed::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

} // namespace Trackhand
