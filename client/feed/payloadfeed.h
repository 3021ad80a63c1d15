// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/fd.h"
#include "wire/base/result.h"
#include "wire/ring/event.h"

#include <QByteArray>
#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace Trackhand {

class BackendLink;

/// The first bytes of a packet, from its IP header on.
struct PacketBytes {
    quint32 packetLength = 0; ///< how many the packet had
    QByteArray bytes;
};

/// Finds the bytes of an event's packet; from any thread, also when the feed is gone. Empty: there are none.
using PacketBytesReader = std::function<std::optional<PacketBytes>(const EventRecord &event)>;

/// The bytes of packets, for who may read them. That is a right of its own, so they are asked for only when somebody
/// wants to see some: a password prompt may come of it. Once granted, they are asked for again when the backend is
/// back.
class PayloadFeed : public QObject {
    Q_OBJECT
public:
    enum class State {
        NotAsked,
        Asking,
        Open,
        Refused,
        Unreachable, ///< another machine's: no descriptor comes through ssh
        Capture, ///< a file's, which everybody who may read the file has
    };

    explicit PayloadFeed(BackendLink *link, QObject *parent = nullptr);

    State state() const { return m_state; }
    /// Why they were refused, for a person.
    const Error &problem() const { return m_problem; }
    void ask();
    /// Takes the bytes from a capture, for good.
    void readCapture(const PacketBytesReader &reader);

    /// Nothing when they may not be read, when nobody was reading while the packet was judged, or when newer packets
    /// have taken their place.
    std::optional<PacketBytes> bytesOf(const EventRecord &event) const;
    /// What bytesOf() does at present, for a thread that takes its time.
    const PacketBytesReader &reader() const { return m_reader; }

signals:
    void stateChanged();

private:
    void opened(const Result<std::shared_ptr<Fd>> &ring);
    void followLink();
    void setState(State state);

    BackendLink *m_link;
    State m_state;
    Error m_problem;
    PacketBytesReader m_reader;
    bool m_granted = false;
};

} // namespace Trackhand
