// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/feed/eventfeed.h"

#include "client/feed/eventqueue.h"
#include "client/feed/ringsource.h"
#include "client/feed/streamsource.h"

#include <QElapsedTimer>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int FastestMs = 16;
constexpr int SlowestMs = 250;

} // namespace

EventFeed::EventFeed(Kind kind, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
    , m_queue(std::make_shared<EventQueue>())
{
    qRegisterMetaType<Trackhand::Error>("Trackhand::Error");
    m_timer.setInterval(FastestMs);
    connect(&m_timer, &QTimer::timeout, this, &EventFeed::handOver);
}

EventFeed::~EventFeed() = default;

QString EventFeed::kindName() const
{
    return m_kind == Kind::Packets ? QStringLiteral("packets") : QStringLiteral("expectations");
}

Status EventFeed::startRing(Fd ring)
{
    stop();
    auto reader = Wire::EventRingReader::open(std::move(ring), Wire::EventRingReader::Start::Oldest);
    if (!reader) {
        return reader.error();
    }
    start(std::make_unique<RingSource>(reader.take(), m_queue));
    return Done {};
}

void EventFeed::startRemote(const HostAddress &host, const QString &sshConfigFile)
{
    const QStringList remote {
        QStringLiteral("trackhandctl"), QStringLiteral("watch"), kindName(), QStringLiteral("--binary")};
    startProcess(SshCommand::program(), SshCommand(host, sshConfigFile).arguments(remote));
}

void EventFeed::startProcess(const QString &program, const QStringList &arguments)
{
    stop();
    start(std::make_unique<StreamSource>(program, arguments, m_queue));
}

void EventFeed::startSource(const std::function<std::unique_ptr<EventSource>(std::shared_ptr<EventQueue>)> &make)
{
    stop();
    start(make(m_queue));
}

void EventFeed::finish()
{
    handOver();
    stop();
}

void EventFeed::start(std::unique_ptr<EventSource> source)
{
    m_source = std::move(source);
    m_source->setActive(m_active);
    const auto onFailure = [this, source = m_source.get()](const Error &error) {
        if (source != m_source.get()) {
            return;
        }
        handOver();
        stop();
        emit failed(error);
    };
    // Queued, so that the source is not deleted within its own signal.
    connect(m_source.get(), &EventSource::failed, this, onFailure, Qt::QueuedConnection);
    m_source->start();
    if (m_active) {
        m_timer.start(FastestMs);
    }
}

void EventFeed::stop()
{
    m_timer.stop();
    m_source.reset();
    m_queue = std::make_shared<EventQueue>();
}

void EventFeed::setActive(bool active)
{
    m_active = active;
    if (!m_source) {
        return;
    }
    m_source->setActive(active);
    if (active) {
        m_timer.start(FastestMs);
    } else {
        m_timer.stop();
    }
}

void EventFeed::handOver()
{
    auto contents = m_queue->take();
    leaveOutKnown(contents.events);
    if (contents.events.empty() && contents.lost == 0) {
        return;
    }
    QElapsedTimer spent;
    spent.start();
    emit arrived({std::move(contents.events), contents.lost});
    adaptInterval(spent.nsecsElapsed());
}

// Sources begin with the oldest event there is. One of another ring, which a backend that restarted makes, may have a
// number that was there before, but is younger.
void EventFeed::leaveOutKnown(std::vector<EventRecord> &events)
{
    const auto isNew = [this](const EventRecord &event) {
        return event.sequence > m_lastSequence || event.timeNs > m_lastTimeNs;
    };
    events.erase(events.begin(), std::find_if(events.begin(), events.end(), isNew));
    if (events.empty()) {
        return;
    }
    m_lastSequence = events.back().sequence;
    for (const EventRecord &event : events) {
        m_lastTimeNs = std::max(m_lastTimeNs, event.timeNs);
    }
}

// Half of the time at most goes into showing; the rest stays for the person.
void EventFeed::adaptInterval(qint64 spentNs)
{
    const int spentMs = static_cast<int>(spentNs / 1'000'000);
    const int wanted = std::clamp(spentMs * 2, FastestMs, SlowestMs);
    if (wanted != m_timer.interval() && m_timer.isActive()) {
        m_timer.setInterval(wanted);
    }
}

} // namespace Trackhand
