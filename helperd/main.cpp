// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "helperd/commandline.h"
#include "helperd/helperloop.h"
#include "helperd/protocollist.h"
#include "helperd/sandbox.h"
#include "helpers/registry.h"

#include <cstdio>

using namespace Trackhand;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "trackhand-helperd: %s\n", error.text.c_str());
    return error.code == ErrorCode::InvalidArgument ? 2 : 1;
}

/// Would this helper run with these options? Says why not, and does nothing else.
int check(const CommandLine &line)
{
    const auto helper = createHelper(line.helper, line.options);
    return helper ? 0 : fail(helper.error());
}

int run(const CommandLine &line)
{
    auto helper = createHelper(line.helper, line.options);
    if (!helper) {
        return fail(helper.error());
    }
    HelperRunner runner(helper.take());
    auto channel = Wire::HelperChannel::open(Fd(Wire::PacketsDescriptor), Fd(Wire::ProposalsDescriptor),
        Fd(Wire::WakeGateDescriptor));
    if (!channel) {
        return fail(channel.error());
    }
    HelperLoop loop(channel.take(), runner);
    // From here on nothing can be opened, sent or started; only then does the first packet come in.
    if (const auto status = Sandbox::enter(); !status) {
        return fail(status.error());
    }
    loop.run();
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
        return std::fputs(protocolList().c_str(), stdout) < 0 ? 1 : 0;
    case CommandLine::Task::Version:
        return std::puts("trackhand-helperd " TRACKHAND_VERSION) < 0 ? 1 : 0;
    case CommandLine::Task::Help:
        return std::fputs(UsageText, stdout) < 0 ? 1 : 0;
    case CommandLine::Task::Run:
        break;
    }
    return run(*line);
}
