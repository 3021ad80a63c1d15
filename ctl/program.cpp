// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/program.h"

#include "ctl/commands.h"
#include "ctl/session.h"

#include <optional>

namespace Trackhand {

namespace {

/// The options that every command has, taken out of the command line wherever they stand.
struct GlobalOptions {
    bool json = false;
    bool help = false;
    bool version = false;
    QString host;
    QString sshConfig;
    QStringList rest;
};

/// The value of --NAME VALUE or --NAME=VALUE at @p at, which then points at the value; nothing for another word.
std::optional<Result<QString>> valueOf(const QString &name, const QStringList &words, qsizetype &at)
{
    if (words[at].startsWith(name + u'=')) {
        return Result(words[at].mid(name.size() + 1));
    }
    if (words[at] != name) {
        return std::nullopt;
    }
    if (at + 1 == words.size()) {
        return Error {ErrorCode::InvalidArgument, name.toStdString() + " needs a value"};
    }
    return Result(words[++at]);
}

Result<GlobalOptions> takeGlobalOptions(const QStringList &words)
{
    GlobalOptions options;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == QLatin1String("--")) {
            options.rest += words.mid(i);
            break;
        }
        if (words[i] == QLatin1String("--json")) {
            options.json = true;
        } else if (words[i] == QLatin1String("--help") || words[i] == QLatin1String("-h")) {
            options.help = true;
        } else if (words[i] == QLatin1String("--version")) {
            options.version = true;
        } else if (const auto host = valueOf(QStringLiteral("--host"), words, i)) {
            if (!*host) {
                return host->error();
            }
            options.host = **host;
        } else if (const auto config = valueOf(QStringLiteral("--ssh-config"), words, i)) {
            if (!*config) {
                return config->error();
            }
            options.sshConfig = **config;
        } else {
            options.rest.append(words[i]);
        }
    }
    return options;
}

/// Why @p words are no command, in words for the person who typed them.
QString unknownCommand(const QStringList &words)
{
    QStringList siblings;
    for (const Command &command : allCommands()) {
        const QStringList own = QString::fromLatin1(command.words).split(u' ');
        if (own.size() > 1 && own.first() == words.first()) {
            siblings.append(own.last());
        }
    }
    if (siblings.isEmpty()) {
        return QStringLiteral("there is no command \"%1\"").arg(words.first());
    }
    return QStringLiteral("\"%1\" is followed by one of %2").arg(words.first(), siblings.join(QStringLiteral(", ")));
}

ExitStatus printHelp(Console &console, const QString &text)
{
    console.line(text);
    return ExitStatus::Done;
}

ExitStatus runCommand(Session &session, const QStringList &words, bool help)
{
    const Command *command = findCommand(words);
    if (help) {
        return printHelp(session.console(), command ? commandHelp(*command) : programHelp());
    }
    if (!command) {
        return session.usage(unknownCommand(words));
    }
    const auto arguments = Arguments::parse(*command, words.mid(QString::fromLatin1(command->words).count(u' ') + 1));
    if (!arguments) {
        return session.usage(arguments.error());
    }
    return command->run(session, *arguments);
}

} // namespace

ExitStatus runProgram(const QStringList &commandLine)
{
    const auto options = takeGlobalOptions(commandLine);
    const auto host = options ? HostAddress::parse(options->host) : Result(HostAddress());
    Session session(host ? *host : HostAddress(), options ? options->sshConfig : QString(), options && options->json);
    if (!options) {
        return session.usage(options.error());
    }
    if (!host) {
        return session.usage(host.error());
    }
    if (options->version) {
        return printHelp(session.console(), QStringLiteral("trackhandctl " TRACKHAND_VERSION));
    }
    if (options->rest.isEmpty()) {
        return options->help ? printHelp(session.console(), programHelp())
                             : session.usage(QStringLiteral("a command is needed"));
    }
    const bool helpCommand = options->rest.first() == QLatin1String("help");
    const QStringList words = helpCommand ? options->rest.mid(1) : options->rest;
    return runCommand(session, words, helpCommand || options->help);
}

} // namespace Trackhand
