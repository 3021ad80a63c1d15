// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/exitstatus.h"
#include "ctl/program.h"

#include <QCoreApplication>

#include <csignal>

int main(int argc, char **argv)
{
    // A reader that goes away (`| head`) shows as a failed write, and the command ends in its own way.
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("trackhandctl"));
    return static_cast<int>(Trackhand::runProgram(QCoreApplication::arguments().mid(1)));
}
