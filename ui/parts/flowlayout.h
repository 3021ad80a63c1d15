// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>
#include <QList>

namespace Trackhand {

/// Puts widgets side by side and breaks to a new line where the width ends. With a column width, all get one width:
/// that or as much more as fills the line.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(int spacing, int columnWidth = 0, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool really) const; ///< returns the height

    int columnWidth(int width) const;

    QList<QLayoutItem *> m_items;
    int m_gap;
    int m_columnWidth;
};

} // namespace Trackhand
