// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace Trackhand {

/// What would be here, why it is not, and one button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    static constexpr int UsualWidth = 560; ///< a line length that reads well

    explicit EmptyState(QWidget *parent = nullptr, int textWidth = UsualWidth);

    /// No button when @p button is empty.
    void setTexts(const QString &title, const QString &reason, const QString &button = {});
    QString title() const;
    QString reason() const;
    QPushButton *button() const { return m_button; }

private:
    int m_textWidth;
    QLabel *m_title;
    QLabel *m_reason;
    QPushButton *m_button;
};

} // namespace Trackhand
