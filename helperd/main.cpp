// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/commandline.h"
#include "helperd/helperloop.h"
#include "helperd/helperorigin.h"
#include "helperd/protocollist.h"
#include "helperd/sandbox.h"

#include <cstdio>
#include <unistd.h>

using namespace Trackhand;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "trackhand-helperd: %s\n", error.text.c_str());
    return error.code == ErrorCode::InvalidArgument ? 2 : 1;
}

const ModuleDirectory Modules(TRACKHAND_MODULE_DIRECTORY);

/// A helper for a person, or for trackhandd, to be told of. What is not built in says no word of itself outside the
/// sandbox.
Result<HelperOrigin> findInSandbox(const CommandLine &line)
{
    auto origin = HelperOrigin::find(line, Modules);
    if (origin && !origin->isBuiltIn()) {
        if (const auto status = Sandbox::enter(Sandbox::Purpose::Description); !status) {
            return status.error();
        }
    }
    return origin;
}

/// Would this helper run with these options? Says why not, and does nothing else.
int check(const CommandLine &line)
{
    const auto origin = findInSandbox(line);
    const auto helper = origin ? origin->create(line.options) : origin.error();
    return helper ? 0 : fail(helper.error());
}

/// Not through stdout: looking at what kind of file that is is no system call of the sandbox.
int print(const std::string &text)
{
    return ::write(STDOUT_FILENO, text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 1;
}

int list(const CommandLine &line)
{
    if (line.helper.empty() && !line.script) {
        return std::fputs(protocolList().c_str(), stdout) < 0 ? 1 : 0;
    }
    const auto origin = findInSandbox(line);
    const auto descriptor = origin ? origin->describe() : origin.error();
    return descriptor ? print(protocolLine(*descriptor)) : fail(descriptor.error());
}

int listModules()
{
    const auto names = Modules.names();
    if (!names) {
        return fail(names.error());
    }
    for (const std::string &name : *names) {
        std::puts(name.c_str());
    }
    return 0;
}

int judge(Wire::HelperChannel channel, std::unique_ptr<Helper> helper)
{
    HelperRunner runner(std::move(helper));
    HelperLoop loop(std::move(channel), runner);
    loop.run();
}

int run(const CommandLine &line)
{
    const auto origin = HelperOrigin::find(line, Modules);
    if (!origin) {
        return fail(origin.error());
    }
    Result<std::unique_ptr<Helper>> helper = std::unique_ptr<Helper>();
    if (origin->isBuiltIn()) {
        helper = origin->create(line.options);
    }
    if (!helper) {
        return fail(helper.error());
    }
    auto channel = Wire::HelperChannel::open(
        Fd(Wire::PacketsDescriptor), Fd(Wire::ProposalsDescriptor), Fd(Wire::WakeGateDescriptor));
    if (!channel) {
        return fail(channel.error());
    }
    // From here on nothing can be opened, sent or started; only then does a script run, is a module asked for its
    // helper, or does the first packet come in.
    if (const auto status = Sandbox::enter(); !status) {
        return fail(status.error());
    }
    if (!origin->isBuiltIn()) {
        helper = origin->create(line.options);
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
    case CommandLine::Task::Modules:
        return listModules();
    case CommandLine::Task::Version:
        return std::puts("trackhand-helperd " TRACKHAND_VERSION) < 0 ? 1 : 0;
    case CommandLine::Task::Help:
        return std::fputs(UsageText, stdout) < 0 ? 1 : 0;
    case CommandLine::Task::Run:
        break;
    }
    return run(*line);
}
