// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/eventfilter.h"

#include "client/filter/filterlexer.h"
#include "client/filter/filternode.h"

#include <QCoreApplication>
#include <algorithm>

namespace Trackhand {

namespace {

using Kind = FilterToken::Kind;

constexpr int DeepestNesting = 64; // a person writes three; a script may write nonsense

Comparison comparisonOf(const QString &text)
{
    static const std::pair<const char *, Comparison> known[] = {{"==", Comparison::Equal}, {"!=", Comparison::NotEqual},
        {"<", Comparison::Less}, {"<=", Comparison::LessOrEqual}, {">", Comparison::Greater},
        {">=", Comparison::GreaterOrEqual}, {"contains", Comparison::Contains}, {"matches", Comparison::Matches},
        {"in", Comparison::Equal}};
    const auto found = std::find_if(
        std::begin(known), std::end(known), [&text](const auto &entry) { return text == QLatin1String(entry.first); });
    return found->second;
}

/// Recursive descent: or of ands of nots of conditions. The first error ends it.
class Parser {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::EventFilter)
public:
    explicit Parser(const QString &text)
        : m_tokens(filterTokens(text))
    {
    }

    FilterNodePtr parse()
    {
        if (m_tokens.last().kind == Kind::Bad) {
            return fail(m_tokens.last(), m_tokens.last().text);
        }
        FilterNodePtr root = parseOr();
        if (root && current().kind != Kind::End) {
            return fail(current(), tr("\"and\" or \"or\" is missing before \"%1\"").arg(current().text));
        }
        return root;
    }

    QString error;
    FilterToken where;

private:
    const FilterToken &current() const { return m_tokens.at(m_at); }

    FilterToken next()
    {
        const FilterToken token = current();
        if (token.kind != Kind::End) {
            ++m_at;
        }
        return token;
    }

    FilterNodePtr fail(const FilterToken &token, const QString &text)
    {
        if (error.isEmpty()) {
            error = text;
            where = token;
        }
        return nullptr;
    }

    FilterNodePtr parseOr()
    {
        FilterNodePtr left = parseAnd();
        while (left && current().kind == Kind::Or) {
            next();
            FilterNodePtr right = parseAnd();
            left = right ? std::make_shared<OrNode>(left, right) : nullptr;
        }
        return left;
    }

    FilterNodePtr parseAnd()
    {
        FilterNodePtr left = parseNot();
        while (left && current().kind == Kind::And) {
            next();
            FilterNodePtr right = parseNot();
            left = right ? std::make_shared<AndNode>(left, right) : nullptr;
        }
        return left;
    }

    FilterNodePtr parseNot()
    {
        if (m_depth >= DeepestNesting) {
            return fail(current(), tr("this is nested too deeply"));
        }
        ++m_depth;
        FilterNodePtr node;
        if (current().kind == Kind::Not) {
            next();
            const FilterNodePtr inner = parseNot();
            node = inner ? std::make_shared<NotNode>(inner) : nullptr;
        } else if (current().kind == Kind::Open) {
            next();
            node = parseOr();
            if (node && current().kind != Kind::Close) {
                node = fail(current(), tr("a closing parenthesis is missing"));
            }
            next();
        } else {
            node = parseCondition();
        }
        --m_depth;
        return node;
    }

    FilterNodePtr parseCondition()
    {
        const FilterToken name = next();
        if (name.kind == Kind::End) {
            return fail(name, tr("the filter ends where a field should be, for example helper == \"ftp\""));
        }
        const EventField *field = name.kind == Kind::Word ? findEventField(name.text) : nullptr;
        if (!field) {
            return fail(name, unknownField(name));
        }
        if (current().kind != Kind::Operator) {
            if (field->type == EventField::Type::YesNo) {
                return std::make_shared<NumberNode>(
                    *field, Comparison::Equal, std::vector<NumberNode::Range> {{1.0, 1.0}});
            }
            return fail(current(), tr("after %1 a comparison is missing: ==, !=, <, >, contains or in").arg(name.text));
        }
        const FilterToken comparison = next();
        QList<FilterToken> values;
        if (!parseValues(comparison.text == QLatin1String("in"), values)) {
            return nullptr;
        }
        return condition(*field, comparison, values);
    }

    static QString unknownField(const FilterToken &name)
    {
        const QStringList known = EventFilter::fieldNames();
        for (const QString &candidate : known) {
            if (name.text.size() > 1 && (candidate.startsWith(name.text) || name.text.startsWith(candidate))) {
                return tr("there is no field \"%1\"; did you mean %2?").arg(name.text, candidate);
            }
        }
        return tr("there is no field \"%1\"; to search what the helper saw, write note contains \"%1\"").arg(name.text);
    }

    bool parseValues(bool set, QList<FilterToken> &values)
    {
        const bool braces = current().kind == Kind::OpenBrace;
        if (set != braces) {
            fail(current(),
                set ? tr("\"in\" wants a set in braces: {21, 2121}") : tr("a set in braces goes with \"in\""));
            return false;
        }
        if (!braces) {
            values.append(next());
            return isValue(values.last());
        }
        next();
        while (current().kind != Kind::CloseBrace) {
            values.append(next());
            if (!isValue(values.last())) {
                return false;
            }
            if (current().kind == Kind::Comma) {
                next();
            }
        }
        const FilterToken close = next();
        if (values.isEmpty()) {
            fail(close, tr("the set is empty"));
        }
        return !values.isEmpty();
    }

