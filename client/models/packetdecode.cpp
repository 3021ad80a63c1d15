// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetdecode.h"

#include "client/models/addresstext.h"
#include "client/models/eventtext.h"
#include "wire/net/headers.h"
#include "wire/ring/eventnames.h"

#include <QCoreApplication>
#include <QLocale>

namespace Trackhand {

namespace {

constexpr std::uint8_t TcpFlagNumbers[] = {2, 16, 8, 1, 4, 32};
constexpr const char *TcpFlagNames[] = {"SYN", "ACK", "PSH", "FIN", "RST", "URG"};
constexpr int TcpHeaderMinimum = 20;
constexpr int Ipv6HeaderSize = 40;

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString flagsText(std::uint8_t flags)
{
    QStringList names;
    for (std::size_t i = 0; i < std::size(TcpFlagNumbers); ++i) {
        if ((flags & TcpFlagNumbers[i]) != 0) {
            names.append(QLatin1String(TcpFlagNames[i]));
        }
    }
    return names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "));
}

QString arrow(const QString &from, const QString &to)
{
    return QStringLiteral("%1 → %2").arg(from, to);
}

/// Gathers the fields of one packet.
class Decoder {
    Q_DECLARE_TR_FUNCTIONS(Trackhand::PacketDecode)
public:
    Decoder(const EventRecord &event, const std::optional<PacketBytes> &bytes)
        : m_event(event)
        , m_packet(bytes ? bytes->bytes : QByteArray())
        , m_packetLength(bytes ? int(bytes->packetLength) : 0)
    {
        m_headers =
            parseHeaders({reinterpret_cast<const std::uint8_t *>(m_packet.constData()), std::size_t(m_packet.size())});
    }

    QList<DecodedField> fields(const QList<ExpectedConnection> &expected)
    {
        if (m_headers) {
            addNetworkHeader(*m_headers);
            addTransportHeader(*m_headers);
            addData(*m_headers);
        } else {
            addHeadersOfEvent();
        }
        addConnection();
        addHelper();
        addExpected(expected);
        return m_fields;
    }

private:
    int add(int parent, const QString &name, const QString &value, ByteRange bytes = {})
    {
        m_fields.append({name, value, bytes, parent});
        return int(m_fields.size()) - 1;
    }

    int byteAt(int offset) const { return std::uint8_t(m_packet.at(offset)); }
    QString numberAt(int offset) const { return QString::number(byteAt(offset) << 8 | byteAt(offset + 1)); }

    void addNetworkHeader(const PacketHeaders &headers)
    {
        const bool v4 = headers.tuple.source.family == L3Protocol::Ipv4;
        const QString source = addressText(headers.tuple.source);
        const QString destination = addressText(headers.tuple.destination);
        const int ip = add(-1, v4 ? QStringLiteral("IPv4") : QStringLiteral("IPv6"), arrow(source, destination),
            {0, headers.l4Offset});
        if (v4) {
            add(ip, tr("Length"), tr("%1 bytes").arg(numberAt(2)), {2, 2});
            add(ip, tr("Time to live"), QString::number(byteAt(8)), {8, 1});
            add(ip, tr("Protocol"), QString::number(headers.l4Number), {9, 1});
            add(ip, tr("Source"), source, {12, 4});
            add(ip, tr("Destination"), destination, {16, 4});
            return;
        }
        add(ip, tr("Length behind"), tr("%1 bytes").arg(numberAt(4)), {4, 2});
        add(ip, tr("Hop limit"), QString::number(byteAt(7)), {7, 1});
        add(ip, tr("Source"), source, {8, 16});
        add(ip, tr("Destination"), destination, {24, 16});
        if (const int length = headers.l4Offset - Ipv6HeaderSize; length > 0) {
            add(ip, tr("Extension headers"), tr("%1 bytes").arg(length), {Ipv6HeaderSize, length});
        }
    }

    void addTransportHeader(const PacketHeaders &headers)
    {
        const int at = headers.l4Offset;
        if (headers.fragment) {
            add(-1, tr("Fragment"), tr("not the first one: it has no ports"));
            return;
        }
        const QString name = headers.tuple.l4 == L4Protocol::Unspecified
            ? tr("Protocol %1").arg(headers.l4Number)
            : fromView(toString(headers.tuple.l4)).toUpper();
        const bool hasPorts = headers.tuple.sourcePort != 0 || headers.tuple.destinationPort != 0;
        const QString source = QString::number(headers.tuple.sourcePort);
        const QString destination = QString::number(headers.tuple.destinationPort);
        const int l4 =
            add(-1, name, hasPorts ? arrow(source, destination) : QString(), {at, headers.payloadOffset - at});
        if (headers.tuple.l4 == L4Protocol::Gre || !hasPorts) {
            return;
        }
        add(l4, tr("Source port"), source, {at, 2});
        add(l4, tr("Destination port"), destination, {at + 2, 2});
        if (headers.tuple.l4 == L4Protocol::Tcp) {
            addTcp(l4, headers);
        }
    }

