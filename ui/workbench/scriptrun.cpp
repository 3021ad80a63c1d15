// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/scriptrun.h"

#include "client/models/expectationtext.h"
#include "helpers/script/problem.h"
#include "wire/net/headers.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <algorithm>
#include <unordered_set>

namespace Trackhand {

namespace {

QString fromText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Takes down what happens in a replay.
class Recorder {
public:
    Recorder(ScriptRun &run, const Replay &replay, const Script::Acts &acts)
        : m_run(run)
        , m_replay(replay)
        , m_acts(acts)
    {
    }

    void take(const EventRecord &event, quint64 frame)
    {
        if (event.kind == EventKind::Packet) {
            takePacket(event, frame);
        } else if (m_run.reports.size() < ScriptRun::MostReports) {
            takeExpectation(event, frame);
        }
    }

private:
    void takePacket(EventRecord event, quint64 frame)
    {
        takeTrouble(frame);
        if (m_run.packets.size() == ScriptRun::MostPackets) {
            ++m_run.leftOut;
            return;
        }
        event.sequence = frame;
        m_run.packets.push_back(event);
        m_run.bytes->add(frame, m_replay.packetInHand(), event.payloadLength);
        for (const Script::Act &act : m_acts.all()) {
            m_run.sayings.push_back({frame, act.line, act.kind});
        }
        takeConnection(isReply(event.ctInfo) ? event.tuple().inverted() : event.tuple(), event);
    }

    void takeTrouble(quint64 frame)
    {
        if (m_acts.problem().empty() || m_run.troubles.size() == ScriptRun::MostErrors) {
            return;
        }
        const Script::Problem problem = Script::readProblem(m_run.source.name, m_acts.problem());
        m_run.troubles.push_back({frame, problem.line, fromText(problem.text), m_acts.isError()});
    }

    void takeExpectation(EventRecord event, quint64 frame)
    {
        const QByteArray key = expectationKey(event);
        if (event.action() == EventAction::New) {
            m_run.made.push_back({event, frame, lineOf(event.tuple()), EventAction::New});
            event.sequence = m_run.made.size();
            m_waiting[key] = m_run.made.size() - 1;
        } else if (const auto made = m_waiting.constFind(key); made != m_waiting.cend()) {
            m_run.made[*made].fate = event.action();
        }
        m_run.reports.push_back(event);
        if (event.action() == EventAction::Matched) {
            takeMatched(event);
        }
    }

    /// The connection that an expectation let in.
    void takeMatched(const EventRecord &expectation)
    {
        if (const auto headers = parseHeaders(m_replay.packetInHand())) {
            EventRecord flow = emptyEvent(EventKind::Flow);
            flow.setMasterTuple(expectation.masterTuple());
            addFlow(flow, headers->tuple, expectation);
        }
    }

    void takeConnection(const Tuple &original, const EventRecord &packet)
    {
        if (m_run.reports.size() < ScriptRun::MostReports) {
            addFlow(emptyEvent(EventKind::Flow), original, packet);
        }
    }

    void addFlow(EventRecord flow, const Tuple &original, const EventRecord &cause)
    {
        if (!m_connections.insert(original).second) {
            return;
        }
        flow.outcome = static_cast<std::uint8_t>(EventAction::New);
        flow.timeNs = cause.timeNs;
        flow.setTuple(original);
        flow.setHelper(cause.helperName());
        m_run.reports.push_back(flow);
    }

    int lineOf(const Tuple &expected) const
    {
        const auto acts = m_acts.all();
        const auto act = std::ranges::find_if(acts, [&](const Script::Act &each) {
            return each.kind == Script::Act::Kind::Expectation && each.expected == expected;
        });
        return act == acts.end() ? 0 : act->line;
    }

    ScriptRun &m_run;
    const Replay &m_replay;
    const Script::Acts &m_acts;
    QHash<QByteArray, std::size_t> m_waiting; ///< by expectationKey(): its place among those made
    std::unordered_set<Tuple, TupleHash> m_connections;
};

int permille(const ReplayProgress &progress)
{
    return progress.bytes == 0 ? 0 : int(1000 * progress.bytesRead / progress.bytes);
}

} // namespace

std::vector<int> ScriptRun::linesOf(quint64 frame) const
{
    std::vector<int> lines;
    auto saying = std::ranges::lower_bound(sayings, frame, {}, &Saying::frame);
    for (; saying != sayings.end() && saying->frame == frame; ++saying) {
        if (saying->line > 0 && std::ranges::find(lines, saying->line) == lines.end()) {
            lines.push_back(saying->line);
        }
    }
    return lines;
}

const ScriptRun::Trouble *ScriptRun::troubleOf(quint64 frame) const
{
    const auto found = std::ranges::lower_bound(troubles, frame, {}, &Trouble::frame);
    return found == troubles.end() || found->frame != frame ? nullptr : &*found;
}

ScriptRun runScript(const ScriptSource &source, const QString &capture, const RunWatcher &watcher)
{
    ScriptRun run;
    run.source = source;
    run.capture = capture;
    run.bytes = std::make_shared<CaptureBytes>();
    auto helper = ScriptHelper::create(source);
    if (!helper) {
        run.scriptProblem = fromText(helper.error().text);
        return run;
    }
    if (const QFileInfo info(capture); info.exists() && !info.isFile()) { // a pipe could keep the thread for ever
        run.captureProblem =
            QCoreApplication::translate("Trackhand::ScriptRun", "%1 is no capture but a folder, a pipe or a device")
                .arg(capture);
        return run;
    }
    Script::Acts acts;
    ScriptHelper *script = helper->get();
    script->setActs(&acts);
    Replay replay;
    replay.attach(helper.take());
    Recorder recorder(run, replay, acts);
    const auto summary = replay.run(
        capture.toStdString(), [&](const EventRecord &event, std::uint64_t frame) { recorder.take(event, frame); },
        [&](const ReplayProgress &progress) { return !watcher || watcher(permille(progress)); });
    run.errors = script->errors();
    if (!summary) {
        run.captureProblem = fromText(summary.error().text);
        return run;
    }
    run.summary = *summary;
    run.captureProblem = fromText(summary->problem);
    return run;
}

} // namespace Trackhand
