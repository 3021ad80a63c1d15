// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetsearch.h"

#include <QElapsedTimer>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::size_t ScreenfulRows = 200; // what a large screen shows at once
constexpr qint64 FirstPieceMs = 20;
constexpr qint64 LaterPieceMs = 250; // each one costs the table a look at all rows

} // namespace

struct PacketSearch::Job {
    std::atomic<bool> stop = false;
    std::atomic<int> progress = 0;
};

class PacketSearch::Run {
public:
    Run(const PacketSearchRequest &request, Job &job, const std::function<void(PacketFinding)> &report)
        : m_request(request)
        , m_job(job)
        , m_report(report)
    {
    }

    void operator()()
    {
        m_sincePiece.start();
        if (m_request.order.isArrival()) {
            find();
        } else {
            sort();
        }
    }

private:
    const PacketSnapshot &packets() const { return m_request.packets; }

    /// Calls @p matched with the number of each packet of this part that passes.
    template <typename Matched>
    void look(const PacketSnapshot::Part &part, Matched matched) const
    {
        const bool every = m_request.filter.matchesEverything();
        PacketCursor cursor(*part.chunk);
        for (PacketNumber number = part.first; number < part.end; ++number) {
            if (every || m_request.filter.matches(cursor.at(std::size_t(number - part.base)))) {
                matched(number);
            }
        }
    }

    void find()
    {
        std::vector<std::vector<PacketNumber>> parts; // newest first
        std::size_t count = 0;
        PacketNumber from = packets().end();
        for (std::size_t at = packets().partCount(); at-- > 0 && !m_job.stop;) {
            const PacketSnapshot::Part part = packets().part(at);
            std::vector<PacketNumber> &matches = parts.emplace_back();
            look(part, [&matches](PacketNumber number) { matches.push_back(number); });
            from = part.first;
            count += matches.size();
            m_job.progress = int(1000 * (packets().end() - from) / packets().size());
            if (count != 0 && at != 0 && isTime(count)) {
                hand(parts, from, false);
                parts.clear();
                count = 0;
            }
        }
        if (!m_job.stop) {
            hand(parts, from, true);
        }
    }

    bool isTime(std::size_t count) const
    {
        return m_firstHanded ? m_sincePiece.elapsed() >= LaterPieceMs
                             : count >= ScreenfulRows || m_sincePiece.elapsed() >= FirstPieceMs;
    }

    void hand(const std::vector<std::vector<PacketNumber>> &parts, PacketNumber from, bool last)
    {
        PacketFinding finding;
        for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
            finding.matches.insert(finding.matches.end(), part->begin(), part->end());
        }
        finding.from = from;
        finding.last = last;
        m_report(std::move(finding));
        m_firstHanded = true;
        m_sincePiece.restart();
    }

    void sort()
    {
        std::vector<std::uint32_t> rows;
        for (std::size_t at = 0; at < packets().partCount() && !m_job.stop; ++at) {
            look(packets().part(at),
                [this, &rows](PacketNumber number) { rows.push_back(std::uint32_t(number - packets().first())); });
            m_job.progress = int(500 * (at + 1) / packets().partCount());
        }
        auto sorted = std::make_shared<SortedPackets>();
        sorted->packetOf = sortPackets(packets(), rows, m_request.order, m_request.rules, m_job.stop);
        if (m_job.stop) {
            return;
        }
        sorted->rowOf.assign(packets().size(), SortedPackets::None);
        for (std::size_t row = 0; row < sorted->packetOf.size(); ++row) {
            sorted->rowOf[sorted->packetOf[row]] = std::uint32_t(row);
        }
        m_report({{}, packets().first(), std::move(sorted), true});
    }

    const PacketSearchRequest &m_request;
    Job &m_job;
    const std::function<void(PacketFinding)> &m_report;
    QElapsedTimer m_sincePiece;
    bool m_firstHanded = false;
};

PacketSearch::PacketSearch(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

PacketSearch::~PacketSearch()
{
    cancel();
    m_thread.waitForDone();
}

void PacketSearch::start(const PacketSearchRequest &request)
{
    cancel();
    m_job = std::make_shared<Job>();
    m_thread.start([this, request, job = m_job] {
        Run(request, *job, [this, &job](PacketFinding finding) {
            QMetaObject::invokeMethod(
                this, [this, job, finding = std::move(finding)] { deliver(job, finding); }, Qt::QueuedConnection);
        })();
    });
}

void PacketSearch::cancel()
{
    if (m_job) {
        m_job->stop = true;
        m_job.reset();
    }
}

int PacketSearch::progress() const
{
    return m_job ? m_job->progress.load() : 0;
}

void PacketSearch::run(const PacketSearchRequest &request, const std::function<void(PacketFinding)> &report)
{
    Job job;
    Run(request, job, report)();
}

void PacketSearch::deliver(const std::shared_ptr<Job> &job, const PacketFinding &finding)
{
    if (job != m_job) {
        return;
    }
    if (finding.last) {
        m_job.reset();
    }
    emit found(finding);
}

} // namespace Trackhand
