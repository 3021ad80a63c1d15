// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/script/pattern.h"

#include "helpers/script/runtime.h"

#include <bit>

namespace Trackhand::Script {

namespace {

constexpr std::size_t MaxPattern = 256; // bytes
constexpr int MaxDepth = 100; // of captures and repetitions that follow each other
constexpr unsigned StepsPerInstruction = 4;
constexpr unsigned StepsBetweenCharges = 64 * StepsPerInstruction;

bool between(std::uint8_t byte, char first, char last)
{
    return byte >= static_cast<std::uint8_t>(first) && byte <= static_cast<std::uint8_t>(last);
}

bool isLetter(std::uint8_t byte)
{
    return between(byte, 'a', 'z') || between(byte, 'A', 'Z');
}

bool isDigit(std::uint8_t byte)
{
    return between(byte, '0', '9');
}

bool isVisible(std::uint8_t byte)
{
    return between(byte, '!', '~');
}

/// What stands behind a '%': the letter of a class, its contrary in a capital, or the character itself. Nothing here
/// knows a locale.
bool fitsEscape(std::uint8_t byte, char letter)
{
    const auto either = [](bool contrary, bool is) {
        return is != contrary;
    };
    switch (letter) {
    case 'a':
    case 'A':
        return either(letter == 'A', isLetter(byte));
    case 'c':
    case 'C':
        return either(letter == 'C', byte < ' ' || byte == 127);
    case 'd':
    case 'D':
        return either(letter == 'D', isDigit(byte));
    case 'g':
    case 'G':
        return either(letter == 'G', isVisible(byte));
    case 'l':
    case 'L':
        return either(letter == 'L', between(byte, 'a', 'z'));
    case 'p':
    case 'P':
        return either(letter == 'P', isVisible(byte) && !isLetter(byte) && !isDigit(byte));
    case 's':
    case 'S':
        return either(letter == 'S', byte == ' ' || between(byte, '\t', '\r'));
    case 'u':
    case 'U':
        return either(letter == 'U', between(byte, 'A', 'Z'));
    case 'w':
    case 'W':
        return either(letter == 'W', isLetter(byte) || isDigit(byte));
    case 'x':
    case 'X':
        return either(letter == 'X', isDigit(byte) || between(byte, 'a', 'f') || between(byte, 'A', 'F'));
    default:
        return byte == static_cast<std::uint8_t>(letter);
    }
}

} // namespace

Pattern::Pattern(Runtime &runtime, std::string_view subject, std::string_view pattern)
    : m_runtime(runtime)
    , m_subject(subject)
    , m_pattern(pattern)
{
    if (pattern.size() > MaxPattern) {
        fail("the pattern is longer than 256 bytes");
    }
}

bool Pattern::find(std::size_t from)
{
    const bool anchored = !m_pattern.empty() && m_pattern.front() == '^';
    for (std::size_t at = from; at <= m_subject.size(); ++at) {
        step();
        m_captures = {};
        m_depth = 0;
        const std::size_t end = match(at, anchored ? 1 : 0);
        if (end != None) {
            if (m_captures.open != 0) {
                fail("the pattern leaves a capture open");
            }
            m_whole = {at, end - at, false};
            return true;
        }
        if (anchored) {
            break;
        }
    }
    return false;
}

/// Where what begins at @p at ends, if the pattern from @p item on matches there; the captures are as before if not.
std::size_t Pattern::match(std::size_t at, std::size_t item)
{
    if (++m_depth > MaxDepth) {
        fail("the pattern is too deep");
    }
    const Captures before = m_captures;
    const std::size_t end = matchItems(at, item);
    if (end == None) {
        m_captures = before;
    }
    --m_depth;
    return end;
}

std::size_t Pattern::matchItems(std::size_t at, std::size_t item)
{
    while (item < m_pattern.size()) {
        if (m_pattern[item] == '(') {
            item = openCapture(at, item);
            continue;
        }
        if (m_pattern[item] == ')') {
            closeCapture(at);
            ++item;
            continue;
        }
        if (m_pattern[item] == '$' && item + 1 == m_pattern.size()) {
            return at == m_subject.size() ? at : None;
        }
        const std::size_t end = endOfItem(item);
        const char suffix = end < m_pattern.size() ? m_pattern[end] : '\0';
        if (suffix == '*' || suffix == '+' || suffix == '?' || suffix == '-') {
            return matchRepeated(at, item, end);
        }
        if (!fits(at, item, end)) {
            return None;
        }
        ++at;
        item = end;
    }
    return at;
}

std::size_t Pattern::matchRepeated(std::size_t at, std::size_t item, std::size_t end)
{
    const char suffix = m_pattern[end];
    if (suffix == '-') {
        return matchShortest(at, item, end);
    }
    const std::size_t least = suffix == '+' ? 1 : 0;
    std::size_t count = 0;
    while ((suffix != '?' || count == 0) && fits(at + count, item, end)) {
        ++count;
    }
    for (; count + 1 > least; --count) {
        const std::size_t matched = match(at + count, end + 1);
        if (matched != None || count == 0) {
            return matched;
        }
    }
    return None;
}

std::size_t Pattern::matchShortest(std::size_t at, std::size_t item, std::size_t end)
{
    for (;; ++at) {
        const std::size_t matched = match(at, end + 1);
        if (matched != None) {
            return matched;
        }
        if (!fits(at, item, end)) {
            return None;
        }
    }
}

/// The item behind what opens it.
std::size_t Pattern::openCapture(std::size_t at, std::size_t item)
{
    if (m_captures.count == MaxCaptures) {
        fail("the pattern has too many captures");
    }
    const bool isPosition = item + 1 < m_pattern.size() && m_pattern[item + 1] == ')';
    const std::size_t index = m_captures.count++;
    m_pieces[index] = {at, 0, isPosition};
    if (isPosition) {
        return item + 2;
    }
    m_captures.open |= std::uint32_t {1} << index;
    return item + 1;
}

/// The innermost one.
void Pattern::closeCapture(std::size_t at)
{
    if (m_captures.open == 0) {
        fail("the pattern closes a capture that is not open");
    }
    const auto index = static_cast<std::size_t>(std::bit_width(m_captures.open) - 1);
    m_captures.open &= ~(std::uint32_t {1} << index);
    m_pieces[index].length = at - m_pieces[index].begin;
}

/// Behind a single character, an escaped one or a set.
std::size_t Pattern::endOfItem(std::size_t item)
{
    const char first = m_pattern[item++];
    if (first == '%') {
        if (item == m_pattern.size()) {
            fail("the pattern ends with '%'");
        }
        if (m_pattern[item] == 'b' || m_pattern[item] == 'f' || isDigit(static_cast<std::uint8_t>(m_pattern[item]))) {
            fail("%b, %f and back references are not in these patterns");
        }
        return item + 1;
    }
    if (first != '[') {
        return item;
    }
    if (item < m_pattern.size() && m_pattern[item] == '^') {
        ++item;
    }
    do { // a ']' that comes first is one of the set
        if (item >= m_pattern.size()) {
            fail("the pattern has a '[' without its ']'");
        }
        item += m_pattern[item] == '%' ? 2 : 1;
    } while (item >= m_pattern.size() || m_pattern[item] != ']');
    return item + 1;
}

bool Pattern::fits(std::size_t at, std::size_t item, std::size_t end)
{
    step();
    if (at >= m_subject.size()) {
        return false;
    }
    const auto byte = static_cast<std::uint8_t>(m_subject[at]);
    switch (m_pattern[item]) {
    case '.':
        return true;
    case '%':
        return fitsEscape(byte, m_pattern[item + 1]);
    case '[':
        return fitsSet(byte, item + 1, end - 1);
    default:
        return byte == static_cast<std::uint8_t>(m_pattern[item]);
    }
}

/// Of what stands between the brackets.
bool Pattern::fitsSet(std::uint8_t byte, std::size_t item, std::size_t end) const
{
    const bool contrary = m_pattern[item] == '^';
    item += contrary ? 1 : 0;
    bool found = false;
    while (item < end && !found) {
        if (m_pattern[item] == '%' && item + 1 < end) {
            found = fitsEscape(byte, m_pattern[item + 1]);
            item += 2;
        } else if (item + 2 < end && m_pattern[item + 1] == '-') {
            found = between(byte, m_pattern[item], m_pattern[item + 2]);
            item += 3;
        } else {
            found = byte == static_cast<std::uint8_t>(m_pattern[item]);
            ++item;
        }
    }
    return found != contrary;
}

void Pattern::step()
{
    if (++m_steps == StepsBetweenCharges) {
        m_steps = 0;
        m_runtime.charge(StepsBetweenCharges / StepsPerInstruction);
    }
}

void Pattern::fail(const char *why)
{
    m_runtime.fail("%s", why);
}

} // namespace Trackhand::Script
