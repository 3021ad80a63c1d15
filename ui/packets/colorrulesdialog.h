// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/packets/colorrulemodel.h"

#include <QDialog>
#include <QUndoStack>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace Trackhand {

class FilterField;

/// Where colour rules are added, changed and put in order. Every step can be undone; nothing counts before OK.
class ColorRulesDialog : public QDialog {
    Q_OBJECT
public:
    explicit ColorRulesDialog(const ColorRuleList &rules, QWidget *parent = nullptr);

    const ColorRuleList &rules() const { return m_model.rules(); }

    QTableView *table() const { return m_table; }
    QLineEdit *nameField() const { return m_name; }
    FilterField *filterField() const { return m_filter; }
    QComboBox *hueField() const { return m_hue; }
    QPushButton *addButton() const { return m_add; }
    QPushButton *removeButton() const { return m_remove; }
    QPushButton *upButton() const { return m_up; }
    QPushButton *downButton() const { return m_down; }
    QPushButton *okButton() const;
    QUndoStack *undoStack() { return &m_undo; }

private:
    QWidget *buildTable();
    QWidget *buildForm();
    QWidget *buildSide();
    void addStep(QVBoxLayout *layout, const QString &text, const QKeySequence &keys, QAction *action);
    void connectFields();
    int currentRow() const;
    /// @p kind: changes of one kind to one rule that follow each other are undone together; -1 for none.
    void change(const QString &what, const ColorRuleList &rules, int row, int kind = -1);
    void edit(int kind, const QString &what, const std::function<void(ColorRule &)> &deed);
    void showRules(const ColorRuleList &rules, int row);
    void showRule();
    void updateButtons();
    void add();
    void remove();
    void move(int by);

    ColorRuleModel m_model;
    QUndoStack m_undo;
    bool m_showing = false; ///< the fields change because another rule is shown
    QTableView *m_table;
    QWidget *m_form;
    QLineEdit *m_name;
    FilterField *m_filter;
    QComboBox *m_hue;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_defaults;
    QDialogButtonBox *m_buttons;
};

} // namespace Trackhand
