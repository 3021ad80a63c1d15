// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace Trackhand {

class Notice;

/// Text of a program that comes from the backend, or in its place why it does not come, with a button to ask again.
/// Says when somebody begins and ceases to look at it.
class CodePane : public QWidget {
    Q_OBJECT
public:
    explicit CodePane(const QString &accessibleName, QWidget *parent = nullptr);

    /// What was marked and in view stays so.
    void showText(const QString &text);
    void showProblem(const QString &text);

    QPlainTextEdit *view() const { return m_view; }
    Notice *notice() const { return m_notice; }

signals:
    void lookedAt(bool now);
    void retryWanted();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPlainTextEdit *m_view;
    Notice *m_notice;
};

} // namespace Trackhand
