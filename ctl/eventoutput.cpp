// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/eventoutput.h"

#include "client/export/jsonline.h"
#include "ctl/console.h"
#include "ctl/pcapngwriter.h"
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

EventOutput::~EventOutput() = default;

Result<std::unique_ptr<EventOutput>> EventOutput::open(Console &console, const WatchOptions &options)
{
    std::unique_ptr<EventOutput> output(new EventOutput(console, options));
    if (!options.pcapng.isEmpty()) {
        auto pcapng = PcapngWriter::create(options.pcapng);
        if (!pcapng) {
            return pcapng.error();
        }
        output->m_pcapng = pcapng.take();
    }
    if (options.binary) {
        Wire::EventStream::appendPreamble(output->m_frames);
    }
    return output;
}

Status EventOutput::write(const WatchedEvent &event)
{
    if (m_pcapng) {
        return m_pcapng->write(event.record, event.packet.value_or(CapturedBytes {event.record.payloadLength, {}}));
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
