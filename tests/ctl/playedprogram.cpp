// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedprogram.h"

#include <QDeadlineTimer>
#include <QProcessEnvironment>
#include <QTest>

namespace Trackhand {

HelperInfo ftpHelper()
{
    HelperInfo helper;
    helper.name = QStringLiteral("ftp");
    helper.owner = QStringLiteral("trackhand");
    helper.l3 = QStringList {QStringLiteral("ipv4"), QStringLiteral("ipv6")};
    helper.l4 = QStringList {QStringLiteral("tcp")};
    helper.queue = 3;
    helper.state = QStringLiteral("running");
    helper.processId = 99;
    helper.policies = {{QStringLiteral("ftp"), 1, 300}};
    helper.counters.insert(QStringLiteral("packets"), 12);
    helper.counters.insert(QStringLiteral("expectations"), 2);
    helper.counters.insert(QStringLiteral("expectations_waiting"), 3);
    helper.counters.insert(QStringLiteral("events_lost"), 5);
    return helper;
}

void PlayedProgram::startBackend()
{
    m_bus = std::make_unique<PrivateBus>();
    QVERIFY(!m_bus->address().isEmpty());
    m_backend = std::make_unique<FakeBackend>(m_bus->address());
    QVERIFY(m_backend->appear());
}

void PlayedProgram::end()
{
    if (m_program && m_program->state() != QProcess::NotRunning) {
        m_program->kill();
        m_program->waitForFinished();
    }
    m_program.reset();
    m_backend.reset();
    m_bus.reset();
}

void PlayedProgram::start(const QStringList &arguments, QProcess *reader)
{
    m_program = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DBUS_SYSTEM_BUS_ADDRESS"), m_bus->address());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_program->setProcessEnvironment(environment);
    m_program->setStandardInputFile(QProcess::nullDevice());
    if (reader) {
        m_program->setStandardOutputProcess(reader);
    }
    m_program->start(QStringLiteral(TRACKHAND_PROGRAMS "/trackhandctl"), arguments);
}

/// Serves the bus until the program has ended.
Outcome PlayedProgram::finish()
{
    const QDeadlineTimer deadline(20000);
    while (m_program->state() != QProcess::NotRunning && !deadline.hasExpired()) {
        QTest::qWait(5);
    }
    Outcome outcome;
    if (m_program->state() == QProcess::NotRunning && m_program->exitStatus() == QProcess::NormalExit) {
        outcome.status = m_program->exitCode();
    }
    outcome.out = QString::fromUtf8(m_program->readAllStandardOutput());
    outcome.err = QString::fromUtf8(m_program->readAllStandardError());
    return outcome;
}

/// Until the program has been given its ring and had the time to open it.
void PlayedProgram::waitUntilWatching()
{
    QTRY_VERIFY(m_backend->lastCall(QStringLiteral("OpenEvents")));
    QTest::qWait(100);
}

} // namespace Trackhand
