// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "playedsession.h"

#include "app/tray/notifier.h"
#include "tests/shared/privatebus.h"

#include <QSignalSpy>
#include <QTest>

using namespace Trackhand;

namespace {

const QStringList Everything {"actions", "body", "body-markup"};

IncidentInfo incident(const QString &severity, const QString &helper, const QString &text, quint64 timeNs = 1)
{
    return {severity, helper, text, timeNs};
}

} // namespace

class TestNotifier : public QObject {
    Q_OBJECT
private slots:
    void tellsOfWhatNeedsAttentionAndOfNothingElse()
    {
        PrivateBus bus;
        PlayedNotifications desktop(bus.connection(), Everything);
        Notifier notifier(bus.connection());
        notifier.notify(incident("info", "ftp", "ftp was enabled"));
        notifier.notify(incident("attention", "ftp", "ftp restarted after SIGSEGV"));
        notifier.notify(incident("failed", "sip", "sip died five times"));
        QTRY_COMPARE(desktop.shown().size(), 2);
        const auto ftp = desktop.shown().at(desktop.shown().first().title.startsWith("ftp") ? 0 : 1);
        const auto sip = desktop.shown().at(desktop.shown().first().title.startsWith("ftp") ? 1 : 0);
        QCOMPARE(ftp.title, "ftp needs attention");
        QCOMPARE(ftp.body, "ftp restarted after SIGSEGV");
        QCOMPARE(ftp.hints.value("urgency").toUInt(), 1U);
        QCOMPARE(ftp.hints.value("desktop-entry").toString(), "org.trackhand.Trackhand");
        QCOMPARE(sip.title, "sip has failed");
        QCOMPARE(sip.hints.value("urgency").toUInt(), 2U);
    }

    void aClickLeadsToTheIncident()
    {
        PrivateBus bus;
        PlayedNotifications desktop(bus.connection(), Everything);
        Notifier notifier(bus.connection());
        QSignalSpy activated(&notifier, &Notifier::activated);
        notifier.notify(incident("failed", "sip", "sip died", 42));
        QTRY_COMPARE(desktop.shown().size(), 1);
        QCOMPARE(desktop.shown().first().actions.value(0), "default");
        QTest::qWait(50); // until the answer with its number is here
        desktop.click(desktop.shown().first().id, "token-7");
        QTRY_COMPARE(activated.count(), 1);
        QCOMPARE(activated.first().at(0).value<IncidentInfo>().timeNs, 42U);
        QCOMPARE(activated.first().at(1).toString(), "token-7");
        activated.clear();
        desktop.click(desktop.shown().first().id + 100, "another program's");
        desktop.click(desktop.shown().first().id, "ours again");
        QTRY_COMPARE(activated.count(), 1);
    }

    void manyIncidentsOfAHelperAreOneNotificationThatIsReplaced()
    {
        PrivateBus bus;
        PlayedNotifications desktop(bus.connection(), Everything);
        Notifier notifier(bus.connection());
        for (int i = 1; i <= 30; ++i) {
            notifier.notify(incident("attention", "ftp", QString("restart %1").arg(i)));
        }
        QTRY_COMPARE(desktop.shown().size(), 1);
        QCOMPARE(desktop.shown().first().body, "restart 30\n29 more thing(s) happened to it in the same moment.");
        QTest::qWait(50); // until the answer with its number is here
        notifier.notify(incident("attention", "ftp", "and again"));
        QTRY_COMPARE(desktop.shown().size(), 2);
        QCOMPARE(desktop.shown().last().replaces, desktop.shown().first().id);
    }

    void aNotificationThatWasClosedIsNotReplaced()
    {
        PrivateBus bus;
        PlayedNotifications desktop(bus.connection(), Everything);
        Notifier notifier(bus.connection());
        notifier.notify(incident("attention", "ftp", "once"));
        QTRY_COMPARE(desktop.shown().size(), 1);
        QTest::qWait(50);
        desktop.close(desktop.shown().first().id);
        QTest::qWait(50);
        notifier.notify(incident("attention", "ftp", "twice"));
        QTRY_COMPARE(desktop.shown().size(), 2);
        QCOMPARE(desktop.shown().last().replaces, 0U);
    }

    void textOfStrangersIsNoMarkup_data()
    {
        QTest::addColumn<QStringList>("capabilities");
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("hasActions");
        QTest::addRow("a desktop that reads markup") << Everything << "&lt;img src=x&gt;" << true;
        QTest::addRow("one that shows text as it is") << QStringList {"body"} << "<img src=x>" << false;
    }

    void textOfStrangersIsNoMarkup()
    {
        QFETCH(QStringList, capabilities);
        QFETCH(QString, body);
        QFETCH(bool, hasActions);
        PrivateBus bus;
        PlayedNotifications desktop(bus.connection(), capabilities);
        Notifier notifier(bus.connection());
        notifier.notify(incident("attention", "ftp", "<img src=x>"));
        QTRY_COMPARE(desktop.shown().size(), 1);
        QCOMPARE(desktop.shown().first().body, body);
        QCOMPARE(!desktop.shown().first().actions.isEmpty(), hasActions);
    }

    void whereNobodyShowsNotificationsNothingHappensUntilSomebodyDoes()
    {
        PrivateBus bus;
        Notifier notifier(bus.connection());
        notifier.notify(incident("attention", "ftp", "unseen"));
        QTest::qWait(Notifier::GatheringMs + 100);
        PlayedNotifications desktop(bus.connection(), Everything);
        notifier.notify(incident("attention", "ftp", "seen"));
        QTRY_COMPARE(desktop.shown().size(), 1);
        QCOMPARE(desktop.shown().first().body, "seen");
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
