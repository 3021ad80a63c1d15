// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/client/fakebackend.h"
#include "tests/shared/privatebus.h"

#include <QProcess>
#include <QStringList>
#include <memory>

namespace Trackhand {

/// How a program ended and what it said.
struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

HelperInfo ftpHelper();

/// The base of tests of trackhandctl: the real program as a process of its own, against a backend that is none on a
/// private bus. A test calls startBackend() and end() in its init() and cleanup().
class PlayedProgram : public QObject {
protected:
    void startBackend();
    void end();

    /// Its output goes to @p reader, if there is one.
    void start(const QStringList &arguments, QProcess *reader = nullptr);
    Outcome finish();
    Outcome run(const QStringList &arguments)
    {
        start(arguments);
        return finish();
    }
    void waitUntilWatching();

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<QProcess> m_program;
};

} // namespace Trackhand
