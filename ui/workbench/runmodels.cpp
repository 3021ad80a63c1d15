// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/runmodels.h"

#include "client/models/modelroles.h"

#include <QLocale>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int RightAligned = int(Qt::AlignRight | Qt::AlignVCenter);
constexpr int FromTheBeginning = int(Qt::AlignLeading | Qt::AlignVCenter);

QString numberText(quint64 number)
{
    return number == 0 ? QString() : QLocale().toString(number);
}

/// "12, 14"
QString linesText(const std::vector<int> &lines)
{
    QStringList texts;
    for (const int line : lines) {
        texts.append(QString::number(line));
    }
    return texts.join(QStringLiteral(", "));
}

QVariant lineHeader(int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return RunPacketModel::tr("Line");
    case Qt::ToolTipRole:
        return RunPacketModel::tr("Of the script, from 1");
    case Qt::TextAlignmentRole:
        return RightAligned;
    default:
        return {};
    }
}

} // namespace

RunPacketModel::RunPacketModel(QObject *parent)
    : PacketModel(ScriptRun::MostPackets, parent)
{
}

void RunPacketModel::show(const std::shared_ptr<const ScriptRun> &run)
{
    clear();
    m_run = run;
    if (run && !run->packets.empty()) {
        append({run->packets, 0});
    }
}

int RunPacketModel::rowOfFrame(quint64 frame) const
{
    for (int row = 0; m_run && row < rowCount(); ++row) {
        if (eventAt(row).sequence == frame) {
            return row;
        }
    }
    return -1;
}

int RunPacketModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + 1;
}

QVariant RunPacketModel::data(const QModelIndex &index, int role) const
{
    if (!m_run || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const quint64 frame = eventAt(index.row()).sequence;
    if (role == FrameRole) {
        return frame;
    }
    if (role == LineRole || (role == Qt::DisplayRole && index.column() == LineColumn)) {
        std::vector<int> lines = m_run->linesOf(frame);
        const ScriptRun::Trouble *trouble = m_run->troubleOf(frame);
        if (trouble && trouble->line > 0 && std::ranges::find(lines, trouble->line) == lines.end()) {
            lines.push_back(trouble->line);
        }
        return role == LineRole ? QVariant(lines.empty() ? 0 : lines.front()) : QVariant(linesText(lines));
    }
    if (index.column() == LineColumn) {
        return role == Qt::TextAlignmentRole ? QVariant(RightAligned)
                                             : PacketModel::data(index.siblingAtColumn(TimeColumn), role);
    }
    return PacketModel::data(index, role);
}

QVariant RunPacketModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && section == LineColumn ? lineHeader(role)
                                                                  : PacketModel::headerData(section, orientation, role);
}

// A packet has as many lines as it has; there is no order to them.
void RunPacketModel::sort(int column, Qt::SortOrder direction)
{
    if (column < LineColumn) {
        PacketModel::sort(column, direction);
    }
}

void RunExpectationModel::show(const std::shared_ptr<const ScriptRun> &run)
{
    clear();
    m_run = run;
    if (run && !run->reports.empty()) {
        append({run->reports, 0});
        tick(run->packets.empty() ? run->reports.back().timeNs : run->packets.back().timeNs);
    }
}

int RunExpectationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + 1;
}

QVariant RunExpectationModel::data(const QModelIndex &index, int role) const
{
    if (!m_run || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool isLine = index.column() == LineColumn;
    if (role == LineRole || role == FrameRole || (isLine && (role == Qt::DisplayRole || role == SortRole))) {
        const quint64 place = recordAt(index.row()).sequence;
        if (place == 0 || place > m_run->made.size()) {
            return {};
        }
        const ScriptRun::Made &made = m_run->made[place - 1];
        if (role == FrameRole) {
            return made.frame;
        }
        return role == Qt::DisplayRole ? QVariant(numberText(quint64(made.line))) : QVariant(made.line);
    }
    if (isLine) {
        return role == Qt::TextAlignmentRole ? QVariant(RightAligned)
                                             : ExpectationModel::data(index.siblingAtColumn(TimeColumn), role);
    }
    return ExpectationModel::data(index, role);
}

QVariant RunExpectationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && section == LineColumn
        ? lineHeader(role)
        : ExpectationModel::headerData(section, orientation, role);
}

void TroubleModel::show(const std::shared_ptr<const ScriptRun> &run)
{
    beginResetModel();
    m_run = run;
    endResetModel();
}

int TroubleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_run ? 0 : int(m_run->troubles.size());
}

int TroubleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TroubleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ScriptRun::Trouble &trouble = m_run->troubles[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(trouble, index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case EmphasisRole:
        return trouble.isError && index.column() == KindColumn;
    case LineRole:
        return trouble.line;
    case FrameRole:
        return trouble.frame;
    default:
        return {};
    }
}

QVariant TroubleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section <= LineColumn ? RightAligned : FromTheBeginning;
    }
    const QStringList titles {tr("Frame"), tr("Line"), tr("Kind"), tr("What is wrong")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

QString TroubleModel::text(const ScriptRun::Trouble &trouble, int column) const
{
    switch (column) {
    case FrameColumn:
        return numberText(trouble.frame);
    case LineColumn:
        return numberText(quint64(trouble.line));
    case KindColumn:
        return trouble.isError ? tr("error") : tr("short packet");
    default:
        return trouble.text;
    }
}

void DifferenceModel::show(const RunDifferences &differences)
{
    beginResetModel();
    m_differences = differences;
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_differences.rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RunDifference &difference = m_differences.rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(difference, index.column());
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case DimRole:
        return index.column() == BeforeColumn;
    case LineRole:
        return difference.line;
    case FrameRole:
        return difference.frame;
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section <= LineColumn ? RightAligned : FromTheBeginning;
    }
    const QStringList titles {tr("Frame"), tr("Line"), tr("Change"), tr("Before"), tr("Now")};
    return role == Qt::DisplayRole ? QVariant(titles.value(section)) : QVariant();
}

QString DifferenceModel::kindText(RunDifference::Kind kind)
{
    switch (kind) {
    case RunDifference::Kind::PacketNew:
        return tr("packet seen");
    case RunDifference::Kind::PacketGone:
        return tr("packet not seen");
    case RunDifference::Kind::Verdict:
        return tr("verdict");
    case RunDifference::Kind::Note:
        return tr("note");
    case RunDifference::Kind::ExpectationNew:
        return tr("expected");
    case RunDifference::Kind::ExpectationGone:
        return tr("not expected");
    case RunDifference::Kind::Fate:
        return tr("fate");
    case RunDifference::Kind::TroubleNew:
        return tr("error");
    case RunDifference::Kind::TroubleGone:
        return tr("no error");
    }
    return {};
}

QString DifferenceModel::text(const RunDifference &difference, int column) const
{
    switch (column) {
    case FrameColumn:
        return numberText(difference.frame);
    case LineColumn:
        return numberText(quint64(difference.line));
    case KindColumn:
        return kindText(difference.kind);
    case BeforeColumn:
        return difference.before;
    default:
        return difference.now;
    }
}

} // namespace Trackhand
