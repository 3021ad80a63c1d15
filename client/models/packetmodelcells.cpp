// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetmodel.h"

#include "client/models/eventtext.h"
#include "client/models/modelroles.h"

#include <QLocale>
#include <array>

namespace Trackhand {

namespace {

bool isNumber(int column)
{
    return column == PacketModel::NumberColumn || column == PacketModel::LengthColumn
        || column == PacketModel::LatencyColumn;
}

int alignment(int column)
{
    if (column == PacketModel::DirectionColumn) {
        return Qt::AlignCenter;
    }
    return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

bool wantsAttention(const EventRecord &event)
{
    return event.verdict() == Verdict::Drop || (event.flags & (EventFlag::FailOpen | EventFlag::Refused)) != 0;
}

QString textOf(const EventRecord &event, int column)
{
    switch (column) {
    case PacketModel::NumberColumn:
        return QLocale().toString(qulonglong(event.sequence));
    case PacketModel::TimeColumn:
        return timeText(event.timeNs);
    case PacketModel::HelperColumn:
        return QString::fromLatin1(event.helperName().data(), qsizetype(event.helperName().size()));
    case PacketModel::DirectionColumn:
        return directionText(event);
    case PacketModel::SourceColumn:
        return sourceText(event);
    case PacketModel::DestinationColumn:
        return destinationText(event);
    case PacketModel::LengthColumn:
        return QLocale().toString(event.payloadLength);
    case PacketModel::ConnectionColumn:
        return connectionText(event);
    case PacketModel::VerdictColumn:
        return verdictText(event);
    case PacketModel::LatencyColumn:
        return latencyText(event);
    case PacketModel::NoteColumn:
        return noteText(event);
    default:
        return {};
    }
}

} // namespace

QString PacketModel::columnKey(int column)
{
    static constexpr std::array<const char *, ColumnCount> keys {"number", "time", "helper", "direction", "source",
        "destination", "length", "conntrack", "verdict", "latency", "rule", "note"};
    return QLatin1String(keys[std::size_t(column)]);
}

QVariant PacketModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index);
    case Qt::TextAlignmentRole:
        return alignment(index.column());
    case FixedFontRole:
        return index.column() == SourceColumn || index.column() == DestinationColumn || index.column() == NoteColumn;
    case EmphasisRole:
        return index.column() == VerdictColumn && wantsAttention(recordOf(numberOfRow(index.row())));
    case RuleHueRole: {
        const ColorRule *rule = ruleOf(index.row());
        return rule ? QVariant(int(rule->hue)) : QVariant();
    }
    case Qt::ToolTipRole:
        return toolTip(index);
    default:
        return {};
    }
}

QVariant PacketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(section);
    }
    if (role == Qt::ToolTipRole && section == LatencyColumn) {
        return tr("From reading the packet to its verdict, in microseconds");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NumberColumn:
        return tr("No.");
    case TimeColumn:
        return tr("Time");
    case HelperColumn:
        return tr("Helper");
    case DirectionColumn:
        return tr("Dir");
    case SourceColumn:
        return tr("Source");
    case DestinationColumn:
        return tr("Destination");
    case LengthColumn:
        return tr("Len");
    case ConnectionColumn:
        return tr("Conntrack");
    case VerdictColumn:
        return tr("Verdict");
    case LatencyColumn:
        return tr("µs");
    case RuleColumn:
        return tr("Rule");
    case NoteColumn:
        return tr("What the helper saw");
    default:
        return {};
    }
}

const ColorRule *PacketModel::ruleOf(int row) const
{
    const Number number = numberOfRow(row);
    return m_colors.ruleFor(number, recordOf(number));
}

QVariant PacketModel::toolTip(const QModelIndex &index) const
{
    if (index.column() == TimeColumn) {
        return exactTimeText(recordOf(numberOfRow(index.row())).timeNs);
    }
    if (index.column() == NumberColumn && isMarked(index.row())) {
        return tr("Marked");
    }
    return index.column() == NoteColumn ? noteText(recordOf(numberOfRow(index.row()))) : QVariant();
}

QString PacketModel::cellText(const QModelIndex &index) const
{
    if (index.column() == NumberColumn) {
        return numberText(index.row());
    }
    if (index.column() == RuleColumn) {
        const ColorRule *rule = ruleOf(index.row());
        return rule ? rule->name : QString();
    }
    return textOf(recordOf(numberOfRow(index.row())), index.column());
}

// A mark is a shape, not a colour.
QString PacketModel::numberText(int row) const
{
    const QString number = textOf(recordOf(numberOfRow(row)), NumberColumn);
    return isMarked(row) ? QStringLiteral("◆ ") + number : number;
}

} // namespace Trackhand
