// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/jsonline.h"
#include "client/models/helpertext.h"
#include "ctl/commands.h"
#include "ctl/eventprinter.h"
#include "ctl/session.h"
#include "helpers/registry.h"
#include "helpers/replay/replay.h"

#include <QStringList>

namespace Trackhand {

namespace {

Error wrong(const QString &text)
{
    return {ErrorCode::InvalidArgument, text.toStdString()};
}

Result<std::vector<Replay::PortRange>> portsFrom(const Arguments &arguments)
{
    const auto ports = parsePorts(arguments.values("dport").join(u','));
    if (!ports) {
        return wrong(QStringLiteral("--dport is a list of ports or ranges like 21,2121-2130, not \"%1\"")
                         .arg(arguments.value("dport")));
    }
    std::vector<Replay::PortRange> ranges;
    for (const PortRange &range : *ports) {
        ranges.push_back({range.first, range.last});
    }
    return ranges;
}

Result<HelperOptions> optionsFrom(const Arguments &arguments)
{
    HelperOptions options;
    for (const QString &text : arguments.values("option")) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals < 1) {
            return wrong(QStringLiteral("--option is KEY=VALUE, not \"%1\"").arg(text));
        }
        options[text.left(equals).toStdString()] = text.mid(equals + 1).toStdString();
    }
    return options;
}

Result<std::unique_ptr<Helper>> helperFrom(const Arguments &arguments)
{
    if (!arguments.has("helper")) {
        return wrong(QStringLiteral("\"replay\" needs --helper NAME"));
    }
    const auto options = optionsFrom(arguments);
    if (!options) {
        return options.error();
    }
    return createHelper(arguments.value("helper").toStdString(), *options);
}

/// A double with up to six digits and a point, whatever the locale.
std::string seconds(double value)
{
    return QByteArray::number(value, 'f', 6).toStdString();
}

void printSummary(Session &session, const ReplaySummary &summary)
{
    if (session.json()) {
        JsonLine json;
        json.add("event", "summary").add("frames", summary.frames).add("packets", summary.packets);
        json.add("expectations", summary.expectations).add("matched", summary.matched);
        json.add("unmatched", summary.unmatched).add("malformed", summary.malformed);
        session.console().line(json.addRaw("seconds", seconds(summary.seconds)).text());
        return;
    }
    session.console().line(QStringLiteral("%1 frames, %2 packets judged, %3 expectations (%4 matched, %5 not), "
                                          "%6 malformed; %7 s")
                               .arg(summary.frames)
                               .arg(summary.packets)
                               .arg(summary.expectations)
                               .arg(summary.matched)
                               .arg(summary.unmatched)
                               .arg(summary.malformed)
                               .arg(summary.seconds, 0, 'f', 3));
}

ExitStatus runReplay(Session &session, const Arguments &arguments)
{
    auto ports = portsFrom(arguments);
    auto helper = helperFrom(arguments);
    if (!helper && helper.error().code == ErrorCode::NoSuchHelper) {
        return session.fail(helper.error());
    }
    if (!ports || !helper) {
        return session.usage(ports ? helper.error() : ports.error());
    }
    const EventFormat format = session.json() ? EventFormat::Json : EventFormat::Text;
    Replay replay(helper.take(), ports.take());
    const auto summary = replay.run(arguments.operand(0).toStdString(),
        [&](const EventRecord &event, std::uint64_t frame) { printEvent(session.console(), format, event, frame); });
    if (!summary) {
        return session.fail(summary.error());
    }
    printSummary(session, *summary);
    if (!summary->problem.empty()) {
        return session.fail({ErrorCode::Failed, summary->problem});
    }
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> replayCommands()
{
    return {{"replay", "FILE", 1, 1, "runs a helper over a pcap or pcapng file, without root, kernel or backend",
        {
            {"helper", "NAME", "the helper to run"},
            {"dport", "N[,N|N-M]", "ports it is attached to (default: the protocol's own)"},
            {"option", "KEY=VALUE", "an option of the protocol, once for each"},
        },
        runReplay}};
}

} // namespace Trackhand
