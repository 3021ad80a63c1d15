// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/filtercompletion.h"

#include "client/filter/eventfields.h"
#include "client/filter/eventfilter.h"
#include "client/filter/filterlexer.h"

#include <algorithm>

namespace Trackhand {

namespace {

using Kind = FilterToken::Kind;

/// Follows a filter word by word and knows what is due next.
class Reader {
public:
    enum class Due { Field, Operator, Value, SetValue, Connective, Nothing };

    void read(const FilterToken &token)
    {
        switch (m_due) {
        case Due::Field:
            readField(token);
            break;
        case Due::Operator:
            m_due = token.kind == Kind::Operator ? Due::Value : afterCondition(token);
            break;
        case Due::Value:
            m_due = token.kind == Kind::OpenBrace ? Due::SetValue : Due::Connective;
            break;
        case Due::SetValue:
            m_due = token.kind == Kind::CloseBrace ? Due::Connective : Due::SetValue;
            break;
        case Due::Connective:
            m_due = afterCondition(token);
            break;
        case Due::Nothing:
            break;
        }
    }

    Due due() const { return m_due; }
    const EventField *field() const { return m_field; }

private:
    void readField(const FilterToken &token)
    {
        if (token.kind == Kind::Not || token.kind == Kind::Open) {
            return;
        }
        m_field = token.kind == Kind::Word ? findEventField(token.text) : nullptr;
        m_due = m_field ? Due::Operator : Due::Nothing;
    }

    static Due afterCondition(const FilterToken &token)
    {
        if (token.kind == Kind::And || token.kind == Kind::Or) {
            return Due::Field;
        }
        return token.kind == Kind::Close ? Due::Connective : Due::Nothing;
    }

    Due m_due = Due::Field;
    const EventField *m_field = nullptr;
};

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(QLatin1Char(' '));
}

QStringList operatorsOf(const EventField &field)
{
    switch (field.type) {
    case EventField::Type::Number:
        return words("== != < <= > >= in");
    case EventField::Type::Text:
        return words("== != contains matches in");
    case EventField::Type::Address:
        return words("== != in");
    case EventField::Type::YesNo:
        break;
    }
    return words("and or == !=");
}

QStringList valuesOf(const EventField &field, const FilterValues &values, bool quoted)
{
    QStringList known = values.value(QLatin1String(field.name)) + field.allowed;
    if (field.type == EventField::Type::YesNo) {
        known = words("true false");
    }
    if (quoted) {
        for (QString &value : known) {
            value = QLatin1Char('"') + value + QLatin1Char('"');
        }
    }
    return known;
}

QStringList allThatAreDue(const Reader &reader, const FilterValues &values, bool quoted)
{
    switch (reader.due()) {
    case Reader::Due::Field:
        return EventFilter::fieldNames() + words("not");
    case Reader::Due::Operator:
        return operatorsOf(*reader.field());
    case Reader::Due::Value:
    case Reader::Due::SetValue:
        return valuesOf(*reader.field(), values, quoted);
    case Reader::Due::Connective:
        return words("and or");
    case Reader::Due::Nothing:
        break;
    }
    return {};
}

/// A word still grows when the cursor touches its end; of a text without a closing quote the lexer says Bad.
bool isGrowing(const FilterToken &token, const QString &before)
{
    if (token.kind == Kind::Bad) {
        return before.at(token.position) == QLatin1Char('"');
    }
    const bool word = token.kind == Kind::Word || token.kind == Kind::Operator || token.kind == Kind::And
        || token.kind == Kind::Or || token.kind == Kind::Not;
    return word && token.position + token.length == before.size();
}

/// Of a word that the cursor stands in, what comes after the cursor goes too.
int restOfWord(const QString &text, int cursor)
{
    const QList<FilterToken> rest = filterTokens(text.mid(cursor));
    const FilterToken &first = rest.first();
    return first.kind == Kind::Word && first.position == 0 ? first.length : 0;
}

} // namespace

FilterCompletion completeFilter(const QString &text, int cursor, const FilterValues &values)
{
    const QString before = text.left(cursor);
    QList<FilterToken> tokens = filterTokens(before);
    if (tokens.last().kind == Kind::End) {
        tokens.removeLast();
    }
    const bool growing = !tokens.isEmpty() && isGrowing(tokens.last(), before);
    const int position = growing ? tokens.takeLast().position : cursor;
    const QString begun = before.mid(position);
    Reader reader;
    for (const FilterToken &token : tokens) {
        reader.read(token);
    }
    FilterCompletion completion {position, cursor - position + (growing ? restOfWord(text, cursor) : 0), {}};
    const QStringList due = allThatAreDue(reader, values, begun.startsWith(QLatin1Char('"')));
    std::copy_if(due.begin(), due.end(), std::back_inserter(completion.candidates),
        [&begun](const QString &candidate) { return candidate.startsWith(begun, Qt::CaseInsensitive); });
    completion.candidates.removeDuplicates();
    if (completion.candidates == QStringList(text.mid(position, completion.length))) {
        completion.candidates.clear();
    }
    return completion;
}

} // namespace Trackhand
