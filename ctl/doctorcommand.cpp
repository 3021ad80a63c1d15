// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/doctor/doctor.h"
#include "client/export/jsonline.h"
#include "ctl/commands.h"
#include "ctl/session.h"

#include <QProcess>

namespace Trackhand {

namespace {

QString mark(const Console &console, DoctorCheck::Outcome outcome)
{
    const QString word = outcomeName(outcome).leftJustified(9);
    switch (outcome) {
    case DoctorCheck::Outcome::Ok:
        return console.coloured(Console::Colour::Good, word);
    case DoctorCheck::Outcome::Attention:
        return console.coloured(Console::Colour::Warning, word);
    case DoctorCheck::Outcome::Failed:
        break;
    }
    return console.coloured(Console::Colour::Bad, word);
}

void print(Session &session, const DoctorCheck &check)
{
    if (session.json()) {
        session.console().line(JsonLine()
                                   .add("check", check.id.toStdString())
                                   .add("outcome", outcomeName(check.outcome).toStdString())
                                   .add("text", check.text.toStdString())
                                   .addUnlessEmpty("remedy", check.remedy.toStdString())
                                   .text());
        return;
    }
    session.console().line(mark(session.console(), check.outcome) + u' ' + check.text);
    if (!check.remedy.isEmpty()) {
        session.console().line(QString(10, u' ') + check.remedy);
    }
}

/// On another machine its own trackhandctl is asked: what it sees, no bus can tell.
ExitStatus examineOther(Session &session)
{
    QStringList remote {QStringLiteral("trackhandctl"), QStringLiteral("doctor")};
    if (session.json()) {
        remote.append(QStringLiteral("--json"));
    }
    QProcess ssh;
    ssh.setProcessChannelMode(QProcess::ForwardedChannels);
    ssh.setStandardInputFile(QProcess::nullDevice());
    ssh.start(SshCommand::program(), SshCommand(session.host(), session.sshConfig()).arguments(remote));
    if (!ssh.waitForFinished(-1) || ssh.exitCode() > static_cast<int>(ExitStatus::UnsupportedByKernel)) {
        return session.fail({ErrorCode::NoBackend,
            "trackhandctl on " + session.host().toString().toStdString() + " could not be asked: try \"ssh "
                + session.host().host().toStdString() + " trackhandctl doctor\""});
    }
    return static_cast<ExitStatus>(ssh.exitCode());
}

ExitStatus runDoctor(Session &session, const Arguments &)
{
    if (!session.host().isLocal()) {
        return examineOther(session);
    }
    const QList<DoctorCheck> checks = Doctor().examine();
    for (const DoctorCheck &check : checks) {
        print(session, check);
    }
    if (const DoctorCheck *failure = Doctor::kernelFailure(checks)) {
        session.console().complain(QStringLiteral("user-space helpers cannot work on this kernel: %1; %2")
                                       .arg(failure->text, failure->remedy));
        return ExitStatus::UnsupportedByKernel;
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> doctorCommands()
{
    return {{"doctor", "", 0, 0, "what this machine can do, each check with its remedy", {}, runDoctor}};
}

} // namespace Trackhand
