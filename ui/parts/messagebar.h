// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/helpertext.h"

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace Trackhand {

/// One message in the place where it arose: what happened, what to do, and at most one button that does it. Errors stay
/// until they are closed or settled; notes go by themselves.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const QString &text, const QString &button = {}, const std::function<void()> &action = {});
    void showNote(const QString &text, const QString &button = {}, const std::function<void()> &action = {});
    void dismiss();

    QString text() const;
    QPushButton *button() const { return m_button; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(StateKind kind, const QString &text, const QString &button, const std::function<void()> &action);

    StateKind m_kind = StateKind::Attention;
    QLabel *m_shape;
    QLabel *m_label;
    QPushButton *m_button;
    QToolButton *m_close;
    std::function<void()> m_action;
    int m_shown = 0; ///< so that a note's clock does not close the message after it
};

} // namespace Trackhand
