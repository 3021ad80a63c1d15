// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/eventoutput.h"

#include "client/export/fileproblem.h"
#include "client/export/jsonline.h"
#include "ctl/console.h"
#include "wire/ring/eventstream.h"

#include <utility>

namespace Trackhand {

namespace {

constexpr qint64 AliveEveryMs = 1000;

} // namespace

EventOutput::EventOutput(Console &console, const WatchOptions &options)
    : m_console(console)
    , m_options(options)
{
}

Result<std::unique_ptr<EventOutput>> EventOutput::open(Console &console, const WatchOptions &options)
{
    std::unique_ptr<EventOutput> output(new EventOutput(console, options));
    if (!options.pcapng.isEmpty()) {
        if (const auto opened = output->openCapture(); !opened) {
            return opened.error();
        }
    }
    if (options.binary) {
        Wire::EventStream::appendPreamble(output->m_frames);
    }
    return output;
}

Status EventOutput::write(const WatchedEvent &event)
{
    if (m_pcapng) {
        return capture(event);
    }
    if (!m_options.binary) {
        printEvent(m_console, m_options.format, event.record);
        return Done {};
    }
    Wire::EventStream::appendEvent(m_frames, event.record);
    if (event.packet) {
        Wire::EventStream::appendPayload(
            m_frames, event.record.sequence, event.packet->packetLength, event.packet->bytes);
    }
    return Done {};
}

Status EventOutput::openCapture()
{
    m_captureFile.setFileName(m_options.pcapng);
    if (!m_captureFile.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return cannotWrite(m_captureFile);
    }
    m_pcapng.emplace(&m_captureFile);
    return flushed(m_pcapng->begin("trackhandctl " TRACKHAND_VERSION));
}

Status EventOutput::capture(const WatchedEvent &event)
{
    const CapturedBytes packet = event.packet.value_or(CapturedBytes {event.record.payloadLength, {}});
    return flushed(m_pcapng->write(event.record, packet.bytes, packet.packetLength));
}

// Whoever reads the file while it grows gets whole packets.
Status EventOutput::flushed(const Status &written)
{
    return !written || m_captureFile.flush() ? written : cannotWrite(m_captureFile);
}

void EventOutput::lost(std::uint64_t count)
{
    if (m_options.binary) {
        const bool packets = m_options.kind == QLatin1String("packets");
        Wire::EventStream::appendLost(m_frames, packets ? EventKind::Packet : EventKind::Expectation, count);
        return;
    }
    if (m_options.format == EventFormat::Json) {
        m_console.line(JsonLine().add("event", "lost").add("events", count).text());
    }
    m_console.remark(QStringLiteral("%1 events lost: they came faster than they could be shown").arg(count));
}

bool EventOutput::flush()
{
    if (m_options.binary && m_frames.empty() && m_sinceFlush.isValid() && m_sinceFlush.elapsed() >= AliveEveryMs) {
        Wire::EventStream::appendAlive(m_frames);
    }
    if (!m_frames.empty()) {
        m_console.bytes({reinterpret_cast<const char *>(m_frames.data()), m_frames.size()});
        m_frames.clear();
        m_sinceFlush.start();
    }
    return m_console.flush();
}

void EventOutput::sayWhatWasWritten()
{
    if (m_pcapng) {
        m_console.remark(QStringLiteral("%1 packets written to %2").arg(m_pcapng->packets()).arg(m_options.pcapng));
    }
}

} // namespace Trackhand
