// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>
#include <QTimer>

class QLabel;

namespace Trackhand {

class EventFilter;

/// A line in which a filter for events is written. It is applied a moment after the last key. A text that is no filter
/// is said to be none in error(), and the last good filter stays.
class FilterField : public QLineEdit {
    Q_OBJECT
public:
    FilterField(const QString &accessibleName, const QString &example, QWidget *parent = nullptr);

    /// Hidden while there is none; the page gives it a place.
    QLabel *error() const { return m_error; }
    /// What the text says now, at once.
    void apply();

signals:
    void filterChanged(const Trackhand::EventFilter &filter);

private:
    QLabel *m_error;
    QTimer m_delay;
};

} // namespace Trackhand
