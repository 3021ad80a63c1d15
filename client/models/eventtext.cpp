// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/eventtext.h"

#include "client/models/addresstext.h"
#include "wire/ring/eventnames.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Trackhand {

namespace {

/// Where this file's words are looked up.
class Words {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::EventText)
};

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QDateTime localTime(std::uint64_t timeNs)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(timeNs / 1'000'000));
}

} // namespace

QString timeText(std::uint64_t timeNs)
{
    // QDateTime converts through the time zone each time; within one second nothing but the milliseconds changes.
    static thread_local std::uint64_t cachedSecond = 0;
    static thread_local QString cachedText;
    const std::uint64_t second = timeNs / 1'000'000'000;
    if (second != cachedSecond || cachedText.isEmpty()) {
        cachedSecond = second;
        cachedText = localTime(timeNs).toString(QStringLiteral("HH:mm:ss."));
    }
    return cachedText + QStringLiteral("%1").arg(timeNs / 1'000'000 % 1000, 3, 10, QLatin1Char('0'));
}

QString exactTimeText(std::uint64_t timeNs)
{
    const QDateTime time = localTime(timeNs);
    const QString fraction = QStringLiteral("%1").arg(timeNs % 1'000'000'000, 9, 10, QLatin1Char('0'));
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.")) + fraction + QLatin1Char(' ')
        + time.toString(QStringLiteral("t"));
}

QString sourceText(const EventRecord &event)
{
    if ((event.flags & EventFlag::AnySource) != 0) {
        return event.sourcePort == 0 ? addressText({})
                                     : QStringLiteral("%1:%2").arg(addressText({})).arg(event.sourcePort);
    }
    return endpointText(event.tuple().source, event.sourcePort);
}

QString destinationText(const EventRecord &event)
{
    return endpointText(event.tuple().destination, event.destinationPort);
}

QString masterText(const EventRecord &event)
{
    const Tuple master = event.masterTuple();
    if (master.l4 == L4Protocol::Unspecified) {
        return {};
    }
    return QStringLiteral("%1 → %2").arg(
        endpointText(master.source, master.sourcePort), endpointText(master.destination, master.destinationPort));
}

QString directionText(const EventRecord &event)
{
    if (event.ctInfo == CtInfo::Absent) {
        return {};
    }
    return isReply(event.ctInfo) ? QStringLiteral("←") : QStringLiteral("→");
}

QString connectionText(const EventRecord &event)
{
    const std::string_view name = ctInfoName(event.ctInfo);
    return name.empty() ? Words::tr("none") : fromView(name);
}

QString verdictText(const EventRecord &event)
{
    const QString verdict = fromView(verdictName(event.verdict()));
    if ((event.flags & EventFlag::FailOpen) != 0) {
        return Words::tr("%1, unjudged").arg(verdict);
    }
    if ((event.flags & EventFlag::Refused) != 0) {
        return Words::tr("%1, refused").arg(verdict);
    }
    return (event.flags & EventFlag::Mangled) != 0 ? Words::tr("%1, rewritten").arg(verdict) : verdict;
}

QString latencyText(const EventRecord &event)
{
    return event.latencyNs == 0 ? QString() : QLocale().toString(event.latencyNs / 1000.0, 'f', 1);
}

QString noteText(const EventRecord &event)
{
    QString text = fromView(event.noteText());
    for (QChar &c : text) {
        if (c.unicode() < 0x20 || c.unicode() == 0x7f) {
            c = QChar(c.unicode() == 0x7f ? 0x2421 : 0x2400 + c.unicode()); // the Control Pictures block
        } else if (c.unicode() >= 0x80 && c.unicode() < 0xa0) {
            c = QChar::ReplacementCharacter; // terminals act on these too
        }
    }
    return text;
}

QString durationText(qint64 seconds)
{
    if (seconds < 60) {
        return Words::tr("%1 s").arg(seconds);
    }
    if (seconds < 3600) {
        return Words::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    return Words::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds % 3600 / 60);
}

} // namespace Trackhand
