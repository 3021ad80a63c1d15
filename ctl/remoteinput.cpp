// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/remoteinput.h"

#include "ctl/session.h"

namespace Trackhand {

namespace {

constexpr int StartTimeoutMs = 5000;

ErrorCode errorCodeOf(int exitCode)
{
    switch (static_cast<ExitStatus>(exitCode)) {
    case ExitStatus::NotAuthorized:
        return ErrorCode::NotAuthorized;
    case ExitStatus::UnsupportedByKernel:
        return ErrorCode::UnsupportedByKernel;
    case ExitStatus::Failed:
    case ExitStatus::Usage:
        return ErrorCode::Failed;
    default: // 255 is ssh's own, 127 the remote shell's
        return ErrorCode::NoBackend;
    }
}

} // namespace

Result<std::unique_ptr<EventInput>> RemoteInput::open(Session &session, const Wanted &wanted)
{
    std::unique_ptr<RemoteInput> input(new RemoteInput);
    QStringList remote {
        QStringLiteral("trackhandctl"), QStringLiteral("watch"), wanted.kind, QStringLiteral("--binary")};
    if (wanted.payload) {
        remote.append(QStringLiteral("--payload"));
    }
    if (!wanted.backlog) {
        remote.append(QStringLiteral("--new"));
    }
    input->m_ssh.setStandardInputFile(QProcess::nullDevice());
    input->m_ssh.start(SshCommand::program(), SshCommand(session.host(), session.sshConfig()).arguments(remote));
    if (!input->m_ssh.waitForStarted(StartTimeoutMs)) {
        return Error {ErrorCode::NoBackend, "ssh could not be started: is it installed?"};
    }
    return std::unique_ptr<EventInput>(std::move(input));
}

RemoteInput::~RemoteInput()
{
    m_ssh.terminate();
    m_ssh.waitForFinished(1000);
}

Result<EventInput::Batch> RemoteInput::read(std::chrono::milliseconds timeout)
{
    Batch batch;
    m_ssh.waitForReadyRead(static_cast<int>(timeout.count()));
    const QByteArray bytes = m_ssh.readAllStandardOutput();
    m_stream.feed({reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())});
    for (;;) {
        const auto frame = m_stream.next();
        if (!frame) {
            return frame.error();
        }
        if (!*frame) {
            break;
        }
        take(**frame, batch);
    }
    if (bytes.isEmpty() && m_ssh.state() == QProcess::NotRunning) {
        return whyItEnded();
    }
    return batch;
}

void RemoteInput::take(const Wire::EventStream::Frame &frame, Batch &batch)
{
    switch (frame.type) {
    case Wire::EventStream::FrameType::Event:
        batch.events.push_back({frame.event, std::nullopt});
        break;
    case Wire::EventStream::FrameType::Lost:
        batch.lost += frame.lost;
        break;
    case Wire::EventStream::FrameType::Payload:
        if (!batch.events.empty() && batch.events.back().record.sequence == frame.eventNumber) {
            batch.events.back().packet = CapturedBytes {frame.packetLength, {frame.bytes.begin(), frame.bytes.end()}};
        }
        break;
    case Wire::EventStream::FrameType::Alive:
        break;
    }
}

Error RemoteInput::whyItEnded()
{
    const QString said = QString::fromUtf8(m_ssh.readAllStandardError()).trimmed().section(u'\n', -1);
    const QString text = said.isEmpty() ? QStringLiteral("ssh ended without a word") : said;
    return {errorCodeOf(m_ssh.exitCode()), "the other host sends no events: " + text.toStdString()};
}

} // namespace Trackhand
