// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/parts/page.h"

#include <QPersistentModelIndex>
#include <QTreeView>

namespace Trackhand {

class FlowFilter;

/// The tree of connections. Everything is unfolded until somebody folds it, and who has scrolled away from the newest
/// keeps in view what is being read while more comes above it.
class FlowTree : public QTreeView {
    Q_OBJECT
public:
    explicit FlowTree(FlowFilter *model, QWidget *parent = nullptr);

    /// Selects the row and everything above it is unfolded. @p index of the FlowModel; false when the filter hides it.
    bool select(const QModelIndex &index);
    /// Of the FlowModel; invalid when nothing is selected.
    QModelIndex selected() const;
    /// The time has passed: ages and countdowns.
    void repaintTimes() { viewport()->update(); }

private:
    void unfold(const QModelIndex &parent, int first, int last);
    void keepPlace();
    void returnToPlace();

    FlowFilter *m_model;
    QPersistentModelIndex m_place; ///< the row at the top while rows come above it
};

} // namespace Trackhand
