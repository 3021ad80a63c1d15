// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QsciScintilla;

namespace Trackhand {

/// Finds text in an editor: the next place with Return, the one before with Shift+Return; Escape goes back to the text.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(QsciScintilla *editor, QWidget *parent = nullptr);

    void begin(); ///< shows itself, with what is marked in the editor
    QLineEdit *field() const { return m_field; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void find(bool forward, bool fromHere);
    void end();

    QsciScintilla *m_editor;
    QLineEdit *m_field;
};

} // namespace Trackhand
