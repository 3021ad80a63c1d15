// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tray/trayicon.h"
#include "client/stores/helperstore.h"
#include "tests/client/fakebackend.h"
#include "tests/shared/privatebus.h"

#include <QAction>
#include <QMenu>
#include <QPixmap>
#include <QSignalSpy>
#include <QSystemTrayIcon>
#include <QTest>

using namespace Trackhand;

namespace {

HelperInfo helper(const QString &name, const QString &state, const QString &problem = {})
{
    HelperInfo info;
    info.name = name;
    info.owner = "trackhand";
    info.state = state;
    info.problem = problem;
    return info;
}

} // namespace

class TestTrayIcon : public QObject {
    Q_OBJECT
private slots:
    void saysTheWorstStateInWords_data()
    {
        QTest::addColumn<QList<HelperInfo>>("helpers");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        using Kind = TrayState::Kind;
        QTest::addRow("none") << QList<HelperInfo>() << int(Kind::Disabled) << "no helpers";
        QTest::addRow("one disabled beside a running one")
            << QList {helper("ftp", "running"), helper("sip", "disabled")} << int(Kind::Running)
            << "1 of 2 helpers running\nsip is disabled";
        QTest::addRow("restarting") << QList {helper("ftp", "restarting")} << int(Kind::Attention)
                                    << "0 of 1 helpers running\nftp is restarting";
        QTest::addRow("failed") << QList {helper("ftp", "running"), helper("sip", "failed", "it died five times")}
                                << int(Kind::Failed) << "1 of 2 helpers running\nsip is failed: it died five times";
    }

    void saysTheWorstStateInWords()
    {
        QFETCH(QList<HelperInfo>, helpers);
        QFETCH(int, kind);
        QFETCH(QString, text);
        const TrayState state = TrayText::state(true, {}, helpers);
        QCOMPARE(int(state.kind), kind);
        QCOMPARE(state.text, text);
    }

    void saysWhyThereIsNoBackend()
    {
        const TrayState state = TrayText::state(false, "trackhandd does not run", {helper("ftp", "running")});
        QCOMPARE(state.kind, TrayState::Kind::NoBackend);
        QCOMPARE(state.text, QString("no backend: trackhandd does not run"));
    }

    void everyStateHasAShapeOfItsOwn()
    {
        using Kind = TrayState::Kind;
        QList<QImage> shapes;
        for (const Kind kind : {Kind::NoBackend, Kind::Running, Kind::Disabled, Kind::Attention, Kind::Failed}) {
            const QImage shape = trayIcon(kind).pixmap(22).toImage().convertToFormat(QImage::Format_Alpha8);
            QVERIFY2(!shapes.contains(shape), "two states differ by colour alone");
            shapes.append(shape);
            const QString folder = qEnvironmentVariable("TRACKHAND_PICTURES");
            if (!folder.isEmpty()) {
                trayIcon(kind).pixmap(64).save(QString("%1/tray-%2.png").arg(folder).arg(int(kind)));
            }
        }
    }

    void theIconComesAndGoesWithTheTray()
    {
        TrayIcon tray;
        QVERIFY(!tray.icon());
        tray.setTrayThere(true); // the panel starts after the program
        QVERIFY(tray.icon()->isVisible());
        tray.setTrayThere(false);
        QVERIFY(!tray.icon());
        tray.setTrayThere(true);
        QVERIFY(tray.icon()->isVisible());
    }

    void theMenuEnablesAndDisablesAndSaysWhatFailed()
    {
        PrivateBus bus;
        QVERIFY(!bus.address().isEmpty());
        FakeBackend backend(bus.address());
        backend.addHelper(helper("ftp", "running"));
        QVERIFY(backend.appear());
        BackendLink link(HostAddress(), QString(), bus.address());
        HelperStore helpers;
        helpers.follow(&link);
        TrayIcon tray;
        tray.setTrayThere(true);
        tray.watch(&link, &helpers);
        QCOMPARE(tray.state().kind, TrayState::Kind::NoBackend);
        link.open();
        QTRY_COMPARE(tray.state().kind, TrayState::Kind::Running);
        QVERIFY(tray.icon()->toolTip().contains("1 helper"));

        tray.menu()->findChild<QAction *>("ftp")->trigger();
        QTRY_COMPARE(backend.helpers().value("ftp").state, QString("disabled"));
        QTRY_COMPARE(tray.state().kind, TrayState::Kind::Disabled);
        QSignalSpy failed(&tray, &TrayIcon::failed);
        backend.failNext("Enable", ErrorCode::NotAuthorized, "you may not");
        tray.menu()->findChild<QAction *>("ftp")->trigger();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.first().last().toString().contains("ftp could not be enabled: you may not"));
        tray.menu()->findChild<QAction *>("ftp")->trigger();
        QTRY_COMPARE(tray.state().kind, TrayState::Kind::Running);
    }

    void theMenuOpensAndQuits()
    {
        TrayIcon tray;
        tray.setTrayThere(true);
        QSignalSpy open(&tray, &TrayIcon::openRequested);
        QSignalSpy quit(&tray, &TrayIcon::quitRequested);
        tray.menu()->actions().first()->trigger();
        tray.menu()->actions().last()->trigger();
        QCOMPARE(open.count(), 1);
        QCOMPARE(quit.count(), 1);
    }
};

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
