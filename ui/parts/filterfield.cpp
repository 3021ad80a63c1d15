// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/filterfield.h"

#include "client/filter/eventfilter.h"
#include "ui/parts/statepainter.h"

#include <QFontDatabase>
#include <QLabel>

namespace Trackhand {

namespace {

constexpr int DelayMs = 150;

} // namespace

FilterField::FilterField(const QString &accessibleName, const QString &example, QWidget *parent)
    : QLineEdit(parent)
    , m_error(new QLabel(parent))
{
    setPlaceholderText(example);
    setClearButtonEnabled(true);
    setAccessibleName(accessibleName);
    setToolTip(tr("Fields: %1").arg(EventFilter::fieldNames().join(QStringLiteral(", "))));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMs);
    connect(&m_delay, &QTimer::timeout, this, &FilterField::apply);
    connect(this, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, &FilterField::apply);
}

void FilterField::apply()
{
    m_delay.stop();
    const auto compiled = EventFilter::compile(text());
    m_error->setVisible(!compiled.ok());
    if (!compiled.ok()) {
        m_error->setText(tr("At character %1: %2.").arg(compiled.position + 1).arg(compiled.error));
        QPalette red = palette();
        red.setColor(QPalette::WindowText, stateColor(StateKind::Failed, red));
        m_error->setPalette(red);
        return;
    }
    emit filterChanged(compiled.filter);
}

} // namespace Trackhand
