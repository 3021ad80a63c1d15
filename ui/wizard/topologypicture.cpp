// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/wizard/topologypicture.h"

#include "client/models/helpertext.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

namespace Trackhand {

namespace {

constexpr qreal BoxWidth = 60;
constexpr qreal BoxHeight = 44;
constexpr qreal BoxTop = 30;
constexpr qreal Side = 46; // from the edge to the outer boxes: room for the texts below them

} // namespace

TopologyPicture::TopologyPicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
}

void TopologyPicture::setPlan(const HelperPlan &plan)
{
    m_plan = plan;
    setAccessibleName(tr("Picture of the traffic that is meant"));
    setAccessibleDescription(PlanText::sentence(plan));
    update();
}

QRectF TopologyPicture::box(Node node) const
{
    const qreal span = width() - 2 * Side - BoxWidth;
    qreal x = Side + span * (node == Node::Client ? 0 : node == Node::Machine ? 0.5 : 1);
    if (isRightToLeft()) {
        x = width() - x - BoxWidth;
    }
    return {x, BoxTop, BoxWidth, BoxHeight};
}

QColor TopologyPicture::ink(double strength) const
{
    QColor color = palette().color(QPalette::WindowText);
    color.setAlphaF(float(strength));
    return color;
}

void TopologyPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()), 6, 6);

    const bool through = m_plan.place != TrafficPlace::ThisMachine;
    paintOwnSide(painter);
    paintLink(painter, Node::Client, Node::Machine, through || m_plan.connectionsToIt);
    paintLink(painter, Node::Machine, Node::Server, through || m_plan.ownConnections);
    for (const Node node : {Node::Client, Node::Machine, Node::Server}) {
        paintNode(painter, node);
    }
}

void TopologyPicture::paintOwnSide(QPainter &painter) const
{
    if (m_plan.place == TrafficPlace::ThisMachine) {
        return;
    }
    const Node inner = m_plan.place == TrafficPlace::ServerBehind ? Node::Server : Node::Client;
    const QRectF side = box(inner).adjusted(4 - Side / 1.2, -14, Side / 1.2 - 4, 46);
    painter.setPen(QPen(ink(0.35), 1, Qt::DashLine));
    painter.setBrush(ink(0.04));
    painter.drawRoundedRect(side, 8, 8);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(ink(0.7));
    painter.drawText(QRectF(side.left() - 20, 0, side.width() + 40, BoxTop - 14), Qt::AlignCenter, tr("your network"));
}

void TopologyPicture::paintLink(QPainter &painter, Node from, Node to, bool meant) const
{
    const bool leftward = isRightToLeft();
    const QRectF a = box(from);
    const QRectF b = box(to);
    const QPointF start(leftward ? a.left() - 4 : a.right() + 4, a.center().y());
    const QPointF end(leftward ? b.right() + 4 : b.left() - 4, b.center().y());
    const QColor color = meant ? palette().color(QPalette::Highlight) : ink(0.25);
    painter.setPen(QPen(color, meant ? 3 : 1, meant ? Qt::SolidLine : Qt::DotLine, Qt::FlatCap));
    const qreal back = leftward ? 8 : -8;
    painter.drawLine(start, meant ? end + QPointF(back, 0) : end);
    if (!meant) {
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF {end, end + QPointF(back * 1.25, -5), end + QPointF(back * 1.25, 5)});
}

void TopologyPicture::paintNode(QPainter &painter, Node node) const
{
    const QRectF area = box(node);
    const bool machine = node == Node::Machine;
    painter.setPen(QPen(machine ? palette().color(QPalette::Highlight) : ink(0.5), machine ? 2 : 1));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(area, 6, 6);
    paintGlyph(painter, node, area);

    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(ink(1));
    const qreal line = QFontMetricsF(strong).lineSpacing();
    const QRectF text(area.center().x() - BoxWidth / 2 - Side + 4, area.bottom() + 4, BoxWidth + 2 * Side - 8, line);
    painter.drawText(text, Qt::AlignCenter, labelOf(node));
    painter.setFont(font());
    painter.setPen(ink(0.7));
    const QString detail = QFontMetricsF(font()).elidedText(detailOf(node), Qt::ElideRight, text.width());
    painter.drawText(text.translated(0, line), Qt::AlignCenter, detail);
}

void TopologyPicture::paintGlyph(QPainter &painter, Node node, const QRectF &area) const
{
    const QPointF c = area.center();
    painter.setPen(QPen(ink(0.75), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (node == Node::Client) { // a screen on a foot
        painter.drawRoundedRect(QRectF(c.x() - 12, c.y() - 11, 24, 16), 2, 2);
        painter.drawLine(c + QPointF(0, 5), c + QPointF(0, 10));
        painter.drawLine(c + QPointF(-6, 10), c + QPointF(6, 10));
    } else if (node == Node::Server) { // three units
        for (const qreal y : {-12.0, -3.5, 5.0}) {
            painter.drawRoundedRect(QRectF(c.x() - 13, c.y() + y, 26, 7), 1.5, 1.5);
            painter.drawPoint(QPointF(c.x() + 9, c.y() + y + 3.5));
        }
    } else { // a track with a switch: this is where one way becomes two
        painter.drawLine(c + QPointF(-16, 6), c + QPointF(16, 6));
        QPainterPath branch(c + QPointF(-10, 6));
        branch.cubicTo(c + QPointF(0, 6), c + QPointF(2, -8), c + QPointF(14, -8));
        painter.drawPath(branch);
    }
}

QString TopologyPicture::labelOf(Node node) const
{
    switch (node) {
    case Node::Client:
        return tr("Client");
    case Node::Machine:
        return tr("This machine");
    case Node::Server:
        break;
    }
    return tr("Server");
}

QString TopologyPicture::detailOf(Node node) const
{
    switch (node) {
    case Node::Client:
        return m_plan.source.isEmpty() ? tr("any") : m_plan.source;
    case Node::Machine:
        return m_plan.interfaceName;
    case Node::Server:
        break;
    }
    const PortRangeList ports = m_plan.effectivePorts();
    const QString where = m_plan.destination.isEmpty() ? tr("any") : m_plan.destination;
    return ports.isEmpty() ? where : tr("%1, port %2").arg(where, portsText(ports));
}

} // namespace Trackhand
