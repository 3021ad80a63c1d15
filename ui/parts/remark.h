// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace Trackhand {

/// What is to be said about the field beside it: a shape and up to two lines. Takes its place also while it is silent,
/// so that nothing jumps when somebody types.
class Remark : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Silent, Hint, Advice, Error };

    explicit Remark(QWidget *parent = nullptr);

    void say(Kind kind, const QString &text);
    void clear() { say(Kind::Silent, {}); }
    Kind kind() const { return m_kind; }
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paint();

    Kind m_kind = Kind::Silent;
    QLabel *m_shape;
    QLabel *m_text;
};

} // namespace Trackhand
