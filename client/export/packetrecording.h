// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/eventfeed.h"
#include "client/feed/payloadfeed.h"

#include <QByteArray>
#include <QObject>
#include <string>

namespace Trackhand {

/// The packets of one helper and their bytes, as they come, taken down in memory as a capture file
/// (`wire/capture/pcapng.h`): read later, newer packets would have taken the place of their bytes. In the thread of its
/// owner; both feeds outlive it.
class PacketRecording : public QObject {
    Q_OBJECT
public:
    static constexpr quint64 MostPackets = 200'000; ///< as many as the workbench keeps of a run
    static constexpr std::size_t MostBytes = 64 * 1024 * 1024; ///< of the file

    PacketRecording(
        const EventFeed &packets, const PayloadFeed &payloads, const QString &helper, QObject *parent = nullptr);

    quint64 packets() const { return m_packets; }
    quint64 withoutBytes() const { return m_withoutBytes; } ///< of them
    quint64 cutShort() const { return m_cutShort; } ///< of them: only their first bytes were kept
    quint64 lost() const { return m_lost; } ///< events of whatever helper that were overtaken meanwhile
    bool isFull() const { return m_packets >= MostPackets || m_file.size() >= MostBytes; }
    QByteArray file() const { return QByteArray::fromStdString(m_file); }

signals:
    void progressed();
    /// Nothing more is taken.
    void full();

private:
    void take(const EventBatch &batch);
    void add(const EventRecord &packet);

    const PayloadFeed &m_payloads;
    QString m_helper;
    std::string m_file;
    quint64 m_packets = 0;
    quint64 m_withoutBytes = 0;
    quint64 m_cutShort = 0;
    quint64 m_lost = 0;
};

} // namespace Trackhand
