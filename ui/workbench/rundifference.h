// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/workbench/scriptrun.h"

namespace Trackhand {

/// Something that a run did otherwise than the one before it.
struct RunDifference {
    enum class Kind {
        PacketNew, ///< the script sees it now, and did not before
        PacketGone,
        Verdict,
        Note,
        ExpectationNew,
        ExpectationGone,
        Fate, ///< of an expectation that both made
        TroubleNew,
        TroubleGone,
    };

    Kind kind = Kind::Note;
    quint64 frame = 0;
    int line = 0; ///< of the script as it is now that did it; 0 when none does
    QString before; ///< "" where there was nothing
    QString now;
};

/// What has changed between two runs over the same capture.
struct RunDifferences {
    static constexpr std::size_t Most = 10'000;

    std::vector<RunDifference> rows; ///< by frame; the first Most of them
    quint64 leftOut = 0;

    quint64 count() const { return rows.size() + leftOut; }
};

RunDifferences differencesBetween(const ScriptRun &before, const ScriptRun &now);

} // namespace Trackhand
