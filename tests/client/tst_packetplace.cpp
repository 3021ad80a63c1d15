// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/models/packetplace.h"
#include "tests/client/sampleevents.h"

#include <QDateTime>
#include <QTest>

using namespace Trackhand;

class TestPacketPlace : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        // 2026-01-02 from 03:04:05 on, one a minute, numbered from 1000.
        EventBatch batch;
        for (quint64 i = 0; i < 10; ++i) {
            EventRecord event = Samples::ftpPacket();
            event.sequence = 1000 + i;
            event.timeNs += i * 60'000'000'000ULL;
            batch.events.push_back(event);
        }
        m_model.append(batch);
    }

    void findsThePacketThatIsMeant_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("row");
        QTest::addColumn<bool>("exact");
        const auto row = [](const char *text, int number, bool exact) {
            QTest::newRow(text) << QString::fromUtf8(text) << number << exact;
        };
        row("1003", 3, true);
        row(" 1,003 ", 3, true);
        row("1 003", 3, true);
        row("1.003", 3, true);
        row("7", 0, false);
        row("18446744073709551615", 9, false);
        row("03:06", 2, true); // the packet of 03:06:05
        row("3:06:05", 2, true);
        row("03:06:05.000000006", 2, true);
        row("03:06:05.000000007", 3, true);
        row("2026-01-02 03:06:05", 2, true);
        row("2026-01-02T03:06:05", 2, true);
        row("2025-12-31 00:00", 0, true);
        row("2026-01-03 00:00", 9, false);
        row("23:00", 0, true); // of the day before
    }

    void findsThePacketThatIsMeant()
    {
        QFETCH(QString, text);
        const auto place = findPlace(m_model, text);
        QVERIFY2(place, place ? "" : place.error().text.c_str());
        QTEST(place->row, "row");
        QTEST(place->exact, "exact");
    }

    void refusesWhatIsNeither_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "  ", "yesterday", "-5", "25:00", "12:61", "12:", "2026-02-30 12:00", "1e5",
                 "99999999999999999999999"}) {
            QTest::newRow(text) << QString(text);
        }
    }

    void refusesWhatIsNeither()
    {
        QFETCH(QString, text);
        const auto place = findPlace(m_model, text);
        QVERIFY(!place);
        QVERIFY(place.error().text.find("neither a packet's number nor a time") != std::string::npos);
    }

    void withoutPacketsThereIsNowhereToGo()
    {
        const PacketModel none;
        QCOMPARE(findPlace(none, "1").error().text, std::string("no packet is shown"));
    }

    void ofTwoWithOneNumberTheNewerIsMeant()
    {
        PacketModel model;
        EventRecord event = Samples::ftpPacket();
        event.sequence = 5;
        model.append({{event, event}, 0}); // the backend had begun anew in between
        QCOMPARE(findPlace(model, "5")->row, 1);
    }

    void ofManyPacketsTheOnesThatAreShownAreFoundInAnyOrder()
    {
        PacketModel model(50'000);
        EventBatch batch;
        for (quint64 i = 0; i < 60'000; ++i) {
            EventRecord event = Samples::ftpPacket();
            event.sequence = i;
            event.timeNs += i * 1'000'000'000;
            event.destinationPort = quint16(i % 10);
            batch.events.push_back(event);
        }
        model.append(batch);
        QCOMPARE(findPlace(model, "30005")->row, 20'005);
        QCOMPARE(rowNearTime(model, batch.events[30'005].timeNs + 1), 20'005);
        QCOMPARE(rowNearTime(model, 0), 0);
        model.setFilter(EventFilter::compile("dport == 7").filter);
        QTRY_VERIFY(!model.isSearching());
        QCOMPARE(findPlace(model, "30007")->row, 2'000);
        QVERIFY(!findPlace(model, "30005")->exact);
        QCOMPARE(rowNearTime(model, batch.events[30'006].timeNs), 2'000);
        model.sort(PacketModel::NumberColumn, Qt::DescendingOrder);
        QTRY_VERIFY(!model.isSearching());
        QCOMPARE(findPlace(model, "30007")->row, 2'999);
        QCOMPARE(findPlace(model, "2030-01-01 00:00")->row, 0); // the newest
        model.setFilter(EventFilter::compile("dport == 77").filter);
        QTRY_VERIFY(!model.isSearching());
        QCOMPARE(rowNearTime(model, 0), -1);
        QVERIFY(!findPlace(model, "1"));
    }

private:
    PacketModel m_model;
};

QTEST_GUILESS_MAIN(TestPacketPlace)
#include "tst_packetplace.moc"
