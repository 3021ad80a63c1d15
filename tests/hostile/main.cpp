// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "attacker.h"
#include "attacks.h"

#include "helperd/commandline.h"
#include "helperd/helperloop.h"
#include "helperd/protocollist.h"
#include "helperd/sandbox.h"
#include "helpers/registry.h"

#include <cstdio>
#include <string>
#include <unistd.h>

using namespace Trackhand;

namespace {

int fail(const Error &error)
{
    std::fprintf(stderr, "hostile-helperd: %s\n", error.text.c_str());
    return 1;
}

/// Every attack is a protocol of its own, so that whoever registers a helper of that name gets it.
std::string attackList()
{
    std::string out;
    for (const Hostile::Attack &attack : Hostile::allAttacks()) {
        out += std::string("{\"name\":\"") + attack.name + "\",\"summary\":\"It " + attack.sentence
            + ".\",\"advice\":\"\",\"l3\":[\"ipv4\",\"ipv6\"],\"l4\":[\"tcp\",\"udp\"],\"ports\":[],"
              "\"classes\":[{\"name\":\"any\",\"max\":4,\"timeout\":60}],\"private_length\":0,\"options\":[]}\n";
    }
    return out;
}

int attack(const Hostile::Attack &attack)
{
    auto attacker = Hostile::Attacker::open();
    if (!attacker) {
        return fail(attacker.error());
    }
    if (const auto status = Sandbox::enter(); !status) {
        return fail(status.error());
    }
    attack.run(*attacker);
    ::_exit(0); // nothing else is left to it
}

/// What trackhand-helperd does: the neighbour of an attacked helper is to have an honest one.
int behave(const CommandLine &line)
{
    auto helper = createHelper(line.helper, line.options);
    if (!helper) {
        return fail(helper.error());
    }
    HelperRunner runner(helper.take());
    auto channel = Wire::HelperChannel::open(
        Fd(Wire::PacketsDescriptor), Fd(Wire::ProposalsDescriptor), Fd(Wire::WakeGateDescriptor));
    if (!channel) {
        return fail(channel.error());
    }
    HelperLoop loop(channel.take(), runner);
    if (const auto status = Sandbox::enter(); !status) {
        return fail(status.error());
    }
    loop.run();
}

} // namespace

/// trackhand-helperd as it might be after an attacker has got hold of it: the name of the helper says what it does.
int main(int argc, char *argv[])
{
    const auto line = parseCommandLine(argc, argv);
    if (!line) {
        return fail(line.error());
    }
    const Hostile::Attack *chosen = Hostile::findAttack(line->helper);
    switch (line->task) {
    case CommandLine::Task::List:
        return std::fputs((protocolList() + attackList()).c_str(), stdout) < 0 ? 1 : 0;
    case CommandLine::Task::Check:
        return chosen || createHelper(line->helper, line->options) ? 0 : 1;
    case CommandLine::Task::Run:
        return chosen ? attack(*chosen) : behave(*line);
    case CommandLine::Task::Modules: // there are none
        return 0;
    case CommandLine::Task::Version:
    case CommandLine::Task::Help:
        break;
    }
    return std::fputs(UsageText, stdout) < 0 ? 1 : 0;
}
