// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/commands.h"

namespace Trackhand {

namespace {

const char *const GlobalOptions = R"(Options of every command:
  --json               one JSON object a line instead of text for people
  --host HOST          ssh://[user@]host[:port]: the backend of another machine
  --ssh-config FILE    the configuration ssh shall use for --host
  --help               what a command takes
  --version            this program's version

Exit status: 0 done, 1 failed, 2 wrong usage, 3 no backend, 4 not authorised, 5 this kernel cannot do it.)";

QString usageLine(const Command &command)
{
    QString line = QStringLiteral("trackhandctl ") + QLatin1String(command.words);
    if (*command.operands != '\0') {
        line += u' ' + QLatin1String(command.operands);
    }
    if (!command.options.empty()) {
        line += QStringLiteral(" [OPTION...]");
    }
    return line;
}

QString left(const QString &text, int width)
{
    return text.leftJustified(width);
}

} // namespace

const std::vector<Command> &allCommands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> commands;
        for (const auto &group :
            {doctorCommands(), statusCommands(), helperCommands(), ruleCommands(), watchCommands(), replayCommands(),
                scriptCommands(), installedScriptCommands(), evidenceCommands(), settingsCommands()}) {
            commands.insert(commands.end(), group.begin(), group.end());
        }
        return commands;
    }();
    return all;
}

const Command *findCommand(const QStringList &words)
{
    for (const Command &command : allCommands()) {
        const QStringList own = QString::fromLatin1(command.words).split(u' ');
        if (words.mid(0, own.size()) == own) {
            return &command;
        }
    }
    return nullptr;
}

QString programHelp()
{
    QString text = QStringLiteral("trackhandctl: connection-tracking helpers in user space, from the command line\n\n"
                                  "Usage: trackhandctl COMMAND [OPTION...]\n\n");
    for (const Command &command : allCommands()) {
        const QString words = QLatin1String(command.words) + u' ' + QLatin1String(command.operands);
        text += QStringLiteral("  %1 %2\n").arg(left(words, 30), QLatin1String(command.summary));
    }
    return text + u'\n' + QLatin1String(GlobalOptions);
}

QString commandHelp(const Command &command)
{
    QString text = QStringLiteral("%1\n\nUsage: %2\n").arg(QLatin1String(command.summary), usageLine(command));
    if (!command.options.empty()) {
        text += u'\n';
    }
    for (const Option &option : command.options) {
        const QString name = QStringLiteral("--%1 %2").arg(QLatin1String(option.name), QLatin1String(option.value));
        text += QStringLiteral("  %1 %2\n").arg(left(name, 28), QLatin1String(option.help));
    }
    return text + u'\n' + QLatin1String(GlobalOptions);
}

} // namespace Trackhand
