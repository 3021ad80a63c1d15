// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/listeners.h"

#include <QTest>

using namespace Trackhand;

class TestListeners : public QObject {
    Q_OBJECT

private slots:
    void theLimitIsTakenAndOneMoreIsNot();
    void theFirstAndTheLastOneAreTold();
};

void TestListeners::theLimitIsTakenAndOneMoreIsNot()
{
    Listeners listeners(QDBusConnection(QString()), [](bool) {});
    for (int i = 0; i < Listeners::MaxListeners; ++i) {
        QVERIFY(listeners.add(QStringLiteral(":1.%1").arg(i)).ok());
    }
    const Status more = listeners.add(QStringLiteral(":1.99999"));
    QVERIFY(!more);
    QCOMPARE(more.error().code, ErrorCode::LimitReached);
    QVERIFY(listeners.add(QStringLiteral(":1.0")).ok()); // one that listens already
    listeners.remove(QStringLiteral(":1.0"));
    QVERIFY(listeners.add(QStringLiteral(":1.99999")).ok());
}

void TestListeners::theFirstAndTheLastOneAreTold()
{
    QList<bool> told;
    Listeners listeners(QDBusConnection(QString()), [&](bool watched) { told.append(watched); });
    QVERIFY(listeners.add(QStringLiteral(":1.1")).ok());
    QVERIFY(listeners.add(QStringLiteral(":1.2")).ok());
    QVERIFY(listeners.add(QStringLiteral(":1.1")).ok());
    QCOMPARE(told, QList<bool> {true});
    listeners.remove(QStringLiteral(":1.1"));
    listeners.remove(QStringLiteral(":1.3"));
    QCOMPARE(told, QList<bool> {true});
    listeners.remove(QStringLiteral(":1.2"));
    listeners.remove(QStringLiteral(":1.2"));
    QCOMPARE(told, (QList<bool> {true, false}));
}

QTEST_GUILESS_MAIN(TestListeners)
#include "tst_listeners.moc"
