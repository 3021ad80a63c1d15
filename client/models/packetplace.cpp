// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetplace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <limits>
#include <optional>

namespace Trackhand {

namespace {

Error refusal(const char *text)
{
    return {ErrorCode::InvalidArgument, QCoreApplication::translate("Trackhand::PacketPlace", text).toStdString()};
}

quint64 between(quint64 a, quint64 b)
{
    return a > b ? a - b : b - a;
}

/// How far @p wanted is from a range, 0 within it.
quint64 outside(quint64 wanted, quint64 least, quint64 most)
{
    return wanted < least ? least - wanted : wanted > most ? wanted - most : 0;
}

/// Looks at the shown packets of those chunks that may have what is wanted, oldest first.
template <typename MayHave, typename Look>
void lookAtShown(const PacketModel &model, MayHave mayHave, Look look)
{
    const PacketSnapshot &packets = model.packets();
    for (std::size_t at = 0; at < packets.partCount(); ++at) {
        const PacketSnapshot::Part part = packets.part(at);
        for (PacketNumber number = part.first; number < part.end && mayHave(*part.chunk); ++number) {
            if (const int row = model.rowOfNumber(number); row >= 0) {
                look(row, part.chunk->packed(std::size_t(number - part.base)));
            }
        }
    }
}

/// Numbers begin anew with a backend, so they may come twice: the newer packet is meant.
PacketPlace placeOfNumber(const PacketModel &model, quint64 wanted)
{
    PacketPlace place;
    quint64 least = std::numeric_limits<quint64>::max();
    lookAtShown(
        model,
        [&least, wanted](const PacketChunk &chunk) {
            return outside(wanted, chunk.smallestSequence(), chunk.largestSequence()) <= least;
        },
        [&](int row, const PackedPacket &packet) {
            if (const quint64 distance = between(packet.sequence, wanted); distance <= least) {
                least = distance;
                place = {row, distance == 0};
            }
        });
    return place;
}

int rowOfNewest(const PacketModel &model)
{
    if (model.shownOrder().isArrival()) {
        return model.rowCount() - 1;
    }
    PacketNumber number = model.packets().end() - 1;
    while (model.rowOfNumber(number) < 0) {
        --number;
    }
    return model.rowOfNumber(number);
}

/// The first one from then on; the newest when there is none.
PacketPlace placeOfTime(const PacketModel &model, quint64 timeNs)
{
    std::optional<int> found;
    lookAtShown(
        model, [&](const PacketChunk &chunk) { return !found && chunk.latestNs() >= timeNs; },
        [&](int row, const PackedPacket &packet) {
            if (packet.timeNs >= timeNs) {
                found = row;
            }
        });
    return {found ? *found : rowOfNewest(model), found.has_value()};
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
    if (const auto time = parseTime(wanted, model.eventAt(rowOfNewest(model)).timeNs)) {
        return placeOfTime(model, *time);
    }
    return refusal(QT_TRANSLATE_NOOP("Trackhand::PacketPlace",
        "this is neither a packet's number nor a time such as 14:02:11.203 or 2026-01-02 14:02"));
}

int rowNearTime(const PacketModel &model, quint64 timeNs)
{
    int nearest = -1;
    quint64 least = std::numeric_limits<quint64>::max();
    lookAtShown(
        model, [&](const PacketChunk &chunk) { return outside(timeNs, chunk.earliestNs(), chunk.latestNs()) <= least; },
        [&](int row, const PackedPacket &packet) {
            const quint64 distance = between(packet.timeNs, timeNs);
            if (distance < least || (distance == least && packet.timeNs > timeNs)) {
                least = distance;
                nearest = row;
            }
        });
    return nearest;
}

} // namespace Trackhand
