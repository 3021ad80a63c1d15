// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workbench/rundifference.h"

#include "client/models/eventtext.h"
#include "client/models/expectationtext.h"

#include <algorithm>

namespace Trackhand {

namespace {

using Kind = RunDifference::Kind;

/// Walks two lists that are in the order of @p keyOf side by side: @p each gets what both have, or one of them alone.
template <typename List, typename KeyOf, typename Each>
void walk(const List &before, const List &now, KeyOf keyOf, Each each)
{
    auto old = before.begin();
    auto fresh = now.begin();
    while (old != before.end() || fresh != now.end()) {
        const bool takesOld = fresh == now.end() || (old != before.end() && !(keyOf(*fresh) < keyOf(*old)));
        const bool takesNew = old == before.end() || (fresh != now.end() && !(keyOf(*old) < keyOf(*fresh)));
        each(takesOld ? &*old : nullptr, takesNew ? &*fresh : nullptr);
        old += takesOld ? 1 : 0;
        fresh += takesNew ? 1 : 0;
    }
}

QString ends(const EventRecord &event)
{
    return sourceText(event) + QStringLiteral(" → ") + destinationText(event);
}

struct ExpectationKey {
    quint64 frame;
    QString text;

    explicit ExpectationKey(const ScriptRun::Made &made)
        : frame(made.frame)
        , text(QString::fromUtf8(made.expectation.className().data(), qsizetype(made.expectation.className().size()))
              + QLatin1Char(' ') + ends(made.expectation))
    {
    }
    bool operator<(const ExpectationKey &other) const
    {
        return frame != other.frame ? frame < other.frame : text < other.text;
    }
};

std::vector<const ScriptRun::Made *> inOrder(const std::vector<ScriptRun::Made> &made)
{
    std::vector<const ScriptRun::Made *> ordered;
    for (const ScriptRun::Made &each : made) {
        ordered.push_back(&each);
    }
    std::ranges::stable_sort(
        ordered, [](const auto *one, const auto *other) { return ExpectationKey(*one) < ExpectationKey(*other); });
    return ordered;
}

/// Compares two runs, kind by kind.
class Comparison {
public:
    Comparison(const ScriptRun &before, const ScriptRun &now)
        : m_before(before)
        , m_now(now)
    {
    }

    RunDifferences take()
    {
        comparePackets();
        compareExpectations();
        compareTroubles();
        std::ranges::stable_sort(m_found.rows, {}, &RunDifference::frame);
        if (m_found.rows.size() > RunDifferences::Most) {
            m_found.leftOut = m_found.rows.size() - RunDifferences::Most;
            m_found.rows.resize(RunDifferences::Most);
        }
        return std::move(m_found);
    }

private:
    void add(Kind kind, quint64 frame, int line, const QString &before, const QString &now)
    {
        m_found.rows.push_back({kind, frame, line, before, now});
    }

    int firstLineOf(quint64 frame) const
    {
        const std::vector<int> lines = m_now.linesOf(frame);
        return lines.empty() ? 0 : lines.front();
    }

    void comparePackets()
    {
        walk(
            m_before.packets, m_now.packets, [](const EventRecord &packet) { return packet.sequence; },
            [this](const EventRecord *before, const EventRecord *now) {
                if (!before) {
                    add(Kind::PacketNew, now->sequence, firstLineOf(now->sequence), {}, ends(*now));
                } else if (!now) {
                    add(Kind::PacketGone, before->sequence, 0, ends(*before), {});
                } else {
                    comparePacket(*before, *now);
                }
            });
    }

    void comparePacket(const EventRecord &before, const EventRecord &now)
    {
        const bool same = before.outcome == now.outcome && before.flags == now.flags;
        if (!same) {
            add(Kind::Verdict, now.sequence, firstLineOf(now.sequence), verdictText(before), verdictText(now));
        }
        if (before.noteText() != now.noteText()) {
            add(Kind::Note, now.sequence, firstLineOf(now.sequence), noteText(before), noteText(now));
        }
    }

    void compareExpectations()
    {
        walk(
            inOrder(m_before.made), inOrder(m_now.made), [](const auto *made) { return ExpectationKey(*made); },
            [this](const auto *before, const auto *now) {
                if (!before) {
                    const ScriptRun::Made &made = **now;
                    add(Kind::ExpectationNew, made.frame, made.line, {}, ends(made.expectation));
                } else if (!now) {
                    add(Kind::ExpectationGone, (*before)->frame, 0, ends((*before)->expectation), {});
                } else if ((*before)->fate != (*now)->fate) {
                    add(Kind::Fate, (*now)->frame, (*now)->line, fateText((*before)->fate), fateText((*now)->fate));
                }
            });
    }

    void compareTroubles()
    {
        walk(
            m_before.troubles, m_now.troubles, [](const ScriptRun::Trouble &trouble) { return trouble.frame; },
            [this](const ScriptRun::Trouble *before, const ScriptRun::Trouble *now) {
                if (before && now && before->text == now->text) {
                    return;
                }
                const Kind kind = now ? Kind::TroubleNew : Kind::TroubleGone;
                const quint64 frame = now ? now->frame : before->frame;
                add(kind, frame, now ? now->line : 0, before ? before->text : QString(), now ? now->text : QString());
            });
    }

    const ScriptRun &m_before;
    const ScriptRun &m_now;
    RunDifferences m_found;
};

} // namespace

RunDifferences differencesBetween(const ScriptRun &before, const ScriptRun &now)
{
    return Comparison(before, now).take();
}

} // namespace Trackhand
