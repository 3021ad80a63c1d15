// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/commandline.h"
#include "helperd/helperloop.h"
#include "helperd/protocollist.h"
#include "helperd/sandbox.h"
#include "helperd/scriptinput.h"
#include "helpers/registry.h"

#include <cstdio>
#include <unistd.h>

using namespace Trackhand;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "trackhand-helperd: %s\n", error.text.c_str());
    return error.code == ErrorCode::InvalidArgument ? 2 : 1;
}

std::string scriptName(const CommandLine &line)
{
    return (line.helper.empty() ? "script" : line.helper) + ".lua";
}

/// A script for a person, or for trackhandd, to be told of. Not a line of it runs outside the sandbox.
Result<ScriptSource> readInSandbox(const CommandLine &line)
{
    auto source = readScript(*line.script, scriptName(line));
    if (source) {
        if (const auto status = Sandbox::enter(Sandbox::Purpose::Description); !status) {
            return status.error();
        }
    }
    return source;
}

/// Would this helper run with these options? Says why not, and does nothing else.
int check(const CommandLine &line)
{
    if (!line.script) {
        const auto helper = createHelper(line.helper, line.options);
        return helper ? 0 : fail(helper.error());
    }
    const auto source = readInSandbox(line);
    const auto helper = source ? createFrom(*source, line.options) : source.error();
    return helper ? 0 : fail(helper.error());
}

int list(const CommandLine &line)
{
    if (!line.script) {
        return std::fputs(protocolList().c_str(), stdout) < 0 ? 1 : 0;
    }
    const auto source = readInSandbox(line);
    const auto descriptor = source ? ScriptHelper::describe(*source) : source.error();
    if (!descriptor) {
        return fail(descriptor.error());
    }
    // Not through stdout: looking at what kind of file that is is no system call of the sandbox.
    const std::string text = protocolLine(*descriptor);
    return ::write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 1;
}

int judge(Wire::HelperChannel channel, std::unique_ptr<Helper> helper)
{
    HelperRunner runner(std::move(helper));
    HelperLoop loop(std::move(channel), runner);
    loop.run();
}

int run(const CommandLine &line)
{
    auto source = line.script ? readScript(*line.script, scriptName(line)) : ScriptSource();
    if (!source) {
        return fail(source.error());
    }
    Result<std::unique_ptr<Helper>> helper = std::unique_ptr<Helper>();
    if (!line.script) {
        helper = createHelper(line.helper, line.options);
    }
    if (!helper) {
        return fail(helper.error());
    }
    auto channel = Wire::HelperChannel::open(
        Fd(Wire::PacketsDescriptor), Fd(Wire::ProposalsDescriptor), Fd(Wire::WakeGateDescriptor));
    if (!channel) {
        return fail(channel.error());
    }
    // From here on nothing can be opened, sent or started; only then does a script run, or the first packet come in.
    if (const auto status = Sandbox::enter(); !status) {
        return fail(status.error());
    }
    if (line.script) {
        helper = createFrom(*source, line.options);
    }
    return helper ? judge(channel.take(), helper.take()) : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto line = parseCommandLine(argc, argv);
    if (!line) {
        return fail(line.error());
    }
    switch (line->task) {
    case CommandLine::Task::Check:
        return check(*line);
    case CommandLine::Task::List:
        return list(*line);
    case CommandLine::Task::Version:
        return std::puts("trackhand-helperd " TRACKHAND_VERSION) < 0 ? 1 : 0;
    case CommandLine::Task::Help:
        return std::fputs(UsageText, stdout) < 0 ? 1 : 0;
    case CommandLine::Task::Run:
        break;
    }
    return run(*line);
}
