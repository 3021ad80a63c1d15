// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/jsonline.h"

#include <QString>
#include <cstdio>

namespace Trackhand {

JsonLine &JsonLine::add(std::string_view name, std::string_view text)
{
    return addRaw(name, quoted(text));
}

JsonLine &JsonLine::add(std::string_view name, std::uint64_t number)
{
    return addRaw(name, std::to_string(number));
}

JsonLine &JsonLine::addBool(std::string_view name, bool value)
{
    return addRaw(name, value ? "true" : "false");
}

JsonLine &JsonLine::addRaw(std::string_view name, std::string_view json)
{
    begin(name);
    m_text += json;
    return *this;
}

JsonLine &JsonLine::addUnlessEmpty(std::string_view name, std::string_view text)
{
    return text.empty() ? *this : add(name, text);
}

JsonLine &JsonLine::addUnlessZero(std::string_view name, std::uint64_t number)
{
    return number == 0 ? *this : add(name, number);
}

std::string JsonLine::quoted(std::string_view text)
{
    const QByteArray utf8 = QString::fromUtf8(text.data(), qsizetype(text.size())).toUtf8();
    std::string result = "\"";
    for (const char c : utf8) {
        switch (c) {
        case '"':
            result += "\\\"";
            break;
        case '\\':
            result += "\\\\";
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\t':
            result += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
                char escape[8] = {};
                std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned char>(c));
                result += escape;
            } else {
                result += c;
            }
        }
    }
    return result + '"';
}

void JsonLine::begin(std::string_view name)
{
    if (m_text.size() > 1) {
        m_text += ',';
    }
    m_text += quoted(name);
    m_text += ':';
}

} // namespace Trackhand
