// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/filterfield.h"

#include "ui/parts/statepainter.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>

namespace Trackhand {

namespace {

constexpr int DelayMs = 150;

} // namespace

FilterField::FilterField(const QString &accessibleName, const QString &example, QWidget *parent)
    : QLineEdit(parent)
    , m_problem(new QLabel(parent))
    , m_completer(new QCompleter(&m_candidates, this))
{
    setClearButtonEnabled(true);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(accessibleName);
    setPlaceholderText(example);
    setToolTip(tr("Fields: %1").arg(EventFilter::fieldNames().join(QStringLiteral(", "))));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setFont(font());
    m_completer->popup()->setAccessibleName(tr("What may stand here"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterField::take);
    connect(this, &QLineEdit::textEdited, this, [this] { offer(false); });
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMs);
    connect(&m_delay, &QTimer::timeout, this, &FilterField::apply);
    connect(this, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, [this] {
        apply();
        selectProblem();
    });
}

void FilterField::apply()
{
    m_delay.stop();
    const auto compiled = check();
    if (compiled.ok()) {
        emit filterChanged(compiled.filter);
    }
}

EventFilter::Compiled FilterField::check()
{
    const auto compiled = EventFilter::compile(text());
    m_problem->setVisible(!compiled.ok());
    if (!compiled.ok()) {
        m_problem->setText(tr("At character %1: %2.").arg(compiled.position + 1).arg(compiled.error));
        QPalette red = palette();
        red.setColor(QPalette::WindowText, stateColor(StateKind::Failed, red));
        m_problem->setPalette(red);
    }
    return compiled;
}

void FilterField::selectProblem()
{
    const auto compiled = EventFilter::compile(text());
    if (compiled.ok()) {
        return;
    }
    if (compiled.length > 0) {
        setSelection(compiled.position, compiled.length);
    } else {
        setCursorPosition(compiled.position);
    }
}

bool FilterField::event(QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QLineEdit::event(event);
    }
    const auto *press = static_cast<QKeyEvent *>(event);
    const bool choosing = m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid();
    const bool chosen = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter || press->key() == Qt::Key_Tab;
    if (choosing && chosen) {
        event->ignore(); // the completer takes the candidate
        return true;
    }
    if (press->key() == Qt::Key_Space && press->modifiers() == Qt::ControlModifier) {
        offer(true);
        return true;
    }
    return QLineEdit::event(event);
}

// Unasked, nothing covers the page while the filter is complete as it stands.
void FilterField::offer(bool always)
{
    m_completion = completeFilter(text(), cursorPosition(), m_values ? m_values() : FilterValues());
    const bool between = m_completion.length == 0;
    const bool complete = text().trimmed().isEmpty() || EventFilter::compile(text()).ok();
    if (m_completion.candidates.isEmpty() || (between && complete && !always)) {
        m_completer->popup()->hide();
        return;
    }
    m_candidates.setStringList(m_completion.candidates);
    QListView *popup = static_cast<QListView *>(m_completer->popup());
    QRect place = cursorRect();
    place.setWidth(popup->sizeHintForColumn(0) + 2 * fontMetrics().averageCharWidth() + 24);
    m_completer->complete(place);
}

void FilterField::take(const QString &candidate)
{
    setSelection(m_completion.position, m_completion.length);
    insert(candidate + QLatin1Char(' '));
    offer(false);
}

} // namespace Trackhand
