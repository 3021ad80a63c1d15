// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QKeySequence>
#include <QList>

namespace Trackhand {

/// The sheet of all keys, by where they work.
class KeySheet : public QDialog {
    Q_OBJECT
public:
    struct Key {
        QList<QKeySequence> keys; ///< each does the same, or the first and the last of a row of keys
        QString text;
        bool isRange = false;
    };
    struct Group {
        QString title;
        QList<Key> keys;
    };

    explicit KeySheet(QWidget *parent = nullptr);

    static QList<Group> groups();
};

} // namespace Trackhand
