// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/auth/authorizer.h"

namespace Trackhand {

namespace {

QString reason(Authorizer::Decision decision)
{
    switch (decision) {
    case Authorizer::Decision::NeedsInteraction:
        return QStringLiteral("it needs an administrator's password and this program did not allow a prompt; "
                              "try again from a program that does, or as root");
    case Authorizer::Decision::Dismissed:
        return QStringLiteral("no administrator's password was given; try again and type it");
    case Authorizer::Decision::NoAgent:
        return QStringLiteral(
            "it needs an administrator's password, and your session has no polkit agent that could ask "
            "for it; start your desktop's, or run \"pkttyagent --process PID\" in a terminal, with "
            "the process id of this program, and try again");
    case Authorizer::Decision::TimedOut:
        return QStringLiteral("nobody answered the password prompt in time; try again");
    case Authorizer::Decision::CallerLeft:
        return QStringLiteral("the caller left the bus before it was granted");
    case Authorizer::Decision::TooManyQuestions:
        return QStringLiteral("too many requests wait for an answer; answer the open password prompts first");
    case Authorizer::Decision::Unavailable:
        return QStringLiteral("polkit could not be asked; see that polkit.service runs and that Trackhand's actions "
                              "are installed (pkaction --action-id %1)");
    default:
        return QStringLiteral("polkit refuses it to you; ask an administrator, who can allow it with a polkit rule");
    }
}

} // namespace

QString refusalText(Authorizer::Decision decision, const QString &action)
{
    QString why = reason(decision);
    why.replace(QLatin1String("%1"), action);
    return QStringLiteral("not authorised for %1: %2").arg(action, why);
}

} // namespace Trackhand
