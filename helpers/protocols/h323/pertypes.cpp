// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helpers/protocols/h323/pertypes.h"

#include <algorithm>

namespace Trackhand::Per {

namespace {

/// One walk over one message. Each function says whether the walk may go on within the part that it is in: false at
/// what need not be read, and where reading failed.
class Walk {
public:
    explicit Walk(Findings &findings)
        : m_findings(findings)
    {
    }

    bool value(const Type &type, Reader &reader, std::uint8_t tag);

private:
    bool field(const Field &field, Reader &reader, std::uint8_t tag);
    void openField(const Field *field, Reader &reader, std::uint8_t tag);
    bool sequence(const Type &type, Reader &reader, std::uint8_t tag);
    bool additions(const Type &type, Reader &reader, std::uint8_t tag);
    bool choice(const Type &type, Reader &reader, std::uint8_t tag);
    bool list(const Type &type, Reader &reader, std::uint8_t tag);
    bool endpoint(const Type &type, Reader &reader, std::uint8_t tag);
    static void octets(const Type &type, Reader &reader);
    static void characters(const Type &type, Reader &reader, unsigned bitsEach);

    Findings &m_findings;
};

bool Walk::value(const Type &type, Reader &reader, std::uint8_t tag)
{
    switch (type.kind) {
    case Kind::Null:
        break;
    case Kind::Boolean:
        reader.bit();
        break;
    case Kind::Integer:
        reader.number(type.lower, type.upper);
        break;
    case Kind::Object:
    case Kind::AnyOctets:
        reader.skipBits(reader.length() * 8);
        break;
    case Kind::Octets:
        octets(type, reader);
        break;
    case Kind::Characters4:
        characters(type, reader, 4);
        break;
    case Kind::Characters16:
        characters(type, reader, 16);
        break;
    case Kind::Endpoint:
        return endpoint(type, reader, tag);
    case Kind::Sequence:
        return sequence(type, reader, tag);
    case Kind::Choice:
        return choice(type, reader, tag);
    case Kind::List:
        return list(type, reader, tag);
    case Kind::Container:
        openField(&type.root.front(), reader, tag);
        break;
    case Kind::Unread:
        return false;
    }
    m_findings.malformed = m_findings.malformed || reader.failed();
    return !reader.failed();
}

bool Walk::field(const Field &field, Reader &reader, std::uint8_t tag)
{
    if (field.name && m_findings.message.empty()) {
        m_findings.message = field.name;
    }
    return value(*field.type, reader, field.tag != 0 ? field.tag : tag);
}

/// What is encoded with its length before it: if its end is not needed, the walk goes on behind it all the same.
void Walk::openField(const Field *known, Reader &reader, std::uint8_t tag)
{
    Reader content = reader.take(reader.length());
    if (known && known->type && !reader.failed()) {
        field(*known, content, tag);
    }
}

bool Walk::sequence(const Type &type, Reader &reader, std::uint8_t tag)
{
    const bool extended = type.extensible && reader.bit();
    const auto optionals = std::ranges::count(type.root, true, &Field::optional);
    const std::uint32_t present = reader.bits(static_cast<unsigned>(optionals));
    auto bit = static_cast<unsigned>(optionals);
    for (const Field &each : type.root) {
        if (each.optional && (present >> --bit & 1U) == 0) {
            continue;
        }
        if (!field(each, reader, tag)) {
            return false;
        }
    }
    if (extended && !additions(type, reader, tag)) {
        return false;
    }
    m_findings.malformed = m_findings.malformed || reader.failed();
    return !reader.failed();
}

bool Walk::additions(const Type &type, Reader &reader, std::uint8_t tag)
{
    const std::uint32_t count = reader.smallNumber() + 1;
    std::uint64_t present = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        present |= std::uint64_t {reader.bit()} << i;
    }
    for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
        if ((present >> i & 1U) != 0) {
            openField(i < type.additions.size() ? &type.additions[i] : nullptr, reader, tag);
        }
    }
    return !reader.failed() || value(Nothing, reader, tag);
}

bool Walk::choice(const Type &type, Reader &reader, std::uint8_t tag)
{
    if (type.extensible && reader.bit()) {
        const std::uint32_t index = reader.smallNumber();
        openField(index < type.additions.size() ? &type.additions[index] : nullptr, reader, tag);
        return value(Nothing, reader, tag);
    }
    const std::uint32_t index = reader.number(0, static_cast<std::uint32_t>(type.root.size()) - 1);
    if (index >= type.root.size()) {
        reader.fail();
    }
    return value(Nothing, reader, tag) && field(type.root[index], reader, tag);
}

bool Walk::list(const Type &type, Reader &reader, std::uint8_t tag)
{
    const std::size_t count = reader.length();
    for (std::size_t i = 0; i < count; ++i) {
        if (!field(type.root.front(), reader, tag)) {
            return false;
        }
    }
    return value(Nothing, reader, tag);
}

bool Walk::endpoint(const Type &type, Reader &reader, std::uint8_t tag)
{
    reader.align();
    const std::size_t offset = reader.position();
    reader.skipBits((type.upper + 2) * 8);
    if (!value(Nothing, reader, tag)) {
        return false;
    }
    if (tag != 0 && m_findings.count < Findings::MaxFound) {
        m_findings.found[m_findings.count++] = {
            tag, static_cast<std::uint8_t>(type.upper), static_cast<std::uint16_t>(offset)};
    } else if (tag != 0) {
        m_findings.tooMany = true;
    }
    return true;
}

void Walk::octets(const Type &type, Reader &reader)
{
    const std::size_t length = type.lower + reader.number(type.lower, type.upper);
    if (type.upper > 2) { // shorter ones of a fixed length are not aligned (X.691, 17.6)
        reader.align();
    }
    reader.skipBits(length * 8);
}

void Walk::characters(const Type &type, Reader &reader, unsigned bitsEach)
{
    const std::size_t length = type.lower + reader.number(type.lower, type.upper);
    reader.align();
    reader.skipBits(length * bitsEach);
}

} // namespace

void find(const Type &type, Reader reader, Findings &findings, std::uint8_t tag)
{
    Walk(findings).value(type, reader, tag);
}

} // namespace Trackhand::Per
