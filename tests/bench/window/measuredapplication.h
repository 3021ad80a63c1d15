// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <algorithm>
#include <ctime>
#include <vector>

namespace Trackhand::Bench {

/// Measures how long the thread of the window is busy at a time. A frame is what it does between two rests, or up to
/// the end of a paint when it does not rest: taking packets in and painting them.
class MeasuredApplication : public QApplication {
public:
    using QApplication::QApplication;

    void startMeasuring()
    {
        m_frames.clear();
        m_clock.start();
        m_ended = 0;
        m_processor = threadTime();
        m_measuring = true;
    }

    /// Milliseconds, ascending. Ends measuring.
    std::vector<double> frames()
    {
        m_measuring = false;
        std::sort(m_frames.begin(), m_frames.end());
        return m_frames;
    }

    /// Milliseconds that this thread has used since.
    double processorTime() const { return threadTime() - m_processor; }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (!m_measuring || m_depth > 0) {
            return QApplication::notify(receiver, event);
        }
        const qint64 began = m_clock.nsecsElapsed();
        ++m_depth;
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        const qint64 ended = m_clock.nsecsElapsed();
        if (m_frames.empty() || began - m_ended > RestNs) {
            m_frames.push_back(0);
        }
        m_frames.back() += double(ended - began) / 1e6;
        m_ended = event->type() == QEvent::UpdateRequest ? -RestNs : ended;
        return result;
    }

private:
    static constexpr qint64 RestNs = 50'000;

    static double threadTime()
    {
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    QElapsedTimer m_clock;
    std::vector<double> m_frames;
    qint64 m_ended = 0;
    double m_processor = 0;
    int m_depth = 0;
    bool m_measuring = false;
};

} // namespace Trackhand::Bench
