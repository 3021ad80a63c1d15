// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/arguments.h"

namespace Trackhand {

namespace {

Error wrong(const QString &text)
{
    return {ErrorCode::InvalidArgument, text.toStdString()};
}

const Option *findOption(const Command &command, const QString &name)
{
    for (const Option &option : command.options) {
        if (name == QLatin1String(option.name)) {
            return &option;
        }
    }
    return nullptr;
}

bool looksLikeOption(const QString &word)
{
    return word.startsWith(u'-') && word.size() > 1;
}

} // namespace

Result<Arguments> Arguments::parse(const Command &command, const QStringList &words)
{
    Arguments arguments;
    bool onlyOperands = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyOperands || !looksLikeOption(word)) {
            arguments.m_operands.append(word);
            continue;
        }
        if (word == QLatin1String("--")) {
            onlyOperands = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const Option *option = word.startsWith(QLatin1String("--")) ? findOption(command, name) : nullptr;
        if (!option) {
            return wrong(QStringLiteral("\"%1\" has no option %2").arg(QLatin1String(command.words), word));
        }
        const bool isSwitch = *option->value == '\0';
        if (isSwitch && equals >= 0) {
            return wrong(QStringLiteral("--%1 takes no value").arg(name));
        }
        if (!isSwitch && equals < 0 && i + 1 == words.size()) {
            return wrong(QStringLiteral("--%1 needs a value: %2").arg(name, QLatin1String(option->value)));
        }
        arguments.m_given.push_back({name, isSwitch ? QString() : equals >= 0 ? word.mid(equals + 1) : words[++i]});
    }
    if (arguments.m_operands.size() < command.fewestOperands) {
        return wrong(
            QStringLiteral("\"%1\" needs %2").arg(QLatin1String(command.words), QLatin1String(command.operands)));
    }
    if (arguments.m_operands.size() > command.mostOperands) {
        return wrong(QStringLiteral("\"%1\" does not know what to do with \"%2\"")
                         .arg(QLatin1String(command.words), arguments.m_operands[command.mostOperands]));
    }
    return arguments;
}

QString Arguments::value(const char *option) const
{
    const QStringList all = values(option);
    return all.isEmpty() ? QString() : all.last();
}

QStringList Arguments::values(const char *option) const
{
    QStringList all;
    for (const Given &given : m_given) {
        if (given.option == QLatin1String(option)) {
            all.append(given.value);
        }
    }
    return all;
}

Result<std::optional<uint>> Arguments::number(const char *option, uint least, uint most) const
{
    if (!has(option)) {
        return std::optional<uint>();
    }
    bool ok = false;
    const uint number = value(option).toUInt(&ok);
    if (!ok || number < least || number > most) {
        return wrong(QStringLiteral("--%1 is a number from %2 to %3, not \"%4\"")
                         .arg(QLatin1String(option))
                         .arg(least)
                         .arg(most)
                         .arg(value(option)));
    }
    return std::optional(number);
}

Result<QStringList> Arguments::words(const char *option, const QStringList &allowed) const
{
    const QStringList given = values(option);
    for (const QString &word : given) {
        if (!allowed.contains(word)) {
            return wrong(QStringLiteral("--%1 is one of %2, not \"%3\"")
                             .arg(QLatin1String(option), allowed.join(QStringLiteral(", ")), word));
        }
    }
    return given;
}

} // namespace Trackhand
