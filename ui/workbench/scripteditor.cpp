// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/scripteditor.h"

#include "ui/workbench/editorcolors.h"
#include "ui/workbench/scriptcompletion.h"
#include "ui/workbench/scriptindent.h"

#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QTimer>
#include <Qsci/qscicommandset.h>
#include <utility>

namespace Trackhand {

namespace {

constexpr int Numbers = 0; // of margins
constexpr int Signs = 1;
constexpr int Folds = 2; // which QScintilla shows unless told
constexpr int SaidGround = 1; // numbers of markers
constexpr int SaidSign = 2;
constexpr int ProblemSign = 3;
constexpr int ProblemStyle = 200; // none of the lexer's
constexpr int SignWidth = 16; // pixels
constexpr int LettersToOffer = 2;

/// Keys that mean elsewhere in the window what they mean here, or nothing.
bool isOwnKey(int keys)
{
    const int key = keys & ~int(Qt::KeyboardModifierMask);
    const int modifiers = keys & int(Qt::KeyboardModifierMask);
    const bool moves = (key >= Qt::Key_Home && key <= Qt::Key_PageDown) || key == Qt::Key_Backspace
        || key == Qt::Key_Delete || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab
        || key == Qt::Key_Backtab || key == Qt::Key_Escape || key == Qt::Key_Insert;
    static const QList<int> letters {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Z, Qt::Key_Y};
    return moves || (modifiers == int(Qt::ControlModifier) && letters.contains(key));
}

} // namespace

ScriptEditor::ScriptEditor(QWidget *parent)
    : QsciScintilla(parent)
    , m_problemStyle(ProblemStyle)
{
    setUtf8(true);
    setEolMode(EolUnix);
    setLexer(&m_lexer);
    setLayoutDirection(Qt::LeftToRight);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Script"));
    setBraceMatching(SloppyBraceMatch);
    setIndentationsUseTabs(false);
    setIndentationWidth(IndentWidth);
    setTabWidth(IndentWidth);
    setBackspaceUnindents(true);
    setCaretLineVisible(true);
    setAnnotationDisplay(AnnotationIndented);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    SendScintilla(SCI_SETBUFFEREDDRAW, 0UL); // paintEvent() says why
    setUpMargins();
    keepOwnKeys();
    SendScintilla(SCI_AUTOCSETSEPARATOR, static_cast<unsigned long>('\n'));
    SendScintilla(SCI_AUTOCSETMAXHEIGHT, 10UL);
    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, &ScriptEditor::typed);
    connect(this, &QsciScintilla::linesChanged, this, &ScriptEditor::widenNumbers);
    applyPalette();
}

void ScriptEditor::startWith(const QString &text)
{
    setText(text);
    SendScintilla(SCI_EMPTYUNDOBUFFER);
    showSaid({});
    showProblems({});
}

void ScriptEditor::replaceWith(const QString &text)
{
    const int line = currentLine();
    beginUndoAction();
    selectAll();
    replaceSelectedText(text);
    endUndoAction();
    goToLine(line);
}

void ScriptEditor::showProblems(const QMap<int, QString> &problems)
{
    if (problems == m_problems) {
        return;
    }
    m_problems = problems;
    clearAnnotations();
    markerDeleteAll(ProblemSign);
    for (auto problem = problems.cbegin(); problem != problems.cend(); ++problem) {
        const int line = qBound(0, problem.key() - 1, qMax(0, lines() - 1));
        annotate(line, problem.value(), m_problemStyle);
        markerAdd(line, ProblemSign);
    }
}

void ScriptEditor::showSaid(const std::vector<int> &lines)
{
    m_said = lines;
    markerDeleteAll(SaidGround);
    markerDeleteAll(SaidSign);
    for (const int line : lines) {
        markerAdd(line - 1, SaidGround);
        markerAdd(line - 1, SaidSign);
    }
    if (!lines.empty()) {
        ensureLineVisible(lines.front() - 1);
        SendScintilla(SCI_ENSUREVISIBLEENFORCEPOLICY, static_cast<unsigned long>(lines.front() - 1));
    }
}

