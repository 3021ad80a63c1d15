// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/filter/eventfields.h"

#include <QRegularExpression>
#include <memory>
#include <string>
#include <utility>
#include <vector>

/// The compiled form of a filter: a tree of conditions with everything parsed beforehand.
namespace Trackhand {

class FilterNode {
public:
    virtual ~FilterNode() = default;
    virtual bool matches(const EventRecord &event) const = 0;
};
using FilterNodePtr = std::shared_ptr<const FilterNode>;

class AndNode : public FilterNode {
public:
    AndNode(FilterNodePtr left, FilterNodePtr right)
        : m_left(std::move(left))
        , m_right(std::move(right))
    {
    }
    bool matches(const EventRecord &event) const override { return m_left->matches(event) && m_right->matches(event); }

private:
    FilterNodePtr m_left;
    FilterNodePtr m_right;
};

class OrNode : public FilterNode {
public:
    OrNode(FilterNodePtr left, FilterNodePtr right)
        : m_left(std::move(left))
        , m_right(std::move(right))
    {
    }
    bool matches(const EventRecord &event) const override { return m_left->matches(event) || m_right->matches(event); }

private:
    FilterNodePtr m_left;
    FilterNodePtr m_right;
};

class NotNode : public FilterNode {
public:
    explicit NotNode(FilterNodePtr inner)
        : m_inner(std::move(inner))
    {
    }
    bool matches(const EventRecord &event) const override { return !m_inner->matches(event); }

private:
    FilterNodePtr m_inner;
};

enum class Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains, Matches };

/// A number against ranges (one number is a range of itself); Equal means "in any of them".
class NumberNode : public FilterNode {
public:
    using Range = std::pair<double, double>;
    NumberNode(const EventField &field, Comparison comparison, std::vector<Range> ranges);
    bool matches(const EventRecord &event) const override;

private:
    bool holds(double value) const;
    bool inRanges(double value) const;

    std::vector<EventField::NumberGetter> m_getters;
    Comparison m_comparison;
    std::vector<Range> m_ranges;
};

class TextNode : public FilterNode {
public:
    TextNode(const EventField &field, Comparison comparison, std::vector<std::string> texts);
    bool matches(const EventRecord &event) const override;

private:
    bool holds(std::string_view value) const;

    std::vector<EventField::TextGetter> m_getters;
    Comparison m_comparison;
    std::vector<std::string> m_texts;
    QRegularExpression m_expression;
};

/// An address with the number of bits that count.
struct AddressPrefix {
    IpAddress address;
    int bits = 0;

    /// "10.0.1.0/24", "fd00:1::/64" or a plain address.
    static std::optional<AddressPrefix> parse(const QString &text);
    bool contains(const IpAddress &address) const;
};

class AddressNode : public FilterNode {
public:
    AddressNode(const EventField &field, Comparison comparison, std::vector<AddressPrefix> prefixes);
    bool matches(const EventRecord &event) const override;

private:
    std::vector<EventField::AddressGetter> m_getters;
    Comparison m_comparison;
    std::vector<AddressPrefix> m_prefixes;
};

} // namespace Trackhand
