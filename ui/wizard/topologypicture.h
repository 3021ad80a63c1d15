// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/wizard/helperplan.h"

#include <QWidget>

namespace Trackhand {

/// A client, this machine and a server, with the traffic that a plan means drawn strong and what is behind this machine
/// in a bracket. Painted with the palette's colours; mirrored where people read from the right.
class TopologyPicture : public QWidget {
    Q_OBJECT
public:
    explicit TopologyPicture(QWidget *parent = nullptr);

    void setPlan(const HelperPlan &plan);

    QSize sizeHint() const override { return {380, 136}; }
    QSize minimumSizeHint() const override { return {300, 128}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Node { Client, Machine, Server };

    QRectF box(Node node) const;
    QColor ink(double strength) const;
    void paintOwnSide(QPainter &painter) const;
    void paintLink(QPainter &painter, Node from, Node to, bool meant) const;
    void paintNode(QPainter &painter, Node node) const;
    void paintGlyph(QPainter &painter, Node node, const QRectF &box) const;
    QString labelOf(Node node) const;
    QString detailOf(Node node) const;

    HelperPlan m_plan;
};

} // namespace Trackhand
