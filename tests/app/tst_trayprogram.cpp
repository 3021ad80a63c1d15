// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedsession.h"

#include "app/desktop/windowservice.h"
#include "app/tray/trayprogram.h"
#include "tests/client/fakebackend.h"
#include "tests/shared/privatebus.h"

#include <QDBusConnectionInterface>
#include <QMenu>
#include <QProcess>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTest>

using namespace Trackhand;

namespace {

const QStringList Everything {"actions", "body", "body-markup"};

/// An X server that nobody looks at; it chooses its own number.
class HiddenDisplay {
public:
    HiddenDisplay()
    {
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start("Xvfb", {"-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"});
        if (m_server.waitForStarted() && m_server.waitForReadyRead(30000)) {
            m_name = ":" + QString::fromLatin1(m_server.readLine()).trimmed();
        }
    }
    ~HiddenDisplay()
    {
        m_server.terminate();
        m_server.waitForFinished();
    }
    QString name() const { return m_name; }

private:
    QProcess m_server;
    QString m_name;
};

} // namespace

class TestTrayProgram : public QObject {
    Q_OBJECT
private slots:
    void thereIsOneASession()
    {
        PrivateBus session;
        TrayProgram first(session.connection());
        TrayProgram second(session.connection());
        QVERIFY(first.claim());
        QVERIFY(!second.claim());
    }

    void itsIconComesAndGoesWithTheTrayHoweverLateThatIs()
    {
        PrivateBus session;
        TrayProgram program(session.connection());
        QTest::qWait(200);
        QVERIFY(!program.icon().icon());
        PlayedTray tray(session.connection());
        QVERIFY(tray.appear());
        QTRY_VERIFY(program.icon().icon());
        tray.vanish();
        QTRY_VERIFY(!program.icon().icon());
        QVERIFY(tray.appear());
        QTRY_VERIFY(program.icon().icon());
    }

    void aTrayOfTheOldKindIsLookedForOnlyWhenNoOtherHasCome()
    {
        PrivateBus session;
        bool asked = false;
        TrayPresence presence(session.connection(), [&asked] { return asked = true; });
        QTest::qWait(200);
        QVERIFY2(!asked, "Qt was asked before there was a tray, and remembers that");
        QSignalSpy changed(&presence, &TrayPresence::changed);
        QVERIFY(changed.wait(TrayPresence::HostPatienceMs + 5000));
        QVERIFY(asked);
        QVERIFY(presence.isThere());
    }

    void aNotificationOpensTheWindowAtTheIncident()
    {
        PrivateBus session;
        PrivateBus system;
        FakeBackend backend(system.address());
        QVERIFY(backend.appear());
        PlayedNotifications desktop(session.connection(), Everything);
        WindowService window(session.connection());
        QSignalSpy placed(&window, &WindowService::placeRequested);
        QVERIFY(window.claim());
        TrayProgram program(session.connection(), system.address());
        program.start();
        QTRY_COMPARE(program.icon().state().kind, TrayState::Kind::Disabled);
        backend.addIncident({"failed", "sip", "sip died five times", 42});
        QTRY_COMPARE(desktop.shown().size(), 1);
        QTest::qWait(50); // until the answer with its number is here
        desktop.click(desktop.shown().first().id, "token");
        QTRY_COMPARE(placed.count(), 1);
        QCOMPARE(placed.first().first().value<Place>(), (Place {Place::Overview, "42"}));
    }

    void aToggleThatIsRefusedIsSaidInANotificationThatLeadsToTheHelper()
    {
        PrivateBus session;
        PrivateBus system;
        FakeBackend backend(system.address());
        HelperInfo ftp;
        ftp.name = "ftp";
        ftp.owner = "trackhand";
        ftp.state = "running";
        backend.addHelper(ftp);
        QVERIFY(backend.appear());
        PlayedNotifications desktop(session.connection(), Everything);
        WindowService window(session.connection());
        QSignalSpy placed(&window, &WindowService::placeRequested);
        QVERIFY(window.claim());
        TrayProgram program(session.connection(), system.address());
        program.start();
        QTRY_COMPARE(program.icon().state().kind, TrayState::Kind::Running);
        backend.failNext("Disable", ErrorCode::NotAuthorized, "you may not");
        program.icon().menu()->findChild<QAction *>("ftp")->trigger();
        QTRY_COMPARE(desktop.shown().size(), 1);
        QCOMPARE(desktop.shown().first().body, "ftp could not be disabled: you may not");
        QTest::qWait(50);
        desktop.click(desktop.shown().first().id, "token");
        QTRY_COMPARE(placed.count(), 1);
        QCOMPARE(placed.first().first().value<Place>(), (Place {Place::Helpers, "ftp"}));
    }

    /// The real program, because what Qt remembers of trays it remembers for a process.
    void theProgramRegistersWithATrayThatComesLate()
    {
        HiddenDisplay display;
        QVERIFY2(!display.name().isEmpty(), "Xvfb does not start: install xvfb");
        PrivateBus session;
        PrivateBus system;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("DISPLAY", display.name());
        environment.insert("QT_QPA_PLATFORM", "xcb");
        environment.insert("DBUS_SESSION_BUS_ADDRESS", session.address());
        environment.insert("DBUS_SYSTEM_BUS_ADDRESS", system.address());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedChannels);
        program.start(TRACKHAND_PROGRAMS "/trackhand-tray", QStringList());
        QVERIFY(program.waitForStarted());
        QDBusConnection bus = session.connection();
        QTRY_VERIFY_WITH_TIMEOUT(bus.interface()->isServiceRegistered(TrayProgram::Name), 30000);
        QTest::qWait(500); // it has looked for a tray, and found none
        PlayedTray tray(bus);
        QVERIFY(tray.appear());
        QTRY_COMPARE_WITH_TIMEOUT(tray.items().size(), 1, 30000);
        tray.vanish();
        QVERIFY(tray.appear());
        QTRY_COMPARE_WITH_TIMEOUT(tray.items().size(), 1, 30000);
        program.terminate();
        QVERIFY(program.waitForFinished());
    }
};

QTEST_MAIN(TestTrayProgram)
#include "tst_trayprogram.moc"
