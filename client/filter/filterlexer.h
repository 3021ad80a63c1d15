// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace Trackhand {

/// One word of a filter and where it stood.
struct FilterToken {
    enum class Kind {
        Word, ///< a field, a number, an address, a bare text
        Quoted, ///< a text in quotes, unescaped
        Operator, ///< == != < <= > >= contains matches in
        And,
        Or,
        Not,
        Open,
        Close,
        OpenBrace,
        CloseBrace,
        Comma,
        End,
        Bad, ///< text says what is wrong
    };
    Kind kind = Kind::End;
    QString text;
    int position = 0;
    int length = 0;
};

/// Cuts a filter into words. The last one is End or Bad.
QList<FilterToken> filterTokens(const QString &text);

} // namespace Trackhand
