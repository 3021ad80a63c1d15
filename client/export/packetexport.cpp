// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/packetexport.h"

#include "client/export/eventcsv.h"
#include "client/export/eventjson.h"
#include "client/export/fileproblem.h"
#include "client/export/pcapngwriter.h"

#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>
#include <utility>

namespace Trackhand {

namespace {

/// Writes one packet after the other in one format.
class PacketFile {
public:
    explicit PacketFile(const ExportRequest &request)
        : m_request(request)
        , m_file(request.file)
        , m_pcapng(&m_file)
    {
    }

    Status begin()
    {
        if (!m_file.open(QIODevice::WriteOnly)) {
            return cannotWrite(m_file);
        }
        switch (m_request.format) {
        case ExportFormat::Pcapng:
            return m_pcapng.begin("trackhand " TRACKHAND_VERSION);
        case ExportFormat::Csv:
            return writeLine(eventCsvHeader(), "\r\n");
        case ExportFormat::JsonLines:
            break;
        }
        return Done {};
    }

    Status write(PacketNumber number)
    {
        const EventRecord packet = m_request.packets.record(number);
        ++m_outcome.packets;
        switch (m_request.format) {
        case ExportFormat::Pcapng:
            return writeBytes(packet, number >= m_request.bytesFrom);
        case ExportFormat::Csv:
            return writeLine(eventCsv(packet), "\r\n");
        case ExportFormat::JsonLines:
            break;
        }
        return writeLine(eventJson(packet), "\n");
    }

    ExportOutcome end(const Status &written)
    {
        m_outcome.status = !written || m_file.commit() ? written : cannotWrite(m_file);
        return m_outcome;
    }

private:
    Status writeBytes(const EventRecord &packet, bool ofThisRing)
    {
        const PacketBytes kept =
            m_request.bytes && ofThisRing ? m_request.bytes(packet).value_or(PacketBytes()) : PacketBytes();
        const quint32 length = std::max(packet.payloadLength, kept.packetLength);
        if (kept.bytes.isEmpty()) {
            ++m_outcome.withoutBytes;
        } else if (quint32(kept.bytes.size()) < length) {
            ++m_outcome.cutShort;
        }
        const auto *data = reinterpret_cast<const std::uint8_t *>(kept.bytes.constData());
        return m_pcapng.write(packet, {data, std::size_t(kept.bytes.size())}, length);
    }

    Status writeLine(std::string line, const char *end)
    {
        line += end;
        if (m_file.write(line.data(), qint64(line.size())) != qint64(line.size())) {
            return cannotWrite(m_file);
        }
        return Done {};
    }

    const ExportRequest &m_request;
    QSaveFile m_file;
    PcapngWriter m_pcapng;
    ExportOutcome m_outcome;
};

/// Nothing when it was cancelled: a QSaveFile that is not committed leaves no file.
std::optional<ExportOutcome> run(QPromise<void> &promise, const ExportRequest &request)
{
    PacketFile file(request);
    Status written = file.begin();
    promise.setProgressRange(0, int(request.numbers.size()));
    int done = 0;
    for (const PacketNumber number : request.numbers) {
        if (!written || promise.isCanceled()) {
            break;
        }
        written = file.write(number);
        promise.setProgressValue(++done);
    }
    return promise.isCanceled() ? std::nullopt : std::optional(file.end(written));
}

} // namespace

PacketExport::PacketExport(QObject *parent)
    : QObject(parent)
{
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this,
        [this](int done) { emit progressed(done, m_watcher.progressMaximum()); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PacketExport::end);
}

PacketExport::~PacketExport()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void PacketExport::start(ExportRequest request)
{
    if (isRunning()) {
        return;
    }
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    m_outcome = std::make_shared<std::optional<ExportOutcome>>();
    m_watcher.setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, outcome = m_outcome, request = std::move(request)] {
        *outcome = run(*promise, request);
        promise->finish();
    });
}

void PacketExport::end()
{
    const auto outcome = std::exchange(m_outcome, nullptr);
    if (*outcome) {
        emit finished(**outcome);
    } else {
        emit cancelled();
    }
}

} // namespace Trackhand
