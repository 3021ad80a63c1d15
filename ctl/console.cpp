// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/console.h"

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace Trackhand {

namespace {

constexpr qsizetype FlushAt = 64 * 1024;
const QByteArray EraseLine = QByteArrayLiteral("\r\033[K");

const char *escapeFor(Console::Colour colour)
{
    switch (colour) {
    case Console::Colour::Good:
        return "\033[32m";
    case Console::Colour::Warning:
        return "\033[33m";
    case Console::Colour::Bad:
        return "\033[31m";
    case Console::Colour::Dim:
        return "\033[2m";
    }
    return "";
}

bool writeAll(int fd, const QByteArray &bytes)
{
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t count = ::write(fd, bytes.constData() + written, std::size_t(bytes.size() - written));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        written += count;
    }
    return true;
}

} // namespace

Console::Console()
    : m_terminal(::isatty(STDOUT_FILENO) == 1)
    , m_colour(m_terminal && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb")
{
}

Console::~Console()
{
    flush();
}

void Console::line(std::string_view text)
{
    bytes(text);
    bytes("\n");
}

void Console::line(const QString &text)
{
    line(text.toStdString());
}

void Console::bytes(std::string_view bytes)
{
    m_pending.append(bytes.data(), qsizetype(bytes.size()));
    if (m_pending.size() >= FlushAt) {
        flush();
    }
}

bool Console::flush()
{
    if (m_progressShown) {
        writeAll(STDERR_FILENO, EraseLine);
        m_progressShown = false;
    }
    m_closed = m_closed || !writeAll(STDOUT_FILENO, m_pending);
    m_pending.clear();
    return !m_closed;
}

void Console::complain(const QString &text)
{
    remark(QStringLiteral("trackhandctl: ") + text.simplified());
}

void Console::remark(const QString &text)
{
    flush();
    writeAll(STDERR_FILENO, text.toUtf8() + '\n');
}

void Console::progress(const QString &text)
{
    if (::isatty(STDERR_FILENO) == 1 && qgetenv("TERM") != "dumb") {
        flush();
        writeAll(STDERR_FILENO, EraseLine + text.toUtf8());
        m_progressShown = true;
    }
}

QString Console::coloured(Colour colour, const QString &text) const
{
    return m_colour ? QLatin1String(escapeFor(colour)) + text + QLatin1String("\033[0m") : text;
}

bool Console::canAsk()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

bool Console::confirm(const QString &question)
{
    flush();
    writeAll(STDERR_FILENO, (question + QStringLiteral(" [y/N] ")).toUtf8());
    char answer[16] = {};
    return std::fgets(answer, sizeof answer, stdin) && (answer[0] == 'y' || answer[0] == 'Y');
}

} // namespace Trackhand
