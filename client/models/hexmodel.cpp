// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/hexmodel.h"

#include "client/models/modelroles.h"

namespace Trackhand {

namespace {

bool isPrintable(char byte)
{
    return byte >= 0x20 && byte < 0x7f;
}

QChar characterOf(char byte)
{
    return isPrintable(byte) ? QLatin1Char(byte) : QLatin1Char('.');
}

QString digitsOf(char byte)
{
    return QStringLiteral("%1").arg(std::uint8_t(byte), 2, 16, QLatin1Char('0'));
}

} // namespace

int HexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int((m_bytes.size() + BytesPerRow - 1) / BytesPerRow);
}

int HexModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HexModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int byte = byteOf(index);
    if (byte < 0) {
        const bool isOffset = role == Qt::DisplayRole && index.column() == OffsetColumn;
        return isOffset ? QStringLiteral("%1").arg(index.row() * BytesPerRow, 4, 16, QLatin1Char('0')) : QVariant();
    }
    const char value = m_bytes.at(byte);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() < GapColumn ? digitsOf(value) : QString(characterOf(value));
    case Qt::AccessibleTextRole:
        return tr("byte %1: %2, %3").arg(byte).arg(digitsOf(value), characterOf(value));
    case DimRole:
        return index.column() >= FirstTextColumn && !isPrintable(value);
    default:
        return {};
    }
}

// Cells without a byte are nowhere to go with the arrow keys.
Qt::ItemFlags HexModel::flags(const QModelIndex &index) const
{
    return byteOf(index) < 0 ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void HexModel::setBytes(const QByteArray &bytes)
{
    beginResetModel();
    m_bytes = bytes;
    endResetModel();
}

int HexModel::byteOf(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() == OffsetColumn || index.column() == GapColumn) {
        return -1;
    }
    const int column = index.column() - (index.column() < GapColumn ? FirstHexColumn : FirstTextColumn);
    const int byte = index.row() * BytesPerRow + column;
    return byte < m_bytes.size() ? byte : -1;
}

QModelIndex HexModel::hexIndex(int byte) const
{
    return index(byte / BytesPerRow, FirstHexColumn + byte % BytesPerRow);
}

QModelIndex HexModel::textIndex(int byte) const
{
    return index(byte / BytesPerRow, FirstTextColumn + byte % BytesPerRow);
}

QString HexModel::hexText(const ByteRange &range) const
{
    return QString::fromLatin1(m_bytes.mid(range.offset, range.length).toHex(' '));
}

QString HexModel::plainText(const ByteRange &range) const
{
    QString text;
    for (const char byte : m_bytes.mid(range.offset, range.length)) {
        text.append(byte == '\n' || byte == '\t' ? QLatin1Char(byte) : characterOf(byte));
    }
    return text;
}

} // namespace Trackhand
