// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetplace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <optional>

namespace Trackhand {

namespace {

Error refusal(const char *text)
{
    return {ErrorCode::InvalidArgument, QCoreApplication::translate("Trackhand::PacketPlace", text).toStdString()};
}

/// Numbers begin anew with a backend, so they may come twice: the newer packet is meant.
PacketPlace placeOfNumber(const PacketModel &model, quint64 number)
{
    const auto distance = [&model, number](int row) {
        const quint64 here = model.eventAt(row).sequence;
        return here > number ? here - number : number - here;
    };
    int best = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (distance(row) <= distance(best)) {
            best = row;
        }
    }
    return {best, distance(best) == 0};
}

PacketPlace placeOfTime(const PacketModel &model, quint64 timeNs)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.eventAt(row).timeNs >= timeNs) {
            return {row, true};
        }
    }
    return {model.rowCount() - 1, false};
}

std::optional<quint64> parseNumber(QString text)
{
    static const QRegularExpression separators(QStringLiteral("[,.'’\\s\\x{a0}\\x{202f}]"));
    bool good = false;
    const quint64 number = text.remove(separators).toULongLong(&good);
    return good ? std::optional(number) : std::nullopt;
}

/// Nanoseconds since 1970.
std::optional<quint64> parseTime(const QString &text, quint64 newestNs)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(\\d{4}-\\d\\d-\\d\\d)[ T]+)?(\\d\\d?):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?$"));
    const QRegularExpressionMatch match = form.match(text);
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(), match.captured(4).toInt());
    const QDateTime newest = QDateTime::fromMSecsSinceEpoch(qint64(newestNs / 1'000'000));
    const bool dated = !match.captured(1).isEmpty();
    const QDate day = dated ? QDate::fromString(match.captured(1), Qt::ISODate) : newest.date();
    if (!match.hasMatch() || !time.isValid() || !day.isValid()) {
        return std::nullopt;
    }
    QDateTime moment(day, time);
    if (!dated && moment > newest) {
        moment = moment.addDays(-1);
    }
    const QString fraction = match.captured(5).leftJustified(9, QLatin1Char('0'));
    return moment.toSecsSinceEpoch() < 0
        ? std::nullopt
        : std::optional(quint64(moment.toSecsSinceEpoch()) * 1'000'000'000 + fraction.toULongLong());
}

} // namespace

Result<PacketPlace> findPlace(const PacketModel &model, const QString &text)
{
    const QString wanted = text.trimmed();
    if (model.rowCount() == 0) {
        return refusal(QT_TRANSLATE_NOOP("Trackhand::PacketPlace", "no packet is shown"));
    }
    if (const auto number = parseNumber(wanted)) {
        return placeOfNumber(model, *number);
    }
    if (const auto time = parseTime(wanted, model.eventAt(model.rowCount() - 1).timeNs)) {
        return placeOfTime(model, *time);
    }
    return refusal(QT_TRANSLATE_NOOP("Trackhand::PacketPlace",
        "this is neither a packet's number nor a time such as 14:02:11.203 or 2026-01-02 14:02"));
}

} // namespace Trackhand
