// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/feed/payloadfeed.h"
#include "client/stores/packetstore.h"

#include <QFutureWatcher>
#include <QObject>
#include <vector>

namespace Trackhand {

enum class ExportFormat { Pcapng, Csv, JsonLines };

struct ExportRequest {
    QString file;
    ExportFormat format = ExportFormat::Pcapng;
    PacketSnapshot packets;
    std::vector<PacketNumber> numbers; ///< of those to write, oldest first: their bytes are overtaken first
    PacketBytesReader bytes; ///< for Pcapng
    PacketNumber bytesFrom = 0; ///< the packets before this one are of a ring that is gone, and have no bytes
};

struct ExportOutcome {
    Status status = Done {};
    quint64 packets = 0; ///< written
    quint64 withoutBytes = 0; ///< of them; of Pcapng alone
    quint64 cutShort = 0; ///< of them: the ring had kept their first bytes only
};

/// Writes packets into a file, in a thread of its own. The file is whole or not there: one that was there before is
/// replaced at the end, and stays when the export fails or is cancelled.
class PacketExport : public QObject {
    Q_OBJECT
public:
    explicit PacketExport(QObject *parent = nullptr);
    /// Cancels, and waits for the thread.
    ~PacketExport() override;

    /// One at a time: does nothing while isRunning().
    void start(ExportRequest request);
    void cancel() { m_watcher.cancel(); }
    bool isRunning() const { return m_watcher.isRunning(); }

signals:
    /// At most some 25 times a second; both in packets.
    void progressed(int done, int all);
    void finished(const Trackhand::ExportOutcome &outcome);
    void cancelled();

private:
    void end();

    QFutureWatcher<void> m_watcher;
    std::shared_ptr<std::optional<ExportOutcome>> m_outcome; ///< written by the thread before it ends
};

} // namespace Trackhand
