// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/eventprinter.h"

#include "client/export/eventjson.h"
#include "client/models/eventtext.h"
#include "ctl/console.h"
#include "wire/ring/eventnames.h"

#include <cstdio>

namespace Trackhand {

namespace {

constexpr int HelperWidth = 8;

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString head(const EventRecord &event)
{
    return QStringLiteral("%1  %2  %3  ")
        .arg(timeText(event.timeNs), fromView(event.helperName()).leftJustified(HelperWidth),
            fromView(toString(event.l4)).leftJustified(4));
}

QString packetText(const EventRecord &event)
{
    QString text = head(event)
        + QStringLiteral("%1 → %2  %3 bytes  %4")
              .arg(sourceText(event), destinationText(event))
              .arg(event.payloadLength)
              .arg(verdictText(event));
    if (event.latencyNs != 0) {
        text += QStringLiteral("  %1 µs").arg(event.latencyNs / 1000.0, 0, 'f', 1);
    }
    return event.noteLength == 0 ? text : text + QStringLiteral("  ") + noteText(event);
}

QString expectationText(const EventRecord &event)
{
    QString text = head(event)
        + QStringLiteral("%1  %2 → %3  %4 s")
              .arg(fromView(actionName(event.action())).leftJustified(7), sourceText(event), destinationText(event))
              .arg(event.timeoutSeconds);
    const QString master = masterText(event);
    return master.isEmpty() ? text : text + QStringLiteral("  of %1").arg(master);
}

} // namespace

std::string nfqnlText(const EventRecord &event)
{
    char text[256] = {};
    int length = std::snprintf(text, sizeof text, "pkt received\nhw_protocol=0x%04x hook=%u id=%u ", event.hwProtocol,
        event.hook, event.packetId);
    const auto add = [&](const char *name, unsigned value) {
        length += std::snprintf(text + length, sizeof text - std::size_t(length), "%s=%u ", name, value);
    };
    if (event.inDevice != 0) {
        add("indev", event.inDevice);
    }
    if (event.outDevice != 0) {
        add("outdev", event.outDevice);
    }
    std::snprintf(
        text + length, sizeof text - std::size_t(length), "payload_len=%u\nentering callback", event.payloadLength);
    return text;
}

QString eventText(const EventRecord &event)
{
    return event.kind == EventKind::Packet ? packetText(event) : expectationText(event);
}

void printEvent(Console &console, EventFormat format, const EventRecord &event, std::optional<std::uint64_t> frame)
{
    switch (format) {
    case EventFormat::Json:
        console.line(eventJson(event, frame));
        break;
    case EventFormat::Nfqnl:
        console.line(nfqnlText(event));
        break;
    case EventFormat::Text:
        console.line(frame ? QStringLiteral("%1  ").arg(*frame, 6) + eventText(event) : eventText(event));
        break;
    }
}

} // namespace Trackhand
