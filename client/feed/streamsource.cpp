// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/feed/streamsource.h"

#include "client/feed/eventqueue.h"
#include "wire/ring/eventstream.h"

#include <utility>

namespace Trackhand {

namespace {

constexpr qsizetype SaidMax = 4096;
constexpr int EndMs = 1000;

std::string lastLine(const QByteArray &output)
{
    const QByteArray trimmed = output.trimmed();
    return trimmed.mid(trimmed.lastIndexOf('\n') + 1).toStdString();
}

} // namespace

StreamWorker::StreamWorker(const QString &program, const QStringList &arguments, std::shared_ptr<EventQueue> queue)
    : m_program(program)
    , m_arguments(arguments)
    , m_queue(std::move(queue))
    , m_reader(std::make_unique<Wire::EventStream::Reader>())
{
}

StreamWorker::~StreamWorker()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(EndMs);
    }
}

void StreamWorker::start()
{
    m_process = new QProcess(this);
    m_process->setStandardInputFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &StreamWorker::readOutput);
    connect(m_process, &QProcess::readyReadStandardError, this,
        [this] { m_said = (m_said + m_process->readAllStandardError()).right(SaidMax); });
    connect(m_process, &QProcess::finished, this, [this] {
        readOutput();
        const std::string said = lastLine(m_said);
        end({ErrorCode::Failed, "the events stopped coming: " + (said.empty() ? "the far end closed them" : said)});
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            end({ErrorCode::Failed, m_program.toStdString() + " could not be started: is it installed?"});
        }
    });
    m_process->start(m_program, m_arguments);
}

void StreamWorker::readOutput()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    m_reader->feed({reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())});
    m_decoded.clear();
    std::uint64_t lost = 0;
    for (;;) {
        const auto frame = m_reader->next();
        if (!frame) {
            m_queue->push(m_decoded, lost);
            end(frame.error());
            return;
        }
        if (!*frame) {
            break;
        }
        if ((*frame)->type == Wire::EventStream::FrameType::Event) {
            m_decoded.push_back((*frame)->event);
        } else if ((*frame)->type == Wire::EventStream::FrameType::Lost) {
            lost += (*frame)->lost;
        }
    }
    m_queue->push(m_decoded, lost);
}

void StreamWorker::end(const Error &error)
{
    m_process->disconnect(this);
    if (std::exchange(m_ended, true)) {
        return;
    }
    if (m_process->state() != QProcess::NotRunning) {
        m_process->kill();
    }
    emit failed(error);
}

StreamSource::StreamSource(const QString &program, const QStringList &arguments, std::shared_ptr<EventQueue> queue)
{
    auto *worker = new StreamWorker(program, arguments, std::move(queue));
    worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, worker, &StreamWorker::start);
    connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    connect(worker, &StreamWorker::failed, this, &EventSource::failed);
}

StreamSource::~StreamSource()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace Trackhand
