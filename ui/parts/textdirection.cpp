// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/parts/textdirection.h"

#include <QGuiApplication>
#include <QStringList>
#include <algorithm>

namespace Trackhand {

namespace {

constexpr QChar RightToLeftMark(0x200f);
constexpr QChar LeftToRightIsolate(0x2066);
constexpr QChar EndOfIsolate(0x2069);

// What is said in English throughout keeps its order, and its full stop at its end.
QString marked(const QString &line)
{
    return RightToLeftMark + (hasRightToLeft(line) ? line : LeftToRightIsolate + line + EndOfIsolate);
}

bool runsFromRightToLeft(QChar letter)
{
    return letter.direction() == QChar::DirR || letter.direction() == QChar::DirAL;
}

} // namespace

QString inReadingDirection(const QString &text)
{
    if (QGuiApplication::layoutDirection() != Qt::RightToLeft || text.isEmpty()) {
        return text;
    }
    QStringList lines = text.split(QLatin1Char('\n'));
    std::transform(lines.begin(), lines.end(), lines.begin(), marked);
    return lines.join(QLatin1Char('\n'));
}

bool hasRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(), runsFromRightToLeft);
}

QString withCodeInItsOrder(const QString &text)
{
    const auto last = std::find_if(text.rbegin(), text.rend(), runsFromRightToLeft);
    auto code = std::distance(last, text.rend());
    while (code < text.size() && text[code].isSpace()) {
        ++code;
    }
    const bool isMixed = last != text.rend() && code < text.size();
    return isMixed ? text.left(code) + LeftToRightIsolate + text.mid(code) + EndOfIsolate : text;
}

} // namespace Trackhand
