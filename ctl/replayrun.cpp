// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/replayrun.h"

#include "client/export/jsonline.h"
#include "ctl/eventprinter.h"
#include "ctl/interruption.h"
#include "ctl/session.h"

#include <chrono>

namespace Trackhand {

namespace {

using namespace std::chrono_literals;

/// Once in a while during a replay: shows how far it is, and ends it when nobody wants it any more.
class Onlooker {
public:
    explicit Onlooker(Console &console)
        : m_console(console)
    {
    }

    bool look(const ReplayProgress &progress)
    {
        if (m_interruption.asked()) {
            return false;
        }
        const auto now = Clock::now();
        if (now - m_shown >= 250ms) {
            m_shown = now;
            m_readerGone = !m_console.flush();
            m_console.progress(text(progress));
        }
        return !m_readerGone;
    }
    bool readerGone() const { return m_readerGone; }

private:
    using Clock = std::chrono::steady_clock;

    static QString text(const ReplayProgress &progress)
    {
        const QString frames = QStringLiteral("%1 frames").arg(progress.frames);
        return progress.bytes == 0
            ? frames
            : QStringLiteral("%1 %, %2").arg(100 * progress.bytesRead / progress.bytes, 3).arg(frames);
    }

    Console &m_console;
    Interruption m_interruption;
    Clock::time_point m_shown = Clock::now();
    bool m_readerGone = false;
};

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
        json.add("reassembled", summary.reassembled).add("incomplete", summary.incomplete);
        session.console().line(json.addRaw("seconds", seconds(summary.seconds)).text());
        return;
    }
    QString text = QStringLiteral("%1 frames, %2 packets judged, %3 expectations (%4 matched, %5 not), %6 malformed")
                       .arg(summary.frames)
                       .arg(summary.packets)
                       .arg(summary.expectations)
                       .arg(summary.matched)
                       .arg(summary.unmatched)
                       .arg(summary.malformed);
    if (summary.reassembled + summary.incomplete != 0) {
        text += QStringLiteral(", %1 put together from fragments (%2 incomplete)")
                    .arg(summary.reassembled)
                    .arg(summary.incomplete);
    }
    session.console().line(text + QStringLiteral("; %1 s").arg(summary.seconds, 0, 'f', 3));
}

} // namespace

Status Stage::attach(const std::vector<ReplayHelper> &helpers)
{
    for (const ReplayHelper &each : helpers) {
        auto helper = each.create();
        if (!helper) {
            return helper.error();
        }
        if (each.script) {
            scripts.push_back(static_cast<const ScriptHelper *>(helper->get()));
        }
        replay.attach(helper.take(), each.ports);
    }
    return Done();
}

std::string Stage::complaint() const
{
    for (const ScriptHelper *script : scripts) {
        if (script->errors() != 0) {
            return std::to_string(script->errors()) + (script->errors() == 1 ? " packet" : " packets")
                + " ended with an error of the script; the first: " + std::string(script->firstError());
        }
    }
    return {};
}

ExitStatus playAndPrint(Session &session, const std::vector<ReplayHelper> &helpers, const QString &file)
{
    Stage stage;
    if (const auto attached = stage.attach(helpers); !attached) {
        return session.usage(attached.error());
    }
    const EventFormat format = session.json() ? EventFormat::Json : EventFormat::Text;
    Onlooker onlooker(session.console());
    const auto summary = stage.replay.run(
        file.toStdString(),
        [&](const EventRecord &event, std::uint64_t frame) { printEvent(session.console(), format, event, frame); },
        [&](const ReplayProgress &progress) { return onlooker.look(progress); });
    if (!summary) {
        return session.fail(summary.error());
    }
    if (onlooker.readerGone()) {
        return ExitStatus::Done;
    }
    printSummary(session, *summary);
    if (!summary->problem.empty()) {
        return session.fail({ErrorCode::Failed,
            "\"" + file.toStdString() + "\": " + summary->problem + "; what came before is in the summary"});
    }
    const std::string complaint = stage.complaint();
    return complaint.empty() ? ExitStatus::Done : session.fail({ErrorCode::Failed, complaint});
}

} // namespace Trackhand