    void addTcp(int l4, const PacketHeaders &headers)
    {
        const int at = headers.l4Offset;
        add(l4, tr("Sequence"), QString::number(headers.tcpSequence), {at + 4, 4});
        add(l4, tr("Acknowledges"), QString::number(headers.tcpAcknowledgement), {at + 8, 4});
        add(l4, tr("Flags"), flagsText(headers.tcpFlags), {at + 13, 1});
        if (const int length = headers.payloadOffset - at - TcpHeaderMinimum; length > 0) {
            add(l4, tr("Options"), tr("%1 bytes").arg(length), {at + TcpHeaderMinimum, length});
        }
    }

    void addData(const PacketHeaders &headers)
    {
        const int length = int(m_packet.size()) - headers.payloadOffset;
        if (length <= 0) {
            return;
        }
        const QString text = m_packetLength > m_packet.size()
            ? tr("the first %1 of %2 bytes").arg(length).arg(m_packetLength - headers.payloadOffset)
            : tr("%1 bytes").arg(length);
        add(-1, tr("Data"), text, {headers.payloadOffset, length});
    }

    void addHeadersOfEvent()
    {
        if (!m_packet.isEmpty()) {
            add(-1, tr("Headers"), tr("shorter than they claim to be"), {0, int(m_packet.size())});
        }
        const QString l3 = m_event.l3 == L3Protocol::Ipv6 ? QStringLiteral("IPv6") : QStringLiteral("IPv4");
        add(-1, l3, arrow(addressText(m_event.tuple().source), addressText(m_event.tuple().destination)));
        add(-1, fromView(toString(m_event.l4)).toUpper(),
            arrow(QString::number(m_event.sourcePort), QString::number(m_event.destinationPort)));
        add(-1, tr("Length"), tr("%1 bytes").arg(QLocale().toString(m_event.payloadLength)));
    }

    void addConnection()
    {
        const bool known = m_event.ctInfo != CtInfo::Absent;
        const int connection = add(-1, tr("Conntrack"),
            known ? tr("%1, %2 direction").arg(connectionText(m_event), fromView(directionName(m_event.ctInfo)))
                  : tr("no connection"));
        if ((m_event.flags & EventFlag::Replayed) != 0) {
            add(connection, tr("Hook"), tr("not known: replayed from a capture"));
            return;
        }
        add(connection, tr("Hook"), fromView(hookName(m_event.hook)));
        add(connection, tr("Interfaces"),
            tr("in by number %1, out by number %2").arg(m_event.inDevice).arg(m_event.outDevice));
        add(connection, tr("Queue"),
            tr("%1, id %2, EtherType 0x%3")
                .arg(m_event.queue)
                .arg(m_event.packetId)
                .arg(m_event.hwProtocol, 4, 16, QLatin1Char('0')));
    }

    void addHelper()
    {
        const QString name = fromView(m_event.helperName());
        const int helper = add(-1, tr("Helper %1").arg(name), verdictText(m_event));
        add(helper, tr("Judged"), exactTimeText(m_event.timeNs));
        if (const QString latency = latencyText(m_event); !latency.isEmpty()) {
            add(helper, tr("Took"), tr("%1 µs").arg(latency));
        }
        if (!m_event.noteText().empty()) {
            add(helper, tr("Saw"), noteText(m_event), bytesOfNote());
        }
    }

    // Many helpers quote the line they act on.
    ByteRange bytesOfNote() const
    {
        const std::string_view note = m_event.noteText();
        const qsizetype found = m_headers
            ? m_packet.indexOf(QByteArrayView(note.data(), qsizetype(note.size())), m_headers->payloadOffset)
            : -1;
        return found < 0 ? ByteRange {} : ByteRange {int(found), int(note.size())};
    }

    void addExpected(const QList<ExpectedConnection> &expected)
    {
        if (expected.isEmpty()) {
            return;
        }
        const int all = add(-1, tr("Expected"), tr("%1 on this connection").arg(expected.size()));
        for (const ExpectedConnection &one : expected) {
            const QString fate = one.fate == EventAction::New ? tr("waiting") : fromView(actionName(one.fate));
            add(all, fromView(one.made.className()),
                tr("%1, %2").arg(arrow(sourceText(one.made), destinationText(one.made)), fate));
        }
    }

    const EventRecord &m_event;
    QByteArray m_packet;
    int m_packetLength;
    std::optional<PacketHeaders> m_headers;
    QList<DecodedField> m_fields;
};

} // namespace

QList<DecodedField> decodePacket(
    const EventRecord &event, const std::optional<PacketBytes> &bytes, const QList<ExpectedConnection> &expected)
{
    return Decoder(event, bytes).fields(expected);
}

} // namespace Trackhand