void ScriptEditor::goToLine(int line)
{
    const int wanted = qBound(0, line - 1, qMax(0, lines() - 1));
    setCursorPosition(wanted, 0);
    ensureLineVisible(wanted);
}

int ScriptEditor::currentLine() const
{
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    return line + 1;
}

void ScriptEditor::offer(bool always)
{
    const ScriptOffers found = scriptOffers(beforeCursor());
    const QString before = beforeCursor().chopped(found.typed);
    const bool isMember = before.endsWith(QLatin1Char(':')) || before.endsWith(QLatin1Char('.'));
    if (found.names.isEmpty() || (!always && !isMember && found.typed < LettersToOffer)) {
        SendScintilla(SCI_AUTOCCANCEL);
        return;
    }
    m_offers = found.names;
    const QByteArray names = found.names.join(QLatin1Char('\n')).toUtf8();
    SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(found.typed), names.constData());
}

bool ScriptEditor::isOffering() const
{
    return SendScintilla(SCI_AUTOCACTIVE) != 0;
}

void ScriptEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer(true);
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

// QScintilla's painters have the direction of the interface: from right to left every bracket would be turned round,
// and stand on the wrong side. There the text is drawn into a picture, by a painter that says otherwise, and shown
// after that.
void ScriptEditor::paintEvent(QPaintEvent *event)
{
    if (m_drawing || !QGuiApplication::isRightToLeft()) {
        QsciScintilla::paintEvent(event);
        return;
    }
    QPainter(viewport()).drawImage(0, 0, m_picture);
    if (!std::exchange(m_willDraw, true)) {
        QTimer::singleShot(0, this, &ScriptEditor::drawPicture); // nothing is drawn while something is drawn
    }
}

void ScriptEditor::drawPicture()
{
    QImage picture(viewport()->size() * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(palette().color(QPalette::Base));
    QPainter painter(&picture);
    painter.setLayoutDirection(Qt::LeftToRight);
    m_drawing = true;
    viewport()->render(&painter, QPoint(), QRegion(), QWidget::RenderFlags());
    m_drawing = false;
    m_willDraw = false;
    painter.end();
    if (picture != m_picture) {
        m_picture = picture;
        viewport()->update();
    }
}

void ScriptEditor::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
    }
}

void ScriptEditor::setUpMargins()
{
    setMarginType(Numbers, NumberMargin);
    setMarginType(Signs, SymbolMarginDefaultBackgroundColor);
    setMarginWidth(Signs, SignWidth);
    setMarginWidth(Folds, 0);
    setMarginMarkerMask(Signs, (1 << SaidSign) | (1 << ProblemSign));
    markerDefine(Background, SaidGround);
    markerDefine(Circle, SaidSign);
    markerDefine(SmallRectangle, ProblemSign);
    widenNumbers();
}

// What Scintilla would do with Ctrl+D, say, is not what the window says that it does.
void ScriptEditor::keepOwnKeys()
{
    for (QsciCommand *command : standardCommands()->commands()) {
        if (!isOwnKey(command->key())) {
            command->setKey(0);
        }
        if (!isOwnKey(command->alternateKey())) {
            command->setAlternateKey(0);
        }
    }
}

void ScriptEditor::applyPalette()
{
    const QPalette look = palette();
    applyLexerColors();
    const QColor base = look.color(QPalette::Base);
    const QColor quiet = syntaxColor(Syntax::Comment, look);
    const QColor problem = syntaxColor(Syntax::Problem, look);
    const QColor said = syntaxColor(Syntax::Function, look);
    setMarginsBackgroundColor(base);
    setMarginsForegroundColor(quiet);
    setMarginsFont(m_lexer.font(0));
    setCaretForegroundColor(look.color(QPalette::Text));
    setCaretLineBackgroundColor(lineGround(LineGround::Current, look));
    setSelectionBackgroundColor(look.color(QPalette::Highlight));
    setSelectionForegroundColor(look.color(QPalette::HighlightedText));
    setMatchedBraceBackgroundColor(lineGround(LineGround::Said, look));
    setMatchedBraceForegroundColor(look.color(QPalette::Text));
    setUnmatchedBraceBackgroundColor(base);
    setUnmatchedBraceForegroundColor(problem);
    setCallTipsBackgroundColor(look.color(QPalette::ToolTipBase));
    setCallTipsForegroundColor(look.color(QPalette::ToolTipText));
    setMarkerBackgroundColor(lineGround(LineGround::Said, look), SaidGround);
    setMarkerBackgroundColor(said, SaidSign);
    setMarkerForegroundColor(said, SaidSign);
    setMarkerBackgroundColor(problem, ProblemSign);
    setMarkerForegroundColor(problem, ProblemSign);
    m_problemStyle.setColor(problem);
    m_problemStyle.setPaper(base);
    m_problemStyle.setFont(m_lexer.font(0));
    const QMap<int, QString> problems = std::exchange(m_problems, {});
    showProblems(problems);
    widenNumbers();
}

