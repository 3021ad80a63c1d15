// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ctl/eventinput.h"
#include "wire/ring/eventring.h"
#include "wire/ring/payloadring.h"

#include <QElapsedTimer>

namespace Trackhand {

/// Events from the backend's rings on this machine. When the backend goes away and comes back, the rings are opened
/// anew and the batch says that there was a gap.
class RingInput : public EventInput {
public:
    static Result<std::unique_ptr<EventInput>> open(Session &session, const Wanted &wanted);

    Result<Batch> read(std::chrono::milliseconds timeout) override;

private:
    RingInput(Session &session, const Wanted &wanted);

    Status openRings(Wire::EventRingReader::Start start);
    std::optional<CapturedBytes> packetOf(std::uint64_t eventNumber) const;
    QString watchBackend();
    QString backendOwner();

    Session &m_session;
    Wanted m_wanted;
    std::optional<Wire::EventRingReader> m_events;
    std::optional<Wire::PayloadRingReader> m_payloads;
    std::vector<EventRecord> m_buffer;
    QString m_owner; ///< unique bus name of the backend whose rings these are; empty while there is none
    QElapsedTimer m_sinceCheck;
};

} // namespace Trackhand
