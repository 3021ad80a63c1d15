// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/argumentmap.h"

#include "backend/service/bustext.h"

#include <algorithm>

namespace Trackhand {

namespace {

constexpr std::size_t MaxQuotedLength = 64;
constexpr qsizetype MaxKeys = 64;

QVariantMap unpack(const QVariant &argument)
{
    return argument.metaType() == QMetaType::fromType<QDBusArgument>()
        ? qdbus_cast<QVariantMap>(argument.value<QDBusArgument>())
        : argument.toMap();
}

} // namespace

ArgumentMap::ArgumentMap(const QVariant &argument, std::string_view what)
    : m_what(what)
    , m_values(unpack(argument))
{
    if (m_values.size() > MaxKeys) {
        m_error = Error {ErrorCode::InvalidArgument,
            "more than " + std::to_string(MaxKeys) + " keys; there are not so many " + m_what + "s"};
    }
}

void ArgumentMap::allowOnly(std::initializer_list<std::string_view> keys)
{
    for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
        const std::string key = fromQt(value.key());
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            std::string known;
            for (const std::string_view one : keys) {
                known.append(known.empty() ? "" : ", ").append(one);
            }
            refuse(key, "is not known; known are " + known);
        }
    }
}

void ArgumentMap::refuse(std::string_view key, const std::string &why)
{
    if (!m_error) {
        m_error = Error {ErrorCode::InvalidArgument, m_what + ' ' + inQuotes(key) + ' ' + why};
    }
}

Status ArgumentMap::status() const
{
    if (m_error) {
        return *m_error;
    }
    return Done {};
}

std::string inQuotes(std::string_view text)
{
    std::string shown(text.substr(0, MaxQuotedLength));
    std::replace_if(
        shown.begin(), shown.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return '"' + shown + (text.size() > MaxQuotedLength ? "...\"" : "\"");
}

} // namespace Trackhand