    bool isValue(const FilterToken &token)
    {
        if (token.kind == Kind::Word || token.kind == Kind::Quoted) {
            return true;
        }
        fail(token, tr("a value is missing here"));
        return false;
    }

    FilterNodePtr condition(const EventField &field, const FilterToken &operatorToken, const QList<FilterToken> &values)
    {
        const Comparison comparison = comparisonOf(operatorToken.text);
        const bool onText = comparison == Comparison::Contains || comparison == Comparison::Matches;
        const bool onOrder = comparison >= Comparison::Less && comparison <= Comparison::GreaterOrEqual;
        if ((onText && field.type != EventField::Type::Text) || (onOrder && field.type != EventField::Type::Number)) {
            return fail(operatorToken,
                tr("%1 cannot be compared with \"%2\"").arg(QLatin1String(field.name), operatorToken.text));
        }
        switch (field.type) {
        case EventField::Type::Number:
        case EventField::Type::YesNo:
            return numberCondition(field, comparison, values, !onOrder);
        case EventField::Type::Text:
            return textCondition(field, comparison, values);
        case EventField::Type::Address:
            return addressCondition(field, comparison, values);
        }
        return nullptr;
    }

    static std::optional<double> number(const QString &text, EventField::Type type)
    {
        if (type == EventField::Type::YesNo && (text == QLatin1String("true") || text == QLatin1String("false"))) {
            return text == QLatin1String("true") ? 1.0 : 0.0;
        }
        bool good = false;
        const double value = text.startsWith(QLatin1String("0x")) ? text.toUInt(&good, 16) : text.toDouble(&good);
        return good ? std::optional(value) : std::nullopt;
    }

    FilterNodePtr numberCondition(
        const EventField &field, Comparison comparison, const QList<FilterToken> &values, bool rangesAllowed)
    {
        std::vector<NumberNode::Range> ranges;
        for (const FilterToken &token : values) {
            const qsizetype dash = rangesAllowed ? token.text.indexOf(QLatin1Char('-'), 1) : -1;
            const auto first = number(token.text.left(dash < 0 ? token.text.size() : dash), field.type);
            const auto last = dash < 0 ? first : number(token.text.mid(dash + 1), field.type);
            if (!first || !last) {
                return fail(token, tr("%1 is a number, \"%2\" is not").arg(QLatin1String(field.name), token.text));
            }
            ranges.emplace_back(*first, *last);
        }
        return std::make_shared<NumberNode>(field, comparison, std::move(ranges));
    }

    FilterNodePtr textCondition(const EventField &field, Comparison comparison, const QList<FilterToken> &values)
    {
        const bool whole = comparison == Comparison::Equal || comparison == Comparison::NotEqual;
        std::vector<std::string> texts;
        for (const FilterToken &token : values) {
            if (whole && !field.allowed.isEmpty() && !field.allowed.contains(token.text)) {
                return fail(token,
                    tr("%1 is never \"%2\"; it is one of %3")
                        .arg(QLatin1String(field.name), token.text, field.allowed.join(QLatin1String(", "))));
            }
            if (comparison == Comparison::Matches) {
                const QRegularExpression expression(token.text);
                if (!expression.isValid()) {
                    return fail(token, tr("this is no regular expression: %1").arg(expression.errorString()));
                }
            }
            texts.push_back(token.text.toStdString());
        }
        return std::make_shared<TextNode>(field, comparison, std::move(texts));
    }

    FilterNodePtr addressCondition(const EventField &field, Comparison comparison, const QList<FilterToken> &values)
    {
        std::vector<AddressPrefix> prefixes;
        for (const FilterToken &token : values) {
            const auto prefix = AddressPrefix::parse(token.text);
            if (!prefix) {
                return fail(token,
                    tr("%1 is an address, \"%2\" is not: write 10.0.1.2, 10.0.1.0/24 or fd00:1::/64")
                        .arg(QLatin1String(field.name), token.text));
            }
            prefixes.push_back(*prefix);
        }
        return std::make_shared<AddressNode>(field, comparison, std::move(prefixes));
    }

    QList<FilterToken> m_tokens;
    int m_at = 0;
    int m_depth = 0;
};

} // namespace

EventFilter::EventFilter(std::shared_ptr<const FilterNode> root)
    : m_root(std::move(root))
{
}

EventFilter::Compiled EventFilter::compile(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return {};
    }
    Parser parser(text);
    FilterNodePtr root = parser.parse();
    if (!root) {
        return {{}, parser.error, parser.where.position, parser.where.length};
    }
    return {EventFilter(std::move(root)), {}, 0, 0};
}

bool EventFilter::matches(const EventRecord &event) const
{
    return !m_root || m_root->matches(event);
}

QStringList EventFilter::fieldNames()
{
    QStringList names;
    for (const EventField &field : eventFields()) {
        names.append(QLatin1String(field.name));
    }
    return names;
}

} // namespace Trackhand
