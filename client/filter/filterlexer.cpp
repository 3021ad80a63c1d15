// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/filterlexer.h"

#include <QCoreApplication>
#include <array>
#include <utility>

namespace Trackhand {

namespace {

using Kind = FilterToken::Kind;

struct Symbol {
    const char *text;
    Kind kind;
};

// Longer ones first.
constexpr std::array<Symbol, 15> Symbols {{
    {"==", Kind::Operator},
    {"!=", Kind::Operator},
    {"<=", Kind::Operator},
    {">=", Kind::Operator},
    {"&&", Kind::And},
    {"||", Kind::Or},
    {"<", Kind::Operator},
    {">", Kind::Operator},
    {"=", Kind::Operator},
    {"!", Kind::Not},
    {"(", Kind::Open},
    {")", Kind::Close},
    {"{", Kind::OpenBrace},
    {"}", Kind::CloseBrace},
    {",", Kind::Comma},
}};

constexpr std::array<Symbol, 6> Words {{
    {"and", Kind::And},
    {"or", Kind::Or},
    {"not", Kind::Not},
    {"contains", Kind::Operator},
    {"matches", Kind::Operator},
    {"in", Kind::Operator},
}};

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"_.:/-+*[]").contains(c);
}

FilterToken quotedToken(const QString &text, int begin)
{
    QString value;
    for (int i = begin + 1; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('\\') && i + 1 < text.size()) {
            value += text[++i];
        } else if (text[i] == QLatin1Char('"')) {
            return {Kind::Quoted, value, begin, i + 1 - begin};
        } else {
            value += text[i];
        }
    }
    return {Kind::Bad, QCoreApplication::translate("Trackhand::EventFilter", "this text has no closing quote"), begin,
        int(text.size()) - begin};
}

FilterToken wordToken(const QString &text, int begin)
{
    int end = begin;
    while (end < text.size() && isWordCharacter(text[end])) {
        ++end;
    }
    const QString word = text.mid(begin, end - begin);
    for (const Symbol &known : Words) {
        if (word.compare(QLatin1String(known.text), Qt::CaseInsensitive) == 0) {
            return {known.kind, word.toLower(), begin, end - begin};
        }
    }
    return {Kind::Word, word, begin, end - begin};
}

FilterToken tokenAt(const QString &text, int begin)
{
    if (text[begin] == QLatin1Char('"')) {
        return quotedToken(text, begin);
    }
    for (const Symbol &symbol : Symbols) {
        const QLatin1String known(symbol.text);
        if (QStringView(text).mid(begin).startsWith(known)) {
            const QString meaning = known == QLatin1String("=") ? QStringLiteral("==") : QString(known);
            return {symbol.kind, meaning, begin, int(known.size())};
        }
    }
    if (isWordCharacter(text[begin])) {
        return wordToken(text, begin);
    }
    return {Kind::Bad, QCoreApplication::translate("Trackhand::EventFilter", "a filter has no \"%1\"").arg(text[begin]),
        begin, 1};
}

} // namespace

QList<FilterToken> filterTokens(const QString &text)
{
    QList<FilterToken> tokens;
    int at = 0;
    for (;;) {
        while (at < text.size() && text[at].isSpace()) {
            ++at;
        }
        if (at >= text.size()) {
            tokens.append({Kind::End, {}, int(text.size()), 0});
            return tokens;
        }
        tokens.append(tokenAt(text, at));
        if (tokens.last().kind == Kind::Bad) {
            return tokens;
        }
        at += tokens.last().length;
    }
}

} // namespace Trackhand
