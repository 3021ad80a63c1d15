// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/export/eventjson.h"
#include "client/export/jsonline.h"
#include "client/filter/eventfilter.h"
#include "client/models/eventtext.h"
#include "ctl/commands.h"
#include "ctl/eventprinter.h"
#include "ctl/interruption.h"
#include "ctl/pcapngwriter.h"
#include "ctl/session.h"
#include "wire/ring/eventstream.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QThread>
#include <limits>
#include <unistd.h>

namespace Trackhand {

namespace {

constexpr std::chrono::milliseconds ReadTimeout {200};
constexpr qint64 AliveEveryMs = 1000;
constexpr int HealthEveryMs = 1000;

/// The options of `watch`, checked.
struct WatchOptions {
    QString kind;
    QString helper;
    EventFilter filter;
    EventFormat format = EventFormat::Text;
    std::uint64_t count = std::numeric_limits<std::uint64_t>::max();
    QString pcapng;
    bool binary = false;
    bool payload = false;
    bool backlog = false;

    bool wants(const EventRecord &event) const
    {
        const auto eventKind = kind == QLatin1String("packets") ? EventKind::Packet
            : kind == QLatin1String("flows")                    ? EventKind::Flow
                                                                : EventKind::Expectation;
        // The binary form is the ring itself: its reader sorts expectations from flows.
        return (binary || event.kind == eventKind) && (helper.isEmpty() || event.helperName() == helper.toStdString())
            && filter.matches(event);
    }
    QString ring() const { return kind == QLatin1String("packets") ? kind : QStringLiteral("expectations"); }
};

Error wrong(const char *text)
{
    return {ErrorCode::InvalidArgument, text};
}

Result<EventFormat> formatFrom(const Session &session, const Arguments &arguments, const QString &kind)
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
    return session.json() || name == QLatin1String("json") ? EventFormat::Json : EventFormat::Text;
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

Result<WatchOptions> optionsFrom(const Session &session, const Arguments &arguments)
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
    const auto format = formatFrom(session, arguments, options.kind);
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

/// Where the events go: text lines, the binary stream, or a capture file.
class EventOutput {
public:
    static Result<std::unique_ptr<EventOutput>> open(Console &console, const WatchOptions &options)
    {
        std::unique_ptr<EventOutput> output(new EventOutput(console, options));
        if (!options.pcapng.isEmpty()) {
            auto pcapng = PcapngWriter::create(options.pcapng);
            if (!pcapng) {
                return pcapng.error();
            }
            output->m_pcapng = pcapng.take();
        }
        if (options.binary) {
            Wire::EventStream::appendPreamble(output->m_frames);
        }
        return output;
    }

    Status write(const WatchedEvent &event)
    {
        if (m_pcapng) {
            return m_pcapng->write(event.record, event.packet.value_or(CapturedBytes {event.record.payloadLength, {}}));
        }
        if (!m_options.binary) {
            printEvent(m_console, m_options.format, event.record);
            return Done {};
        }
        Wire::EventStream::appendEvent(m_frames, event.record);
        if (event.packet) {
            Wire::EventStream::appendPayload(
                m_frames, event.record.sequence, event.packet->packetLength, event.packet->bytes);
        }
        return Done {};
    }

    void lost(std::uint64_t count)
    {
        if (m_options.binary) {
            const bool packets = m_options.kind == QLatin1String("packets");
            Wire::EventStream::appendLost(m_frames, packets ? EventKind::Packet : EventKind::Expectation, count);
            return;
        }
        if (m_options.format == EventFormat::Json) {
            m_console.line(JsonLine().add("event", "lost").add("events", count).text());
        }
        m_console.remark(QStringLiteral("%1 events lost: they came faster than they could be shown").arg(count));
    }

    /// False once nobody reads any more.
    bool flush()
    {
        if (m_options.binary && m_frames.empty() && m_sinceFlush.isValid() && m_sinceFlush.elapsed() >= AliveEveryMs) {
            Wire::EventStream::appendAlive(m_frames);
        }
        if (!m_frames.empty()) {
            m_console.bytes({reinterpret_cast<const char *>(m_frames.data()), m_frames.size()});
            m_frames.clear();
            m_sinceFlush.start();
        }
        return m_console.flush();
    }

    void sayWhatWasWritten()
    {
        if (m_pcapng) {
            m_console.remark(QStringLiteral("%1 packets written to %2").arg(m_pcapng->packets()).arg(m_options.pcapng));
        }
    }

private:
    EventOutput(Console &console, const WatchOptions &options)
        : m_console(console)
        , m_options(options)
    {
    }

    Console &m_console;
    const WatchOptions &m_options;
    std::unique_ptr<PcapngWriter> m_pcapng;
    std::vector<std::uint8_t> m_frames;
    QElapsedTimer m_sinceFlush;
};

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

QString healthText(const HelperInfo &helper)
{
    QString text = QStringLiteral("%1  %2  %3")
                       .arg(timeText(std::uint64_t(QDateTime::currentMSecsSinceEpoch()) * 1'000'000),
                           helper.name.leftJustified(8), helper.state.leftJustified(10));
    for (const char *counter : {"packets", "accepted", "dropped", "mangled", "expectations", "queue_depth",
             "kernel_dropped", "socket_dropped", "fail_open", "restarts"}) {
        text += QStringLiteral("  %1 %2").arg(QLatin1String(counter)).arg(helper.counter(counter));
    }
    return helper.problem.isEmpty() ? text : text + QStringLiteral("  ") + helper.problem;
}

/// Prints the helpers whose health differs from what was printed last; how many those were.
std::uint64_t showHealth(Session &session, const WatchOptions &options, const QList<HelperInfo> &helpers,
    QHash<QString, std::string> &printed, std::uint64_t room)
{
    std::uint64_t shown = 0;
    for (const HelperInfo &helper : helpers) {
        const std::string json = healthJson(helper);
        const bool wanted = options.helper.isEmpty() || helper.name == options.helper;
        if (!wanted || shown == room || printed.value(helper.name) == json) {
            continue;
        }
        printed.insert(helper.name, json);
        ++shown;
        if (options.format == EventFormat::Json) {
            session.console().line(json);
        } else {
            session.console().line(healthText(helper));
        }
    }
    return shown;
}

ExitStatus watchHealth(Session &session, const WatchOptions &options)
{
    const Interruption interruption;
    QHash<QString, std::string> printed;
    bool away = false;
    bool first = true;
    std::uint64_t left = options.count;
    while (left > 0 && !interruption.asked()) {
        const auto objects = session.call(Requests::objects());
        if (!objects && (first || objects.error().code == ErrorCode::NotAuthorized)) {
            return session.fail(objects.error());
        }
        first = false;
        if (!objects && !away) {
            session.console().complain(QStringLiteral("gap: trackhandd went away; waiting for it to come back"));
        } else if (objects) {
            left -= showHealth(session, options, objects->helpers, printed, left);
        }
        away = !objects;
        if (away) {
            session.reconnectIfBusWentAway();
        }
        if (!session.console().flush()) {
            break;
        }
        for (int waited = 0; left > 0 && waited < HealthEveryMs && !interruption.asked(); waited += 50) {
            QThread::msleep(50);
        }
    }
    return ExitStatus::Done;
}

ExitStatus runWatch(Session &session, const Arguments &arguments)
{
    const auto options = optionsFrom(session, arguments);
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
