// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wire/base/result.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace Trackhand {

class Arguments;
class Session;
enum class ExitStatus;

/// One option of a command. Its help, its parsing and its place in the usage line come from here.
struct Option {
    const char *name; ///< without the dashes
    const char *value; ///< what stands for its value in the help; "" for a switch
    const char *help;
};

/// One command: everything that --help prints and everything that parsing needs.
struct Command {
    const char *words; ///< "status" or "helper add"
    const char *operands; ///< as the usage line shows them; "" for none
    int fewestOperands;
    int mostOperands;
    const char *summary;
    std::vector<Option> options;
    ExitStatus (*run)(Session &session, const Arguments &arguments);
};

/// What stood behind a command's words, split and checked against its options. Every option may be repeated; a command
/// that wants one value takes the last.
class Arguments {
public:
    /// InvalidArgument, in words for the person who typed it.
    static Result<Arguments> parse(const Command &command, const QStringList &words);

    const QStringList &operands() const { return m_operands; }
    QString operand(int index) const { return m_operands.value(index); }
    bool has(const char *option) const { return !values(option).isEmpty(); }
    QString value(const char *option) const;
    QStringList values(const char *option) const;

    /// The option's value as a number within bounds; nothing when it was not given.
    Result<std::optional<uint>> number(const char *option, uint least, uint most) const;
    /// The option's values, each one of @p allowed.
    Result<QStringList> words(const char *option, const QStringList &allowed) const;

private:
    struct Given {
        QString option;
        QString value;
    };
    QStringList m_operands;
    std::vector<Given> m_given;
};

} // namespace Trackhand
