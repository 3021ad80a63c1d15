// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ctl/eventinput.h"
#include "wire/ring/eventstream.h"

#include <QProcess>

namespace Trackhand {

/// Events from `trackhandctl watch --binary` on another machine, through ssh.
class RemoteInput : public EventInput {
public:
    static Result<std::unique_ptr<EventInput>> open(Session &session, const Wanted &wanted);
    ~RemoteInput() override;

    Result<Batch> read(std::chrono::milliseconds timeout) override;

private:
    RemoteInput() = default;

    Error whyItEnded();
    static void take(const Wire::EventStream::Frame &frame, Batch &batch);

    QProcess m_ssh;
    Wire::EventStream::Reader m_stream;
};

} // namespace Trackhand
