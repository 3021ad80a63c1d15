// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetfilters.h"

#include "client/filter/filterlexer.h"
#include "wire/ring/eventnames.h"

#include <algorithm>

namespace Trackhand {

namespace {

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString comparison(const char *field, const QString &value)
{
    return value.isEmpty() ? QString() : QStringLiteral("%1 == %2").arg(QLatin1String(field), value);
}

QString quoted(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString endpoint(const EventRecord &packet, const char *address, const IpAddress &value, const char *port, int number)
{
    const QString host =
        value.family == L3Protocol::Unspecified ? QString() : comparison(address, fromView(value.toString()));
    const QString service =
        packet.l4 == L4Protocol::Unspecified || number == 0 ? QString() : comparison(port, QString::number(number));
    return bothFilters(host, service);
}

QString verdictFilter(const EventRecord &packet)
{
    QString filter = comparison("verdict", fromView(verdictName(packet.verdict())));
    const std::pair<std::uint8_t, QString> flags[] = {{EventFlag::FailOpen, QStringLiteral("fail_open")},
        {EventFlag::Refused, QStringLiteral("refused")}, {EventFlag::Mangled, QStringLiteral("mangled")}};
    for (const auto &[flag, field] : flags) {
        if ((packet.flags & flag) != 0) {
            filter = bothFilters(filter, field);
        }
    }
    return filter;
}

// A line edit keeps no control characters, and what is not UTF-8 cannot be typed: the part before those must do.
QString noteFilter(const EventRecord &packet)
{
    const QString note = fromView(packet.noteText());
    const auto end = std::find_if(
        note.begin(), note.end(), [](QChar c) { return !c.isPrint() || c == QChar(QChar::ReplacementCharacter); });
    const QString typed = note.left(end - note.begin());
    if (typed.isEmpty()) {
        return {};
    }
    return typed.size() == note.size() ? comparison("note", quoted(note))
                                       : QStringLiteral("note contains %1").arg(quoted(typed));
}

bool has(const QString &filter, FilterToken::Kind kind)
{
    const QList<FilterToken> tokens = filterTokens(filter);
    return std::any_of(tokens.begin(), tokens.end(), [kind](const FilterToken &token) { return token.kind == kind; });
}

QString inParentheses(const QString &filter)
{
    return QLatin1Char('(') + filter + QLatin1Char(')');
}

} // namespace

QString filterOfCell(const EventRecord &packet, int column)
{
    const Tuple tuple = packet.tuple();
    switch (column) {
    case PacketModel::HelperColumn:
        return packet.helperName().empty() ? QString() : comparison("helper", quoted(fromView(packet.helperName())));
    case PacketModel::DirectionColumn:
        return comparison("direction", fromView(directionName(packet.ctInfo)));
    case PacketModel::SourceColumn:
        return endpoint(packet, "src", tuple.source, "sport", tuple.sourcePort);
    case PacketModel::DestinationColumn:
        return endpoint(packet, "dst", tuple.destination, "dport", tuple.destinationPort);
    case PacketModel::LengthColumn:
        return comparison("payload_len", QString::number(packet.payloadLength));
    case PacketModel::ConnectionColumn:
        return comparison("ctinfo", fromView(ctInfoName(packet.ctInfo)));
    case PacketModel::VerdictColumn:
        return verdictFilter(packet);
    case PacketModel::LatencyColumn:
        return packet.latencyNs == 0 ? QString() : comparison("latency_us", fromView(microseconds(packet.latencyNs)));
    case PacketModel::NoteColumn:
        return noteFilter(packet);
    default:
        return {};
    }
}

QString filterOfConversation(const EventRecord &packet)
{
    const Tuple tuple = packet.tuple();
    if (tuple.source.family == L3Protocol::Unspecified) {
        return {};
    }
    const QString ends = bothFilters(comparison("addr", fromView(tuple.source.toString())),
        comparison("addr", fromView(tuple.destination.toString())));
    if (tuple.l4 == L4Protocol::Unspecified) {
        return ends;
    }
    const QString ports = bothFilters(comparison("port", QString::number(tuple.sourcePort)),
        comparison("port", QString::number(tuple.destinationPort)));
    return bothFilters(comparison("l4", fromView(toString(tuple.l4))), bothFilters(ends, ports));
}

QString bothFilters(const QString &one, const QString &other)
{
    if (one.trimmed().isEmpty() || other.trimmed().isEmpty()) {
        return one.trimmed().isEmpty() ? other : one;
    }
    const auto operand = [](const QString &filter) {
        return has(filter, FilterToken::Kind::Or) ? inParentheses(filter) : filter;
    };
    return operand(one) + QStringLiteral(" and ") + operand(other);
}

QString oppositeFilter(const QString &filter)
{
    const bool several = has(filter, FilterToken::Kind::Or) || has(filter, FilterToken::Kind::And);
    return QStringLiteral("not ") + (several ? inParentheses(filter) : filter);
}

} // namespace Trackhand
