// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace Trackhand {

/// A table as lines of its cells, separated by " | ", so that a test's expectation reads like the table on screen.
QStringList modelText(const QAbstractItemModel &model, const QList<int> &columns = {});

/// A tree in the same way; each level is indented by two more blanks.
QStringList treeText(const QAbstractItemModel &model, const QList<int> &columns = {}, const QModelIndex &parent = {});

} // namespace Trackhand
