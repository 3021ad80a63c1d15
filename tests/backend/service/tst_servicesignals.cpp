// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/servicesignals.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace Trackhand;

class TestServiceSignals : public QObject {
    Q_OBJECT

private slots:
    void everySignalHasItsMeaning_data()
    {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("stops");
        QTest::addColumn<int>("reloads");
        QTest::newRow("SIGTERM") << SIGTERM << 1 << 0;
        QTest::newRow("SIGINT") << SIGINT << 1 << 0;
        QTest::newRow("SIGHUP") << SIGHUP << 0 << 1;
    }
    void everySignalHasItsMeaning()
    {
        QFETCH(int, number);
        QFETCH(int, stops);
        QFETCH(int, reloads);
        const ServiceSignals unixSignals;
        QSignalSpy stop(&unixSignals, &ServiceSignals::stop);
        QSignalSpy reload(&unixSignals, &ServiceSignals::reload);
        ::raise(number);
        QTRY_COMPARE(stop.size() + reload.size(), 1);
        QCOMPARE(stop.size(), stops);
        QCOMPARE(reload.size(), reloads);
    }

    void whatComesBeforeAnybodyListensIsNotLost()
    {
        const ServiceSignals unixSignals;
        ::raise(SIGHUP);
        QSignalSpy reload(&unixSignals, &ServiceSignals::reload);
        QTRY_COMPARE(reload.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestServiceSignals)
#include "tst_servicesignals.moc"
