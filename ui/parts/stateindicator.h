// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/helpertext.h"

#include <QWidget>

namespace Trackhand {

/// A state's shape with its word beside it.
class StateIndicator : public QWidget {
    Q_OBJECT
public:
    explicit StateIndicator(QWidget *parent = nullptr);

    void setState(StateKind state, const QString &word);
    QString word() const { return m_word; }
    StateKind state() const { return m_state; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateKind m_state = StateKind::Disabled;
    QString m_word;
};

} // namespace Trackhand
