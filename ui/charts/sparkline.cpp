// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/charts/sparkline.h"

#include "ui/charts/chartcolors.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <utility>

namespace Trackhand {

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void Sparkline::setPoints(const QList<double> &points)
{
    m_points = points;
    update();
}

QPointF Sparkline::place(qsizetype point, double most) const
{
    const double x = (width() - 1.0) * double(point) / double(qMax<qsizetype>(1, m_points.size() - 1));
    return {x, height() - 1.5 - (height() - 3.0) * m_points.at(point) / most};
}

void Sparkline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(inkOver(palette(), 0.2), 1));
    painter.drawLine(0, height() - 1, width(), height() - 1);
    double most = 1;
    for (const double value : std::as_const(m_points)) {
        most = std::fmax(most, value);
    }
    QPainterPath path;
    bool drawing = false;
    for (qsizetype point = 0; point < m_points.size(); ++point) {
        if (std::isnan(m_points.at(point))) {
            drawing = false;
        } else if (std::exchange(drawing, true)) {
            path.lineTo(place(point, most));
        } else {
            path.moveTo(place(point, most));
        }
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(seriesPen(palette(), 0));
    painter.drawPath(path);
}

} // namespace Trackhand
