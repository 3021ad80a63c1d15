// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "helpers/replay/replay.h"
#include "helpers/script/acts.h"
#include "helpers/script/scripthelper.h"
#include "ui/capture/capturebytes.h"

#include <QString>
#include <functional>
#include <memory>
#include <vector>

namespace Trackhand {

/// What a script did with a capture: the same events as live, the packets' bytes, and which line did what.
struct ScriptRun {
    static constexpr std::size_t MostPackets = 200'000; ///< kept; 50 MiB without their bytes
    static constexpr std::size_t MostReports = 50'000; ///< of expectations and connections
    static constexpr std::size_t MostErrors = 1000;

    /// A line of the script that said something of the packet in this frame.
    struct Saying {
        quint64 frame = 0;
        int line = 0; ///< from 1
        Script::Act::Kind kind = Script::Act::Kind::Note;
    };
    struct Made {
        EventRecord expectation; ///< as it was new
        quint64 frame = 0; ///< that made it
        int line = 0; ///< 0 when no line did: it was expected again because its packet came again
        EventAction fate = EventAction::New; ///< when the capture had ended
    };
    /// A call that came to an early end.
    struct Trouble {
        quint64 frame = 0;
        int line = 0;
        QString text;
        bool isError = false; ///< else the packet was too short
    };

    ScriptSource source;
    QString capture;
    std::vector<EventRecord> packets; ///< that the script saw; their sequence is the frame's number
    /// About expectations and connections, in order. A new expectation's sequence is its place in made, from 1.
    std::vector<EventRecord> reports;
    std::vector<Saying> sayings; ///< by frame
    std::vector<Made> made;
    std::vector<Trouble> troubles;
    quint64 errors = 0; ///< calls that ended with an error of the script
    quint64 leftOut = 0; ///< packets beyond MostPackets
    std::shared_ptr<CaptureBytes> bytes;
    ReplaySummary summary;
    QString scriptProblem; ///< why the script cannot run at all; as Script::readProblem() reads it
    QString captureProblem; ///< why the capture was not read, or not to its end

    /// The lines that said something of the packet in @p frame, from 1, in their order and each once.
    std::vector<int> linesOf(quint64 frame) const;
    const Trouble *troubleOf(quint64 frame) const; ///< nullptr when there was none
};

/// How far a run has come, in thousandths. False ends it.
using RunWatcher = std::function<bool(int permille)>;

/// Runs @p source over @p capture; on any thread. What is wrong with either is in the result.
ScriptRun runScript(const ScriptSource &source, const QString &capture, const RunWatcher &watcher = {});

} // namespace Trackhand
