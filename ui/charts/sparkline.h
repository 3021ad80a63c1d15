// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

namespace Trackhand {

/// A small line without axes: how something went lately. Its numbers stand beside it, so it is left out for screen
/// readers.
class Sparkline : public QWidget {
    Q_OBJECT
public:
    explicit Sparkline(QWidget *parent = nullptr);

    /// Oldest first; NaN leaves a gap.
    void setPoints(const QList<double> &points);

    QSize sizeHint() const override { return {120, 28}; }
    QSize minimumSizeHint() const override { return {40, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPointF place(qsizetype point, double most) const;

    QList<double> m_points;
};

} // namespace Trackhand
