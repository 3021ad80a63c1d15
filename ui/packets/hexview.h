// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/packetdecode.h"

#include <QTableView>

namespace Trackhand {

class HexModel;

/// The bytes of a HexModel, and in them the range that is looked at. The current cell moves with the arrow keys.
class HexView : public QTableView {
    Q_OBJECT
public:
    explicit HexView(HexModel *model, QWidget *parent = nullptr);

    /// Marks @p range and brings it into view. The current cell stays when it lies within.
    void setRange(const ByteRange &range);
    const ByteRange &range() const { return m_range; }

signals:
    /// A person went to this byte.
    void byteChosen(int byte);

protected:
    void changeEvent(QEvent *event) override;

private:
    void useFixedFont();
    void currentMoved(const QModelIndex &current);

    HexModel *m_bytes;
    ByteRange m_range;
    bool m_moving = false; ///< the current cell moves because of us, not because of the person
};

} // namespace Trackhand
