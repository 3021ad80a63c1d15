// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/commandline.h"

#include <charconv>
#include <getopt.h>
#include <string_view>

namespace Trackhand {

const char *const UsageText =
    "usage: trackhand-helperd [--check] --helper NAME [--script FD] [--option KEY=VALUE]...\n"
    "       trackhand-helperd --list [--helper NAME] [--script FD]\n"
    "       trackhand-helperd --modules | --version | --help\n"
    "\n"
    "Judges the packets of one helper. trackhandd starts it; by hand only --list and --modules are of use. --list\n"
    "prints the built-in protocols, one JSON object a line, or what one of them or a module is, or what the script is\n"
    "whose text is at descriptor FD. --modules prints the names of the modules, helpers of this machine's own.\n";

namespace {

const Error Usage {ErrorCode::InvalidArgument, "wrong usage; see trackhand-helperd --help"};

bool needsHelper(CommandLine::Task task)
{
    return task == CommandLine::Task::Run || task == CommandLine::Task::Check;
}

bool addOption(HelperOptions &options, const std::string &text)
{
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        return false;
    }
    options[text.substr(0, equals)] = text.substr(equals + 1);
    return true;
}

std::optional<int> toDescriptor(std::string_view text)
{
    int number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

} // namespace

Result<CommandLine> parseCommandLine(int argc, char *argv[])
{
    static const option known[] = {{"helper", required_argument, nullptr, 'n'},
        {"option", required_argument, nullptr, 'o'}, {"script", required_argument, nullptr, 's'},
        {"check", no_argument, nullptr, 'c'}, {"list", no_argument, nullptr, 'l'},
        {"modules", no_argument, nullptr, 'm'}, {"version", no_argument, nullptr, 'v'},
        {"help", no_argument, nullptr, 'h'}, {}};
    CommandLine line;
    int found = 0;
    while ((found = ::getopt_long(argc, argv, "", known, nullptr)) != -1) {
        switch (found) {
        case 'n':
            line.helper = optarg;
            break;
        case 'o':
            if (!addOption(line.options, optarg)) {
                return Usage;
            }
            break;
        case 's':
            line.script = toDescriptor(optarg);
            if (!line.script) {
                return Usage;
            }
            break;
        case 'c':
            line.task = CommandLine::Task::Check;
            break;
        case 'l':
            line.task = CommandLine::Task::List;
            break;
        case 'm':
            line.task = CommandLine::Task::Modules;
            break;
        case 'v':
            line.task = CommandLine::Task::Version;
            break;
        case 'h':
            line.task = CommandLine::Task::Help;
            break;
        default:
            return Usage;
        }
    }
    if (optind != argc || (needsHelper(line.task) && line.helper.empty())) {
        return Usage;
    }
    return line;
}

} // namespace Trackhand
