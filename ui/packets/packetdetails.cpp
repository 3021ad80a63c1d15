// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/packets/packetdetails.h"

#include "client/export/eventnames.h"
#include "client/models/eventtext.h"

#include <QCoreApplication>

namespace Trackhand {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Trackhand::PacketDetails", text);
}

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

QString packetDetails(const EventRecord &event)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty()) {
            lines.append(name.leftJustified(14) + value);
        }
    };
    add(tr("Time"), exactTimeText(event.timeNs));
    add(tr("Addresses"),
        QStringLiteral("%1 %2 → %3").arg(fromView(toString(event.l4)), sourceText(event), destinationText(event)));
    add(tr("Packet"),
        tr("%1 bytes, id %2 of queue %3, EtherType 0x%4")
            .arg(event.payloadLength)
            .arg(event.packetId)
            .arg(event.queue)
            .arg(event.hwProtocol, 4, 16, QLatin1Char('0')));
    add(tr("Path"),
        tr("%1 hook, in by interface %2, out by %3")
            .arg(fromView(hookName(event.hook)))
            .arg(event.inDevice)
            .arg(event.outDevice));
    add(tr("Connection"),
        event.ctInfo == CtInfo::Absent
            ? tr("none")
            : tr("%1, %2 direction").arg(connectionText(event), fromView(directionName(event.ctInfo))));
    add(tr("Verdict"),
        tr("%1 by %2, after %3 µs").arg(verdictText(event), fromView(event.helperName()), latencyText(event)));
    add(tr("Helper saw"), noteText(event));
    return lines.join(QLatin1Char('\n'));
}

} // namespace Trackhand
