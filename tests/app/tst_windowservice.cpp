// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/windowservice.h"
#include "app/desktop/windowstarter.h"
#include "tests/shared/privatebus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Trackhand;

class TestWindowService : public QObject {
    Q_OBJECT
private slots:
    void placesAreReadAndWrittenTheSame_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("page");
        QTest::addColumn<QString>("subject");
        QTest::addRow("page alone") << "packets" << int(Place::Packets) << "";
        QTest::addRow("helper") << "helpers/ftp" << int(Place::Helpers) << "ftp";
        QTest::addRow("incident") << "overview/1764309600000000000" << int(Place::Overview) << "1764309600000000000";
        QTest::addRow("slash in the subject") << "packets/a/b" << int(Place::Packets) << "a/b";
    }

    void placesAreReadAndWrittenTheSame()
    {
        QFETCH(QString, text);
        QFETCH(int, page);
        QFETCH(QString, subject);
        const auto place = Place::parse(text);
        QVERIFY(place);
        QCOMPARE(int(place->page), page);
        QCOMPARE(place->subject, subject);
        QCOMPARE(place->toString(), text);
    }

    void whatIsNoPlaceIsRefusedWithThePagesThereAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("empty") << "";
        QTest::addRow("no page") << "helper/ftp";
        QTest::addRow("too long") << "helpers/" + QString(65, 'x');
    }

    void whatIsNoPlaceIsRefusedWithThePagesThereAre()
    {
        QFETCH(QString, text);
        const auto place = Place::parse(text);
        QVERIFY(!place);
        QVERIFY(QString::fromStdString(place.error().text).contains("overview, helpers, rules, packets"));
    }

    void theFirstWindowServesAndTheSecondFindsIt()
    {
        PrivateBus bus;
        WindowService first(bus.connection());
        WindowService second(bus.connection());
        QVERIFY(first.claim());
        QVERIFY(!second.claim());
    }

    void anotherStartShowsTheWindowThatIsThere()
    {
        PrivateBus bus;
        WindowService window(bus.connection());
        QSignalSpy activated(&window, &WindowService::activated);
        QSignalSpy placed(&window, &WindowService::placeRequested);
        QVERIFY(!WindowService::showAnother(bus.connection(), {}));
        QVERIFY(window.claim());
        QVERIFY(showFromElsewhere(bus, {}));
        QCOMPARE(activated.count(), 1);
        QVERIFY(showFromElsewhere(bus, "helpers/ftp"));
        QCOMPARE(placed.count(), 1);
        QCOMPARE(placed.first().first().value<Place>(), (Place {Place::Helpers, "ftp"}));
    }

    void withoutABusThereIsNoOtherWindow()
    {
        const QDBusConnection none("there is no such connection");
        QVERIFY(!WindowService::showAnother(none, {}));
        QVERIFY(!WindowService(none).claim());
    }

    void whatIsNoActionIsRefused_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QVariantList>("parameter");
        QTest::addRow("unknown") << "delete" << QVariantList {"helpers/ftp"};
        QTest::addRow("no place") << "show" << QVariantList {};
        QTest::addRow("no text") << "show" << QVariantList {QVariant::fromValue(QStringList {"packets", "rules"})};
    }

    void whatIsNoActionIsRefused()
    {
        QFETCH(QString, action);
        QFETCH(QVariantList, parameter);
        PrivateBus bus;
        WindowService window(bus.connection());
        QSignalSpy placed(&window, &WindowService::placeRequested);
        QVERIFY(window.claim());
        auto call = QDBusMessage::createMethodCall(
            WindowService::Name, WindowService::Path, "org.freedesktop.Application", "ActivateAction");
        call << action << parameter << QVariantMap();
        QDBusPendingCallWatcher reply(bus.connection().asyncCall(call));
        QTRY_VERIFY(reply.isFinished());
        QCOMPARE(reply.error().type(), QDBusError::InvalidArgs);
        QCOMPARE(placed.count(), 0);
    }

    void theStarterAsksTheWindowThatIsThere()
    {
        PrivateBus bus;
        WindowService window(bus.connection());
        QSignalSpy placed(&window, &WindowService::placeRequested);
        QVERIFY(window.claim());
        WindowStarter starter(bus.connection());
        QSignalSpy failed(&starter, &WindowStarter::failed);
        starter.show({Place::Packets, "sip"}, "token-1");
        QTRY_COMPARE(placed.count(), 1);
        QCOMPARE(placed.first().first().value<Place>(), (Place {Place::Packets, "sip"}));
        QCOMPARE(qEnvironmentVariable("XDG_ACTIVATION_TOKEN"), "token-1");
        QCOMPARE(failed.count(), 0);
    }

    void theStarterSaysWhenThereIsNoProgramBesideIt()
    {
        PrivateBus bus;
        WindowStarter starter(bus.connection());
        QSignalSpy failed(&starter, &WindowStarter::failed);
        starter.show({}, {});
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().toString().contains("/trackhand could not be started"));
    }

private:
    /// The call waits for its answer, so it comes from a thread of its own, as it would from another process.
    static bool showFromElsewhere(PrivateBus &bus, const QString &place)
    {
        bool shown = false;
        const QDBusConnection connection = bus.connection();
        const std::unique_ptr<QThread> other(
            QThread::create([&] { shown = WindowService::showAnother(connection, place); }));
        other->start();
        while (!other->wait(1)) {
            QCoreApplication::processEvents();
        }
        return shown;
    }
};

QTEST_GUILESS_MAIN(TestWindowService)
#include "tst_windowservice.moc"
