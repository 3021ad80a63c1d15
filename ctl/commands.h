// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ctl/arguments.h"

/// The commands, a group a file. What each does and takes stands in its table entry.
namespace Trackhand {

std::vector<Command> doctorCommands();
std::vector<Command> evidenceCommands();
std::vector<Command> helperCommands();
std::vector<Command> ruleCommands();
std::vector<Command> watchCommands();
std::vector<Command> replayCommands();
std::vector<Command> scriptCommands();
std::vector<Command> installedScriptCommands();
std::vector<Command> settingsCommands();
std::vector<Command> statusCommands();

/// All of them, in the order of the help.
const std::vector<Command> &allCommands();

/// The command that @p words begin with; nothing when there is none.
const Command *findCommand(const QStringList &words);

/// "trackhandctl --help".
QString programHelp();
/// "trackhandctl COMMAND --help".
QString commandHelp(const Command &command);

} // namespace Trackhand
