// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTabWidget>

class QPlainTextEdit;
class QToolButton;

namespace Trackhand {

class CodePane;
class HitTestPane;
class HostSession;
class RuleCommands;
class RuleListing;

/// What is below the table of rules: the selected rule, the whole table as the kernel has it, the commands that would
/// do the same by hand, and which rule a packet would meet. Each is read from the backend while it is looked at, and no
/// longer.
class RulesPanes : public QTabWidget {
    Q_OBJECT
public:
    explicit RulesPanes(HostSession *session, QWidget *parent = nullptr);

    void showRule(const QString &text);

    QPlainTextEdit *rule() const { return m_rule; }
    CodePane *table() const { return m_table; }
    CodePane *commands() const { return m_commands; }
    HitTestPane *hitTest() const { return m_hitTest; }
    QToolButton *copyButton() const { return m_copy; }

private:
    void connectTable();
    void connectCommands();
    QPlainTextEdit *shownText() const;

    RuleListing *m_listing;
    RuleCommands *m_making;
    QPlainTextEdit *m_rule;
    CodePane *m_table;
    CodePane *m_commands;
    HitTestPane *m_hitTest;
    QToolButton *m_copy;
};

} // namespace Trackhand