void ScriptEditor::applyLexerColors()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QPalette look = palette();
    m_lexer.setDefaultFont(fixed);
    m_lexer.setDefaultColor(look.color(QPalette::Text));
    m_lexer.setDefaultPaper(look.color(QPalette::Base));
    m_lexer.setFont(fixed);
    m_lexer.setPaper(look.color(QPalette::Base));
    m_lexer.setColor(look.color(QPalette::Text));
    const auto color = [&](Syntax syntax, std::initializer_list<int> styles) {
        for (const int style : styles) {
            m_lexer.setColor(syntaxColor(syntax, look), style);
            m_lexer.setEolFill(false, style);
        }
    };
    color(Syntax::Comment, {QsciLexerLua::Comment, QsciLexerLua::LineComment});
    color(Syntax::Keyword, {QsciLexerLua::Keyword});
    color(Syntax::Quoted, {QsciLexerLua::String, QsciLexerLua::Character, QsciLexerLua::LiteralString});
    color(Syntax::Number, {QsciLexerLua::Number});
    color(Syntax::Function,
        {QsciLexerLua::BasicFunctions, QsciLexerLua::StringTableMathsFunctions,
            QsciLexerLua::CoroutinesIOSystemFacilities});
    color(Syntax::Problem, {QsciLexerLua::UnclosedString});
}

void ScriptEditor::widenNumbers()
{
    setMarginWidth(Numbers, QString(qMax(3, int(QString::number(lines()).size())) + 1, QLatin1Char('0')));
}

void ScriptEditor::typed(int letter)
{
    if (letter == '\n') {
        indentNewLine();
        return;
    }
    indentEnd();
    const QChar typed(letter);
    if (QStringLiteral("({=").contains(typed)) {
        showHint();
    } else if (typed == QLatin1Char(')') || typed == QLatin1Char('}')) {
        SendScintilla(SCI_CALLTIPCANCEL);
    } else if (typed == QLatin1Char(':') || typed == QLatin1Char('.') || typed == QLatin1Char('_')
        || typed.isLetterOrNumber()) {
        offer(false);
    }
}

void ScriptEditor::indentNewLine()
{
    const int line = currentLine() - 1;
    const int columns = indentAfter(text(line - 1).trimmed(), indentation(line - 1));
    setIndentation(line, columns);
    setCursorPosition(line, columns);
}

// The word that ends a block moves out to where the block began.
void ScriptEditor::indentEnd()
{
    const int line = currentLine() - 1;
    if (line == 0 || !endsBlock(beforeCursor())) {
        return;
    }
    const int within = indentAfter(text(line - 1).trimmed(), indentation(line - 1));
    if (indentation(line) == within && within >= IndentWidth) {
        setIndentation(line, within - IndentWidth);
    }
}

void ScriptEditor::showHint()
{
    const QString hint = scriptHint(beforeCursor());
    if (!hint.isEmpty()) {
        const long place = SendScintilla(SCI_GETCURRENTPOS);
        SendScintilla(SCI_CALLTIPSHOW, static_cast<unsigned long>(place), hint.toUtf8().constData());
    }
}

QString ScriptEditor::beforeCursor() const
{
    int line = 0;
    int column = 0;
    getCursorPosition(&line, &column);
    return text(line).left(column);
}

} // namespace Trackhand
