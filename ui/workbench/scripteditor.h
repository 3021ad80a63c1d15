// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QMap>
#include <Qsci/qscilexerlua.h>
#include <Qsci/qsciscintilla.h>
#include <Qsci/qscistyle.h>
#include <vector>

namespace Trackhand {

/// An editor for scripts. Offers what the language has while one types, and at any time with Ctrl+Space; lines have
/// numbers, from 1, and what is wrong with one stands below it. Its colours are the palette's.
class ScriptEditor : public QsciScintilla {
    Q_OBJECT
public:
    explicit ScriptEditor(QWidget *parent = nullptr);

    /// Another text: what was done to the one before cannot be undone any more.
    void startWith(const QString &text);
    /// Puts @p text in the place of what is there, as something that can be undone. The cursor stays on its line.
    void replaceWith(const QString &text);

    /// What is wrong, by line. Takes the place of what was said before.
    void showProblems(const QMap<int, QString> &problems);
    const QMap<int, QString> &problems() const { return m_problems; }
    /// Marks the lines that said something of the packet in hand, and brings the first into view.
    void showSaid(const std::vector<int> &lines);
    const std::vector<int> &said() const { return m_said; }

    /// Puts the cursor at the beginning of @p line and brings it into view.
    void goToLine(int line);
    int currentLine() const;

    /// Offers what may stand at the cursor.
    void offer(bool always);
    bool isOffering() const;
    QStringList offers() const { return m_offers; } ///< the last ones

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpMargins();
    void keepOwnKeys();
    void applyPalette();
    void applyLexerColors();
    void drawPicture();
    void widenNumbers();
    void typed(int letter);
    void indentNewLine();
    void indentEnd();
    void showHint();
    QString beforeCursor() const;

    QsciLexerLua m_lexer;
    QsciStyle m_problemStyle;
    QMap<int, QString> m_problems;
    std::vector<int> m_said;
    QStringList m_offers;
    QImage m_picture; ///< of the text, in an interface that runs from right to left
    bool m_drawing = false;
    bool m_willDraw = false;
};

} // namespace Trackhand
