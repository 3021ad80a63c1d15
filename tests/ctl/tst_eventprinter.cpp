// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ctl/eventprinter.h"

#include <QTest>

using namespace Trackhand;

namespace {

EventRecord packet()
{
    EventRecord event = emptyEvent(EventKind::Packet);
    event.hwProtocol = 0x0800;
    event.hook = 4;
    event.packetId = 4;
    event.outDevice = 3;
    event.payloadLength = 60;
    event.outcome = std::uint8_t(Verdict::Accept);
    event.setHelper("test");
    event.setTuple({*IpAddress::parse("10.0.1.2"), *IpAddress::parse("10.0.2.2"), 40000, 21, L4Protocol::Tcp});
    return event;
}

} // namespace

class TestEventPrinter : public QObject {
    Q_OBJECT

private slots:
    void aPacketLooksAsNfqnlTestPrintsIt();
    void interfacesShowWhenThereAreAny();
    void aLineForPeopleNamesBothEnds();
    void hostileNotesCannotDriveTheTerminal();
};

void TestEventPrinter::aPacketLooksAsNfqnlTestPrintsIt()
{
    QCOMPARE(QByteArray::fromStdString(nfqnlText(packet())),
        QByteArray("pkt received\nhw_protocol=0x0800 hook=4 id=4 outdev=3 payload_len=60\nentering callback"));
}

void TestEventPrinter::interfacesShowWhenThereAreAny()
{
    EventRecord event = packet();
    event.inDevice = 2;
    event.hwProtocol = 0x86dd;
    QCOMPARE(QByteArray::fromStdString(nfqnlText(event)),
        QByteArray("pkt received\nhw_protocol=0x86dd hook=4 id=4 indev=2 outdev=3 payload_len=60\nentering callback"));
    event.inDevice = event.outDevice = 0;
    QVERIFY(nfqnlText(event).find("dev=") == std::string::npos);
}

void TestEventPrinter::aLineForPeopleNamesBothEnds()
{
    EventRecord event = packet();
    event.setNote("PASV");
    const QString text = eventText(event);
    for (const char *part : {"test", "tcp", "10.0.1.2:40000", "10.0.2.2:21", "accept", "PASV"}) {
        QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }
}

void TestEventPrinter::hostileNotesCannotDriveTheTerminal()
{
    EventRecord event = packet();
    event.setNote("\033]0;owned\007\r\n\x7f\xc2\x9b"
                  "31m");
    for (const QChar c : eventText(event)) {
        QVERIFY2(c.unicode() >= 0x20 && (c.unicode() < 0x7f || c.unicode() >= 0xa0), "a control character got through");
    }
}

QTEST_APPLESS_MAIN(TestEventPrinter)
#include "tst_eventprinter.moc"
