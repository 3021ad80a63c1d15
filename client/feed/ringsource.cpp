// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/feed/ringsource.h"

#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::chrono::milliseconds RingWait {100}; // also how long a stop may take
constexpr std::size_t ReadAtOnce = 4096;

} // namespace

RingSource::RingSource(Wire::EventRingReader reader, std::shared_ptr<EventQueue> queue)
    : m_reader(std::move(reader))
    , m_queue(std::move(queue))
    , m_thread(QThread::create([this] { run(); }))
{
}

RingSource::~RingSource()
{
    m_stopping = true;
    setActive(true); // wakes it
    m_thread->wait();
}

void RingSource::setActive(bool active)
{
    m_active = active;
    m_active.notify_all();
}

void RingSource::run()
{
    std::vector<EventRecord> buffer(ReadAtOnce);
    while (!m_stopping) {
        m_active.wait(false); // asleep while nobody looks: the ring keeps what it can
        const std::size_t room = std::min(m_queue->room(), buffer.size());
        if (room == 0) {
            QThread::msleep(10); // the other thread is behind
            continue;
        }
        const auto batch = m_reader.read({buffer.data(), room});
        if (batch.count != 0 || batch.lost != 0) {
            m_queue->push({buffer.data(), batch.count}, batch.lost);
        } else {
            m_reader.wait(RingWait);
        }
    }
}

} // namespace Trackhand
