// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/evidence/evidenceid.h"

#include "backend/settings/validation.h"

#include <QDateTime>
#include <QTimeZone>

namespace Trackhand {

namespace {

constexpr std::size_t TimeLength = 20; // of 20260102T030405.006Z

const auto TimeFormat = QStringLiteral("yyyyMMdd'T'HHmmss.zzz'Z'");

} // namespace

std::string EvidenceId::toString() const
{
    const auto time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(timeMs), QTimeZone::utc());
    return helper + '-' + time.toString(TimeFormat).toStdString();
}

std::optional<EvidenceId> EvidenceId::parse(std::string_view text)
{
    if (text.size() <= TimeLength + 1) {
        return std::nullopt;
    }
    const std::string_view time = text.substr(text.size() - TimeLength);
    auto parsed = QDateTime::fromString(QString::fromLatin1(time.data(), TimeLength), TimeFormat);
    parsed.setTimeZone(QTimeZone::utc());
    const EvidenceId id {std::string(text.substr(0, text.size() - TimeLength - 1)),
        static_cast<std::uint64_t>(std::max<qint64>(parsed.toMSecsSinceEpoch(), 0))};
    const bool valid = parsed.isValid() && validateHelperName(id.helper) && id.toString() == text;
    return valid ? std::optional(id) : std::nullopt;
}

} // namespace Trackhand
