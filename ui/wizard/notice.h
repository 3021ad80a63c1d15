// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace Trackhand {

/// One sentence in the place it is about, marked by shape, with at most one button beside it. Keeps its height when it
/// is silent, so that nothing below it jumps.
class Notice : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Silent, Busy, Hint, Advice, Error };

    explicit Notice(QWidget *parent = nullptr);

    void say(Kind kind, const QString &text, const QString &button = {});
    void clear() { say(Kind::Silent, {}); }
    Kind kind() const { return m_kind; }
    QString text() const;

signals:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Silent;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace Trackhand
