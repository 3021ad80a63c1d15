// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/ringinput.h"

#include "ctl/session.h"
#include "wire/dbus/names.h"

#include <QDBusConnectionInterface>
#include <QDBusReply>
#include <QThread>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::size_t ReadAtOnce = 1024;
constexpr qint64 CheckEveryMs = 500;
// The gate writes a packet's bytes just after its event; this is how long we wait for the second half.
constexpr int PayloadTries = 5;
constexpr unsigned long PayloadPauseUs = 500;

} // namespace

RingInput::RingInput(Session &session, const Wanted &wanted)
    : m_session(session)
    , m_wanted(wanted)
    , m_buffer(ReadAtOnce)
{
    m_sinceCheck.start();
}

Result<std::unique_ptr<EventInput>> RingInput::open(Session &session, const Wanted &wanted)
{
    std::unique_ptr<RingInput> input(new RingInput(session, wanted));
    const auto start = wanted.backlog ? Wire::EventRingReader::Start::Oldest : Wire::EventRingReader::Start::Newest;
    if (const auto opened = input->openRings(start); !opened) {
        return opened.error();
    }
    return std::unique_ptr<EventInput>(std::move(input));
}

Status RingInput::openRings(Wire::EventRingReader::Start start)
{
    const auto ring = m_session.call(Requests::openEvents(m_wanted.kind));
    if (!ring) {
        return ring.error();
    }
    auto events = Wire::EventRingReader::open(std::move(**ring), start);
    if (!events) {
        return events.error();
    }
    if (m_wanted.payload) {
        const auto bytes = m_session.call(Requests::openPayloads());
        if (!bytes) {
            return bytes.error();
        }
        auto payloads = Wire::PayloadRingReader::open(std::move(**bytes));
        if (!payloads) {
            return payloads.error();
        }
        m_payloads.emplace(payloads.take());
    }
    m_events.emplace(events.take());
    m_owner = backendOwner();
    return Done {};
}

Result<EventInput::Batch> RingInput::read(std::chrono::milliseconds timeout)
{
    Batch batch;
    auto got = m_events->read(m_buffer);
    if (got.count == 0 && got.lost == 0) {
        m_events->wait(timeout);
        got = m_events->read(m_buffer);
    }
    batch.lost = got.lost;
    batch.events.reserve(got.count);
    for (std::size_t i = 0; i < got.count; ++i) {
        batch.events.push_back({m_buffer[i], m_payloads ? packetOf(m_buffer[i].sequence) : std::nullopt});
    }
    if (got.count == 0 && m_sinceCheck.elapsed() >= CheckEveryMs) {
        m_sinceCheck.restart();
        batch.gap = watchBackend();
    }
    return batch;
}

std::optional<CapturedBytes> RingInput::packetOf(std::uint64_t eventNumber) const
{
    static thread_local Wire::PayloadSnapshot snapshot;
    for (int tries = 0; tries < PayloadTries; ++tries) {
        if (m_payloads->read(eventNumber, snapshot)) {
            const auto captured = snapshot.captured();
            return CapturedBytes {snapshot.packetLength, {captured.begin(), captured.end()}};
        }
        QThread::usleep(PayloadPauseUs);
    }
    return std::nullopt;
}

QString RingInput::backendOwner()
{
    const auto connection = m_session.connection();
    if (!connection || !connection->isConnected()) {
        return {};
    }
    return connection->interface()->serviceOwner(QLatin1String(Wire::Bus::ServiceName)).value();
}

QString RingInput::watchBackend()
{
    const QString owner = backendOwner();
    if (!m_owner.isEmpty() && owner == m_owner) {
        return {};
    }
    if (!m_owner.isEmpty()) {
        m_owner.clear();
        return QStringLiteral("gap: trackhandd went away; waiting for it to come back");
    }
    if (owner.isEmpty()) {
        m_session.reconnectIfBusWentAway();
    } else if (openRings(Wire::EventRingReader::Start::Oldest)) {
        return QStringLiteral("gap: trackhandd is back; what happened in between was not seen");
    }
    return {};
}

} // namespace Trackhand
