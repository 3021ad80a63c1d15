// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/watchoptions.h"

#include "ctl/arguments.h"

#include <unistd.h>

namespace Trackhand {

namespace {

Error wrong(const char *text)
{
    return {ErrorCode::InvalidArgument, text};
}

Result<EventFormat> formatFrom(const Arguments &arguments, bool json, const QString &kind)
{
    const auto names =
        arguments.words("format", {QStringLiteral("nfqnl"), QStringLiteral("text"), QStringLiteral("json")});
    if (!names) {
        return names.error();
    }
    const QString name = names->isEmpty() ? QString() : names->last();
    if (name == QLatin1String("nfqnl") && kind != QLatin1String("packets")) {
        return wrong("--format nfqnl shows packets only");
    }
    if (name == QLatin1String("nfqnl")) {
        return EventFormat::Nfqnl;
    }
    return json || name == QLatin1String("json") ? EventFormat::Json : EventFormat::Text;
}

/// What does not go together.
Status checkTogether(const WatchOptions &options)
{
    const bool packets = options.kind == QLatin1String("packets");
    if (!packets && (!options.pcapng.isEmpty() || options.payload)) {
        return wrong("--pcapng and --payload are for packets");
    }
    if (options.binary && !options.pcapng.isEmpty()) {
        return wrong("--binary and --pcapng do not go together");
    }
    if (options.payload && !options.binary) {
        return wrong("--payload adds the packets' bytes to --binary; for a capture file use --pcapng FILE");
    }
    if (options.binary && ::isatty(STDOUT_FILENO) == 1) {
        return wrong("--binary is not for a terminal: redirect it");
    }
    return Done {};
}

} // namespace

Result<WatchOptions> WatchOptions::from(const Arguments &arguments, bool json)
{
    WatchOptions options;
    options.kind = arguments.operand(0);
    options.helper = arguments.value("helper");
    options.pcapng = arguments.value("pcapng");
    options.binary = arguments.has("binary");
    options.payload = arguments.has("payload");
    options.backlog = arguments.has("backlog") || (options.binary && !arguments.has("new"));
    if (!QStringList {QStringLiteral("packets"), QStringLiteral("expectations"), QStringLiteral("flows"),
            QStringLiteral("health")}
             .contains(options.kind)) {
        return Error {ErrorCode::InvalidArgument,
            "watch shows packets, expectations, flows or health, not \"" + options.kind.toStdString() + '"'};
    }
    const auto filter = EventFilter::compile(arguments.value("filter"));
    if (!filter.ok()) {
        return Error {ErrorCode::InvalidArgument,
            "--filter, at character " + std::to_string(filter.position + 1) + ": " + filter.error.toStdString()};
    }
    options.filter = filter.filter;
    const auto format = formatFrom(arguments, json, options.kind);
    const auto count = arguments.number("count", 1, std::numeric_limits<uint>::max());
    if (!format || !count) {
        return format ? count.error() : format.error();
    }
    options.format = *format;
    options.count = count->value_or(options.count);
    if (const auto together = checkTogether(options); !together) {
        return together.error();
    }
    return options;
}

bool WatchOptions::wants(const EventRecord &event) const
{
    const auto eventKind = kind == QLatin1String("packets") ? EventKind::Packet
        : kind == QLatin1String("flows")                    ? EventKind::Flow
                                                            : EventKind::Expectation;
    // The binary form is the ring itself: its reader sorts expectations from flows.
    return (binary || event.kind == eventKind) && (helper.isEmpty() || event.helperName() == helper.toStdString())
        && filter.matches(event);
}

QString WatchOptions::ring() const
{
    return kind == QLatin1String("packets") ? kind : QStringLiteral("expectations");
}

} // namespace Trackhand
