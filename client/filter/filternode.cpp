// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/filter/filternode.h"

#include <algorithm>

namespace Trackhand {

namespace {

bool sameLetter(char a, char b)
{
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    };
    return lower(a) == lower(b);
}

bool containsText(std::string_view text, std::string_view part)
{
    return std::search(text.begin(), text.end(), part.begin(), part.end(), sameLetter) != text.end() || part.empty();
}

} // namespace

NumberNode::NumberNode(const EventField &field, Comparison comparison, std::vector<Range> ranges)
    : m_getters(field.numbers)
    , m_comparison(comparison)
    , m_ranges(std::move(ranges))
{
}

// Two values (`port`): any of them is enough, but != means that neither is.
bool NumberNode::matches(const EventRecord &event) const
{
    bool present = false;
    for (const auto getter : m_getters) {
        const auto value = getter(event);
        if (!value) {
            continue;
        }
        present = true;
        if (m_comparison == Comparison::NotEqual ? inRanges(*value) : holds(*value)) {
            return m_comparison != Comparison::NotEqual;
        }
    }
    return present && m_comparison == Comparison::NotEqual;
}

bool NumberNode::inRanges(double value) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(),
        [value](const Range &range) { return value >= range.first && value <= range.second; });
}

bool NumberNode::holds(double value) const
{
    const double bound = m_ranges.front().first;
    switch (m_comparison) {
    case Comparison::Less:
        return value < bound;
    case Comparison::LessOrEqual:
        return value <= bound;
    case Comparison::Greater:
        return value > bound;
    case Comparison::GreaterOrEqual:
        return value >= bound;
    default:
        return inRanges(value);
    }
}

TextNode::TextNode(const EventField &field, Comparison comparison, std::vector<std::string> texts)
    : m_getters(field.texts)
    , m_comparison(comparison)
    , m_texts(std::move(texts))
{
    if (m_comparison == Comparison::Matches) {
        m_expression =
            QRegularExpression(QString::fromStdString(m_texts.front()), QRegularExpression::CaseInsensitiveOption);
        m_expression.optimize();
    }
}

bool TextNode::matches(const EventRecord &event) const
{
    const auto value = m_getters.front()(event);
    return value && (m_comparison == Comparison::NotEqual) != holds(*value);
}

bool TextNode::holds(std::string_view value) const
{
    switch (m_comparison) {
    case Comparison::Contains:
        return containsText(value, m_texts.front());
    case Comparison::Matches:
        return m_expression.match(QString::fromUtf8(value.data(), qsizetype(value.size()))).hasMatch();
    default:
        return std::find(m_texts.begin(), m_texts.end(), value) != m_texts.end();
    }
}

std::optional<AddressPrefix> AddressPrefix::parse(const QString &text)
{
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    QString plain = text.left(slash < 0 ? text.size() : slash);
    if (plain.startsWith(QLatin1Char('[')) && plain.endsWith(QLatin1Char(']'))) {
        plain = plain.mid(1, plain.size() - 2);
    }
    const auto address = IpAddress::parse(plain.toStdString());
    if (!address) {
        return std::nullopt;
    }
    const int all = static_cast<int>(address->size()) * 8;
    if (slash < 0) {
        return AddressPrefix {*address, all};
    }
    bool good = false;
    const int bits = text.mid(slash + 1).toInt(&good);
    return good && bits >= 0 && bits <= all ? std::optional(AddressPrefix {*address, bits}) : std::nullopt;
}

bool AddressPrefix::contains(const IpAddress &other) const
{
    if (other.family != address.family) {
        return false;
    }
    const auto whole = static_cast<std::size_t>(bits / 8);
    if (!std::equal(address.bytes.begin(), address.bytes.begin() + std::ptrdiff_t(whole), other.bytes.begin())) {
        return false;
    }
    const int rest = bits % 8;
    const auto mask = static_cast<std::uint8_t>(0xff << (8 - rest));
    return rest == 0 || (address.bytes[whole] & mask) == (other.bytes[whole] & mask);
}

AddressNode::AddressNode(const EventField &field, Comparison comparison, std::vector<AddressPrefix> prefixes)
    : m_getters(field.addresses)
    , m_comparison(comparison)
    , m_prefixes(std::move(prefixes))
{
}

bool AddressNode::matches(const EventRecord &event) const
{
    bool present = false;
    for (const auto getter : m_getters) {
        const auto value = getter(event);
        if (!value) {
            continue;
        }
        present = true;
        if (std::any_of(m_prefixes.begin(), m_prefixes.end(),
                [&value](const AddressPrefix &prefix) { return prefix.contains(*value); })) {
            return m_comparison != Comparison::NotEqual;
        }
    }
    return present && m_comparison == Comparison::NotEqual;
}

} // namespace Trackhand
