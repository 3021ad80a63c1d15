// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/place.h"

#include <QStringList>

namespace Trackhand {

namespace {

constexpr qsizetype MaxSubjectLength = 64; // longer than any helper's name or time

/// In the order of Place::Page.
const QStringList &pageNames()
{
    static const QStringList names {QStringLiteral("overview"), QStringLiteral("helpers"), QStringLiteral("rules"),
        QStringLiteral("packets"), QStringLiteral("expectations"), QStringLiteral("flows"),
        QStringLiteral("workbench")};
    return names;
}

} // namespace

Result<Place> Place::parse(const QString &text)
{
    const QString subject = text.section(QLatin1Char('/'), 1);
    const auto page = pageNames().indexOf(text.section(QLatin1Char('/'), 0, 0));
    if (page < 0 || subject.size() > MaxSubjectLength) {
        return Error {ErrorCode::InvalidArgument,
            "\"" + text.left(MaxSubjectLength).toStdString() + "\" is no place in the window; write "
                + pageNames().join(QStringLiteral(", ")).toStdString() + ", or a page and a helper: helpers/ftp"};
    }
    return Place {Page(page), subject};
}

QString Place::toString() const
{
    const QString name = pageNames().value(page);
    return subject.isEmpty() ? name : name + QLatin1Char('/') + subject;
}

} // namespace Trackhand
