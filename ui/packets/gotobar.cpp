// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/gotobar.h"

#include "client/models/packetplace.h"
#include "ui/packets/selectedrows.h"
#include "ui/parts/statepainter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

namespace Trackhand {

namespace {

constexpr int FieldWidth = 30; // characters: a date and a time

} // namespace

GoToBar::GoToBar(const PacketModel *model, QTableView *table, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(table)
    , m_field(new QLineEdit(this))
    , m_answer(new QLabel(this))
{
    auto *label = new QLabel(tr("&Go to"), this);
    label->setBuddy(m_field);
    m_field->setPlaceholderText(tr("number or time, as 14:02:11.2"));
    m_field->setFixedWidth(FieldWidth * fontMetrics().averageCharWidth());
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_answer, 1);
    auto *escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(escape);
    connect(escape, &QAction::triggered, this, &GoToBar::close);
    connect(m_field, &QLineEdit::returnPressed, this, &GoToBar::go);
    connect(m_field, &QLineEdit::textEdited, m_answer, &QLabel::clear);
    hide();
}

void GoToBar::open()
{
    m_answer->clear();
    show();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void GoToBar::go()
{
    const auto place = findPlace(*m_model, m_field->text());
    QPalette colors = palette();
    if (!place) {
        colors.setColor(QPalette::WindowText, stateColor(StateKind::Failed, colors));
        m_answer->setText(QString::fromStdString(place.error().text));
    } else {
        selectOnly(*m_table, place->row);
        m_table->scrollTo(m_table->currentIndex(), QAbstractItemView::PositionAtCenter);
        m_answer->setText(place->exact ? QString() : tr("That packet is not among those shown; this is the nearest."));
    }
    m_answer->setPalette(colors);
    if (place && place->exact) {
        close();
    }
}

void GoToBar::close()
{
    hide();
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace Trackhand
