// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetdecode.h"

#include <QAbstractTableModel>

namespace Trackhand {

/// Bytes, sixteen a row: the number of the first, then each as two hexadecimal digits and, behind a gap, once more as a
/// character.
class HexModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int BytesPerRow = 16;
    static constexpr int OffsetColumn = 0;
    static constexpr int FirstHexColumn = OffsetColumn + 1;
    static constexpr int GapColumn = FirstHexColumn + BytesPerRow;
    static constexpr int FirstTextColumn = GapColumn + 1;
    static constexpr int ColumnCount = FirstTextColumn + BytesPerRow;

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }
    int byteOf(const QModelIndex &index) const; ///< -1 for a cell without one
    QModelIndex hexIndex(int byte) const;
    QModelIndex textIndex(int byte) const;

    QString hexText(const ByteRange &range) const; ///< "45 00 00 3c"
    QString plainText(const ByteRange &range) const; ///< what cannot be printed as a dot

private:
    QByteArray m_bytes;
};

} // namespace Trackhand
