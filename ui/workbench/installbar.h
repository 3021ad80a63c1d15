// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "client/models/helpertext.h"
#include "ui/workbench/installedscript.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Trackhand {

class StateIndicator;

/// Whether the script runs where it shall, and the way there and back.
class InstallBar : public QWidget {
    Q_OBJECT
public:
    explicit InstallBar(BackendLink *link, QWidget *parent = nullptr);

    InstalledScript *script() { return &m_script; }
    /// What is in the editor; @p name is the helper's, "" while the script is none.
    void follow(const QString &name, const QString &text);

    QPushButton *installButton() const { return m_install; }
    QPushButton *rollBackButton() const { return m_rollBack; }
    QLabel *label() const { return m_label; }
    StateIndicator *state() const { return m_state; }

private:
    void sayState();
    void say(StateKind state, const QString &word, const QString &text);

    InstalledScript m_script;
    QString m_name;
    QString m_text;
    StateIndicator *m_state;
    QLabel *m_label;
    QPushButton *m_rollBack;
    QPushButton *m_install;
};

} // namespace Trackhand
