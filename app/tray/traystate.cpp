// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/traystate.h"

#include "client/models/helpertext.h"

#include <QPainter>

namespace Trackhand {

namespace {

TrayState::Kind kindOf(StateKind kind)
{
    switch (kind) {
    case StateKind::Running:
        return TrayState::Kind::Running;
    case StateKind::Disabled:
        return TrayState::Kind::Disabled;
    case StateKind::Attention:
        return TrayState::Kind::Attention;
    case StateKind::Failed:
        break;
    }
    return TrayState::Kind::Failed;
}

QColor colorOf(TrayState::Kind kind)
{
    switch (kind) {
    case TrayState::Kind::Running:
        return QColor::fromHsl(140, 150, 105);
    case TrayState::Kind::Attention:
        return QColor::fromHsl(38, 220, 118);
    case TrayState::Kind::Failed:
        return QColor::fromHsl(2, 180, 132);
    case TrayState::Kind::Disabled:
    case TrayState::Kind::NoBackend:
        break;
    }
    return QColor::fromHsl(215, 20, 132);
}

void paintShape(QPainter &painter, TrayState::Kind kind, qreal size)
{
    const QRectF box = QRectF(0, 0, size, size).adjusted(size * 0.12, size * 0.12, -size * 0.12, -size * 0.12);
    const QColor color = colorOf(kind);
    const QPen line(color, size * 0.14, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    const qreal inset = size * 0.07;
    const QRectF ring = box.adjusted(inset, inset, -inset, -inset);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (kind) {
    case TrayState::Kind::Running:
        painter.drawEllipse(box);
        return;
    case TrayState::Kind::Failed:
        painter.drawRoundedRect(box.adjusted(inset / 2, inset / 2, -inset / 2, -inset / 2), size * 0.06, size * 0.06);
        return;
    case TrayState::Kind::Attention:
        painter.setPen(QPen(color, size * 0.08, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(QPolygonF {QPointF(ring.center().x(), ring.top()), ring.bottomRight(), ring.bottomLeft()});
        return;
    case TrayState::Kind::NoBackend:
    case TrayState::Kind::Disabled:
        break;
    }
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring);
    if (kind == TrayState::Kind::NoBackend) {
        painter.drawLine(box.topRight(), box.bottomLeft());
    }
}

} // namespace

TrayState TrayText::state(bool connected, const QString &problem, const QList<HelperInfo> &helpers)
{
    if (!connected) {
        return {TrayState::Kind::NoBackend, problem.isEmpty() ? tr("no backend") : tr("no backend: %1").arg(problem)};
    }
    int own = 0;
    int running = 0;
    QStringList lines;
    for (const HelperInfo &helper : helpers) {
        if (helper.isForeign()) {
            continue;
        }
        ++own;
        if (stateKind(helper) == StateKind::Running) {
            ++running;
            continue;
        }
        const QString word = stateWord(helper);
        lines.append(helper.problem.isEmpty() ? tr("%1 is %2").arg(helper.name, word)
                                              : tr("%1 is %2: %3").arg(helper.name, word, helper.problem));
    }
    if (own == 0) {
        return {TrayState::Kind::Disabled, tr("no helpers")};
    }
    lines.prepend(running == own ? tr("%n helper(s) running", nullptr, own)
                                 : tr("%1 of %2 helpers running").arg(running).arg(own));
    return {kindOf(overallState(helpers)), lines.join(QLatin1Char('\n'))};
}

QIcon trayIcon(TrayState::Kind kind)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paintShape(painter, kind, size);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace Trackhand
