// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/keysheet.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr int Columns = 2; // of groups, side by side
constexpr int TallestSheet = 560; // beyond that it scrolls, for it must fit small screens

QString keyText(const KeySheet::Key &key)
{
    QStringList names;
    for (const QKeySequence &keys : key.keys) {
        names.append(keys.toString(QKeySequence::NativeText));
    }
    return names.join(key.isRange ? QStringLiteral(" … ") : QStringLiteral(", "));
}

int widestKey(const QList<KeySheet::Group> &groups, const QFontMetrics &metrics)
{
    int widest = 0;
    for (const KeySheet::Group &group : groups) {
        for (const KeySheet::Key &key : group.keys) {
            widest = qMax(widest, metrics.horizontalAdvance(keyText(key)));
        }
    }
    return widest;
}

QWidget *groupView(const KeySheet::Group &group, int keyWidth, QWidget *parent)
{
    auto *view = new QWidget(parent);
    auto *layout = new QGridLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(4);
    auto *title = new QLabel(group.title, view);
    QFont semibold = title->font();
    semibold.setWeight(QFont::DemiBold);
    title->setFont(semibold);
    layout->addWidget(title, 0, 0, 1, 2);
    for (const KeySheet::Key &key : group.keys) {
        const int row = layout->rowCount();
        layout->addWidget(new QLabel(keyText(key), view), row, 0);
        layout->addWidget(new QLabel(key.text, view), row, 1);
    }
    layout->setColumnMinimumWidth(0, keyWidth);
    layout->setColumnStretch(1, 1);
    layout->setRowStretch(layout->rowCount(), 1);
    return view;
}

KeySheet::Group everywhere()
{
    return {KeySheet::tr("Everywhere"),
        {{{Qt::CTRL | Qt::Key_1, Qt::CTRL | Qt::Key_7}, KeySheet::tr("pages"), true},
            {{Qt::CTRL | Qt::Key_N}, KeySheet::tr("add a helper")},
            {{Qt::Key_Return}, KeySheet::tr("change the selected one, or show its packets")},
            {{Qt::Key_Delete}, KeySheet::tr("delete the selected one, or close the selected capture")},
            {{Qt::Key_Escape}, KeySheet::tr("back to what was there before")},
            {{Qt::CTRL | Qt::Key_O}, KeySheet::tr("open a capture")},
            {{Qt::CTRL | Qt::Key_S}, KeySheet::tr("save the script, or the figures")},
            {{Qt::CTRL | Qt::Key_F}, KeySheet::tr("filter; Ctrl+Space there offers what may follow")},
            {{Qt::Key_Space}, KeySheet::tr("pause, or press the button that has the focus")},
            {{Qt::CTRL | Qt::Key_Z}, KeySheet::tr("undo")}, {{Qt::Key_Question}, KeySheet::tr("this sheet")},
            {{Qt::CTRL | Qt::Key_Q}, KeySheet::tr("quit")}}};
}

KeySheet::Group overview()
{
    return {KeySheet::tr("Overview"),
        {{{Qt::CTRL | Qt::Key_T}, KeySheet::tr("charts as a table")},
            {{Qt::CTRL | Qt::Key_I}, KeySheet::tr("open the evidence of what happened")},
            {{Qt::Key_Left, Qt::Key_Right}, KeySheet::tr("read a chart point by point")}}};
}

KeySheet::Group helpersAndRules()
{
    return {KeySheet::tr("Helpers and rules"),
        {{{Qt::CTRL | Qt::Key_D}, KeySheet::tr("why is this helper not working?")},
            {{Qt::CTRL | Qt::Key_R}, KeySheet::tr("add a rule")},
            {{Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, KeySheet::tr("do a rule's change again")}}};
}

KeySheet::Group packets()
{
    return {KeySheet::tr("Packets"),
        {{{Qt::Key_F}, KeySheet::tr("follow the newest packet")},
            {{Qt::CTRL | Qt::Key_G}, KeySheet::tr("go to a number or a time")},
            {{Qt::Key_C}, KeySheet::tr("follow the connection, and back")},
            {{Qt::CTRL | Qt::Key_Return}, KeySheet::tr("filter for the selected value")},
            {{Qt::CTRL | Qt::SHIFT | Qt::Key_Return}, KeySheet::tr("filter the selected value out")},
            {{Qt::Key_S, Qt::SHIFT | Qt::Key_S}, KeySheet::tr("sort by the column, order of arrival")},
            {{Qt::CTRL | Qt::Key_M}, KeySheet::tr("mark packets, or take the mark away")},
            {{Qt::CTRL | Qt::SHIFT | Qt::Key_N, Qt::CTRL | Qt::SHIFT | Qt::Key_B},
                KeySheet::tr("next mark, mark before")},
            {{Qt::CTRL | Qt::Key_C}, KeySheet::tr("copy packets, or marked bytes as text")},
            {{Qt::CTRL | Qt::SHIFT | Qt::Key_C}, KeySheet::tr("copy marked bytes as digits")}}};
}

KeySheet::Group ways()
{
    return {KeySheet::tr("From packets, expectations and flows to each other"),
        {{{Qt::CTRL | Qt::Key_L}, KeySheet::tr("flow of the selected packet or expectation")},
            {{Qt::CTRL | Qt::Key_U}, KeySheet::tr("connection it is expected by, or came from")},
            {{Qt::CTRL | Qt::Key_E}, KeySheet::tr("expectation of the selected flow")}}};
}

KeySheet::Group workbench()
{
    return {KeySheet::tr("Workbench"),
        {{{Qt::Key_F5}, KeySheet::tr("run the script over the capture")},
            {{Qt::Key_F6}, KeySheet::tr("from the script to its results, and back")},
            {{Qt::Key_F7, Qt::Key_F8}, KeySheet::tr("packet before, next packet")}}};
}

} // namespace

QList<KeySheet::Group> KeySheet::groups()
{
    return {everywhere(), packets(), helpersAndRules(), ways(), workbench(), overview()};
}

KeySheet::KeySheet(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *sheet = new QWidget(this);
    auto *columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(16, 16, 16, 16);
    columns->setSpacing(32);
    QList<QVBoxLayout *> stacks;
    for (int i = 0; i < Columns; ++i) {
        stacks.append(new QVBoxLayout);
        stacks.last()->setSpacing(24);
        columns->addLayout(stacks.last());
    }
    const QList<Group> all = groups();
    const int keyWidth = widestKey(all, fontMetrics());
    QList<qsizetype> heights(Columns);
    for (const Group &group : all) {
        const qsizetype shortest = std::min_element(heights.begin(), heights.end()) - heights.begin();
        heights[shortest] += group.keys.size();
        stacks.at(shortest)->addWidget(groupView(group, keyWidth, sheet));
    }
    for (QVBoxLayout *stack : stacks) {
        stack->addStretch(1);
    }
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(sheet);
    const QSize whole = sheet->sizeHint();
    area->setMinimumSize(
        whole.width() + area->verticalScrollBar()->sizeHint().width(), qMin(whole.height(), TallestSheet));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(area);
    layout->addWidget(buttons);
}

} // namespace Trackhand
