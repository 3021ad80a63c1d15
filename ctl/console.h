// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QString>
#include <string_view>

namespace Trackhand {

/// Standard output and standard error. Output is buffered until flush(); colour is used on a terminal only, and never
/// with NO_COLOR (https://no-color.org) or TERM=dumb.
class Console {
public:
    Console();
    ~Console();

    void line(std::string_view text);
    void line(const QString &text);
    void bytes(std::string_view bytes);
    /// False once nobody reads our output any more.
    bool flush();

    /// One line on standard error, with the program's name in front. Line breaks inside become blanks.
    void complain(const QString &text);
    /// One line on standard error as it is.
    void remark(const QString &text);
    /// How far something is: a line on standard error that whatever comes next replaces. On a terminal only.
    void progress(const QString &text);

    enum class Colour { Good, Warning, Bad, Dim };
    QString coloured(Colour colour, const QString &text) const;
    bool outputIsTerminal() const { return m_terminal; }

    /// Asks on the terminal; false also when there is none to ask on.
    bool confirm(const QString &question);
    static bool canAsk();

private:
    QByteArray m_pending;
    bool m_terminal = false;
    bool m_colour = false;
    bool m_closed = false;
    bool m_progressShown = false;
};

} // namespace Trackhand
