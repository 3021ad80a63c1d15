// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/commands.h"
#include "ctl/eventoutput.h"
#include "ctl/healthwatch.h"
#include "ctl/interruption.h"
#include "ctl/session.h"

namespace Trackhand {

namespace {

constexpr std::chrono::milliseconds ReadTimeout {200};

/// Shows one batch; how many events that were, or why it could not.
Result<std::uint64_t> show(
    const EventInput::Batch &batch, const WatchOptions &options, EventOutput &output, std::uint64_t room)
{
    if (batch.lost != 0) {
        output.lost(batch.lost);
    }
    std::uint64_t shown = 0;
    for (const WatchedEvent &event : batch.events) {
        if (shown == room) {
            break;
        }
        if (options.wants(event.record)) {
            if (const auto written = output.write(event); !written) {
                return written.error();
            }
            ++shown;
        }
    }
    return shown;
}

ExitStatus watchEvents(Session &session, const WatchOptions &options)
{
    const auto output = EventOutput::open(session.console(), options);
    if (!output) {
        return session.fail(output.error());
    }
    const bool payload = options.payload || !options.pcapng.isEmpty();
    const auto input = EventInput::open(session, {options.ring(), payload, options.backlog});
    if (!input) {
        return session.fail(input.error());
    }
    const Interruption interruption;
    std::uint64_t left = options.count;
    while (left > 0 && !interruption.asked() && (*output)->flush()) {
        const auto batch = (*input)->read(ReadTimeout);
        if (!batch) {
            return interruption.asked() ? ExitStatus::Done : session.fail(batch.error());
        }
        if (!batch->gap.isEmpty()) {
            session.console().complain(batch->gap);
        }
        const auto shown = show(*batch, options, **output, left);
        if (!shown) {
            return session.fail(shown.error());
        }
        left -= *shown;
    }
    (*output)->flush();
    (*output)->sayWhatWasWritten();
    return ExitStatus::Done;
}

ExitStatus runWatch(Session &session, const Arguments &arguments)
{
    const auto options = WatchOptions::from(arguments, session.json());
    if (!options) {
        return session.usage(options.error());
    }
    if (options->kind != QLatin1String("health")) {
        return watchEvents(session, *options);
    }
    for (const char *option : {"filter", "binary", "backlog"}) {
        if (arguments.has(option)) {
            return session.usage(QStringLiteral("--%1 does not go with health").arg(QLatin1String(option)));
        }
    }
    return watchHealth(session, *options);
}

} // namespace

std::vector<Command> watchCommands()
{
    return {
        {"watch", "packets|expectations|flows|health", 1, 1, "shows what happens, as it happens",
            {
                {"helper", "NAME", "only of this helper"},
                {"filter", "EXPR", "only what matches, like 'dport == 21 && verdict != accept'"},
                {"count", "N", "end after so many"},
                {"format", "text|json|nfqnl", "nfqnl prints packets as netfilter's nfqnl_test does"},
                {"pcapng", "FILE", "write the packets to a capture file instead"},
                {"backlog", "", "begin with what the backend still remembers"},
                {"binary", "", "the stream form, for programs; it begins with the backlog"},
                {"payload", "", "with --binary: also the packets' bytes"},
                {"new", "", "with --binary: without the backlog"},
            },
            runWatch},
    };
}

} // namespace Trackhand
