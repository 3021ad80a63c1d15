// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/capture/capturesource.h"

#include "client/export/pcapngcomments.h"
#include "helpers/replay/capturereader.h"
#include "wire/capture/packetcomment.h"
#include "wire/net/headers.h"

#include <QDir>
#include <QFileInfo>

namespace Trackhand {

namespace {

/// What the frame itself says.
EventRecord eventOf(const CaptureReader::Frame &frame)
{
    EventRecord event = emptyEvent(EventKind::Packet);
    event.sequence = frame.number;
    event.timeNs = frame.timeNs;
    event.ctInfo = CtInfo::Absent;
    event.hwProtocol = frame.etherType;
    event.payloadLength = frame.originalLength;
    if (const auto headers = parseHeaders(frame.packet)) {
        event.setTuple(headers->tuple);
    }
    return event;
}

} // namespace

CaptureSource::CaptureSource(
    const QString &file, std::size_t most, std::shared_ptr<EventQueue> queue, std::shared_ptr<CaptureBytes> bytes)
    : m_file(file)
    , m_most(most)
    , m_queue(std::move(queue))
    , m_bytes(std::move(bytes))
    , m_thread(QThread::create([this] { run(); }))
{
    qRegisterMetaType<Trackhand::CaptureSummary>("Trackhand::CaptureSummary");
}

CaptureSource::~CaptureSource()
{
    m_stopping = true;
    m_thread->wait();
}

void CaptureSource::setActive(bool active)
{
    m_active = active;
}

void CaptureSource::run()
{
    const CaptureSummary summary = read();
    if (!m_stopping) {
        emit ended(summary);
    }
}

CaptureSummary CaptureSource::read()
{
    CaptureSummary summary;
    if (const QFileInfo info(m_file); info.exists() && !info.isFile()) { // a pipe could keep the thread for ever
        summary.problem = tr("%1 is no capture but a folder, a pipe or a device").arg(QDir::toNativeSeparators(m_file));
        return summary;
    }
    auto reader = CaptureReader::open(m_file.toStdString());
    if (!reader) {
        summary.problem = QString::fromStdString(reader.error().text);
        return summary;
    }
    PcapngComments comments(m_file);
    CaptureReader::Frame frame;
    CaptureReader::Next next = reader->next(frame);
    for (; next == CaptureReader::Next::Frame && !m_stopping; next = reader->next(frame)) {
        EventRecord event = eventOf(frame);
        const bool ours = readPacketComment(comments.next().toStdString(), event);
        if (!ours && frame.packet.empty()) {
            ++summary.foreign;
            continue;
        }
        if (summary.packets == m_most) {
            summary.full = true;
            break;
        }
        summary.withoutBytes = !m_bytes->add(frame.number, frame.packet, frame.originalLength) || summary.withoutBytes;
        if (!push(event)) {
            break;
        }
        ++summary.packets;
    }
    if (next == CaptureReader::Next::Damaged) {
        summary.problem = QString::fromStdString(reader->problem());
    }
    return summary;
}

// Nobody takes events while the window is not looked at.
bool CaptureSource::push(const EventRecord &event)
{
    while (!m_stopping && (!m_active || m_queue->room() == 0)) {
        QThread::msleep(10);
    }
    if (!m_stopping) {
        m_queue->push({&event, 1}, 0);
    }
    return !m_stopping;
}

} // namespace Trackhand
