// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/scriptcompletion.h"

#include "helpers/script/api.h"

#include <QRegularExpression>
#include <algorithm>

namespace Trackhand {

namespace {

QString fromLatin(const char *text)
{
    return QString::fromLatin1(text);
}

bool hasMethods(const QString &owner)
{
    return std::ranges::any_of(Script::apiEntries(),
        [&](const Script::ApiEntry &entry) { return !owner.isEmpty() && owner == QLatin1String(entry.owner); });
}

/// Of the object @p receiver when it is called as what it is, else of any object.
QStringList methodsOf(const QString &receiver)
{
    QStringList names;
    const bool known = hasMethods(receiver);
    for (const Script::ApiEntry &entry : Script::apiEntries()) {
        const QString owner = fromLatin(entry.owner);
        if (known ? owner == receiver : !owner.isEmpty()) {
            names.append(fromLatin(entry.name));
        }
    }
    return names;
}

/// "byte" and so on of "string".
QStringList membersOf(const QString &table)
{
    QStringList names;
    for (const char *const name : Script::languageFunctions()) {
        const QString function = fromLatin(name);
        if (!table.isEmpty() && function.startsWith(table + QLatin1Char('.'))) {
            names.append(function.mid(table.size() + 1));
        }
    }
    return names;
}

QStringList words()
{
    QStringList names;
    for (const Script::ApiEntry &entry : Script::apiEntries()) {
        names.append(*entry.owner == '\0' ? fromLatin(entry.name) : fromLatin(entry.owner));
    }
    for (const char *const name : Script::languageFunctions()) {
        names.append(fromLatin(name).section(QLatin1Char('.'), 0, 0));
    }
    for (const Script::FieldEntry &field : Script::fieldEntries()) {
        names.append(fromLatin(field.name));
    }
    return names;
}

/// Within a comment, or a text that has not ended, nothing of the language is written.
bool isInText(const QString &line)
{
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar letter = line.at(i);
        if (!quote.isNull()) {
            i += letter == QLatin1Char('\\') ? 1 : 0;
            quote = letter == quote ? QChar() : quote;
        } else if (letter == QLatin1Char('"') || letter == QLatin1Char('\'')) {
            quote = letter;
        } else if (QStringView(line).mid(i).startsWith(QLatin1String("--"))) {
            return true;
        }
    }
    return !quote.isNull();
}

/// What stands before the innermost bracket that is open at the end of @p line.
QString beforeOpenBracket(const QString &line)
{
    int closed = 0;
    for (qsizetype i = line.size() - 1; i >= 0; --i) {
        const QChar letter = line.at(i);
        if (letter == QLatin1Char(')') || letter == QLatin1Char('}')) {
            ++closed;
        } else if (letter == QLatin1Char('(') || letter == QLatin1Char('{')) {
            if (closed == 0) {
                return line.left(i).trimmed();
            }
            --closed;
        }
    }
    return {};
}

QString hintOf(const Script::ApiEntry &entry)
{
    QString hint = QString::fromUtf8(entry.signature) + QLatin1Char('\n') + QString::fromUtf8(entry.summary);
    if (*entry.details != '\0') {
        constexpr int Width = 88; // characters of a line that is read at a glance
        int used = Width;
        for (const QString &word : QString::fromUtf8(entry.details).split(QLatin1Char(' '))) {
            const bool fits = used + 1 + word.size() <= Width;
            hint += QLatin1Char(fits ? ' ' : '\n') + word;
            used = fits ? used + 1 + int(word.size()) : int(word.size());
        }
    }
    return hint;
}

QString hintOfCall(const QString &before)
{
    static const QRegularExpression call(QStringLiteral("(?:(\\w+)\\s*(:)\\s*)?(\\w+)$"));
    const auto match = call.match(beforeOpenBracket(before));
    if (!match.hasMatch()) {
        return {};
    }
    const bool isMethod = match.hasCaptured(2);
    const QString receiver = match.captured(1);
    const bool known = hasMethods(receiver);
    for (const Script::ApiEntry &entry : Script::apiEntries()) {
        const QString owner = fromLatin(entry.owner);
        const bool fits = isMethod ? (known ? owner == receiver : !owner.isEmpty()) : owner.isEmpty();
        if (fits && match.captured(3) == QLatin1String(entry.name)) {
            return hintOf(entry);
        }
    }
    return {};
}

QString hintOfField(const QString &before)
{
    static const QRegularExpression assignment(QStringLiteral("(?:^|[{,;\\s])(\\w+)\\s*=\\s*$"));
    const auto match = assignment.match(before);
    QStringList hints;
    for (const Script::FieldEntry &field : Script::fieldEntries()) {
        if (match.hasMatch() && match.captured(1) == QLatin1String(field.name)) {
            const QString of = *field.owner == '\0' ? QString() : fromLatin(field.owner) + QStringLiteral(": ");
            hints.append(of
                + QStringLiteral("%1 (%2) %3")
                      .arg(fromLatin(field.name), fromLatin(field.type), QString::fromUtf8(field.summary)));
        }
    }
    return hints.join(QLatin1Char('\n'));
}

} // namespace

ScriptOffers scriptOffers(const QString &before)
{
    static const QRegularExpression place(QStringLiteral("(?:(\\w+)?\\s*([.:]))?(\\w*)$"));
    ScriptOffers offers;
    if (isInText(before)) {
        return offers;
    }
    const auto match = place.match(before);
    const QString separator = match.captured(2);
    const QString typed = match.captured(3);
    const bool isConcatenation = before.chopped(typed.size()).endsWith(QLatin1String(".."));
    offers.typed = int(typed.size());
    if (separator == QLatin1String(":")) {
        offers.names = methodsOf(match.captured(1));
    } else if (separator == QLatin1String(".") && !isConcatenation) {
        offers.names = membersOf(match.captured(1));
    } else {
        offers.names = words();
    }
    offers.names = offers.names.filter(QRegularExpression(QLatin1Char('^') + QRegularExpression::escape(typed)));
    offers.names.removeDuplicates();
    offers.names.sort();
    return offers;
}

QString scriptHint(const QString &before)
{
    const QString field = isInText(before) ? QString() : hintOfField(before);
    return field.isEmpty() ? hintOfCall(before) : field;
}

} // namespace Trackhand
