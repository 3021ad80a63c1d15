// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/bustypes.h"
#include "tests/backend/service/servicefixture.h"

#include <QTest>

using namespace Trackhand;

/// The helper scripts as the bus has them.
class TestScripts : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_fixture;

    QDBusMessage call(const char *method, const QVariantList &arguments)
    {
        return m_fixture->caller.call(QStringLiteral("Scripts.%1").arg(QLatin1String(method)), arguments);
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<ServiceFixture>();
        QVERIFY(m_fixture->started.ok());
    }

    void theListSaysWhatIsStoredAndWhoRunsIt()
    {
        m_fixture->manager.storedScripts = {{{"game.lua", 120, 7'000'000'000, true}, {"game", "other"}}};
        const QDBusMessage reply = call("List", {});
        const auto scripts = qdbus_cast<BusMaps>(reply.arguments().constFirst().value<QDBusArgument>());
        QCOMPARE(scripts.size(), 1);
        QCOMPARE(scripts.first().value(QStringLiteral("name")).toString(), QStringLiteral("game.lua"));
        QCOMPARE(scripts.first().value(QStringLiteral("size")).toULongLong(), 120ULL);
        QCOMPARE(scripts.first().value(QStringLiteral("changed")).toULongLong(), 7'000'000'000ULL);
        QCOMPARE(scripts.first().value(QStringLiteral("previous")).toBool(), true);
        QCOMPARE(scripts.first().value(QStringLiteral("helpers")).toStringList(),
            (QStringList {QStringLiteral("game"), QStringLiteral("other")}));
    }

    void bothVersionsCanBeRead()
    {
        QCOMPARE(call("Read", {QStringLiteral("game.lua"), false}).arguments(),
            QVariantList {QStringLiteral("-- now: game.lua")});
        QCOMPARE(call("Read", {QStringLiteral("game.lua"), true}).arguments(),
            QVariantList {QStringLiteral("-- before: game.lua")});
    }

    void installingHandsTheTextOverAndSaysWhoHasItNow()
    {
        const QDBusMessage reply = call("Install", {QStringLiteral("game.lua"), QStringLiteral("-- \u00e4")});
        QCOMPARE(reply.arguments(), QVariantList {QStringList {QStringLiteral("mine")}});
        QCOMPARE(m_fixture->manager.deeds, QStringList {QStringLiteral("install game.lua: -- \u00e4")});
    }

    void aDeedThatFailsIsAnError()
    {
        m_fixture->manager.failure = Error {ErrorCode::InvalidArgument, "game.lua:3: unexpected symbol"};
        for (const QDBusMessage &reply :
            {call("Install", {QStringLiteral("game.lua"), QStringLiteral("%")}), call("RollBack", {QStringLiteral("game.lua")}),
                call("Remove", {QStringLiteral("game.lua")})}) {
            QCOMPARE(reply.errorName(), QStringLiteral("org.trackhand.Error.InvalidArgument"));
            QCOMPARE(reply.errorMessage(), QStringLiteral("game.lua:3: unexpected symbol"));
        }
    }

    void aPathIsNoName_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QVariantList>("arguments");
        const QString path = QStringLiteral("../../passwd.lua");
        QTest::addRow("Read") << "Read" << QVariantList {path, false};
        QTest::addRow("Install") << "Install" << QVariantList {path, QString()};
        QTest::addRow("RollBack") << "RollBack" << QVariantList {path};
        QTest::addRow("Remove") << "Remove" << QVariantList {path};
    }
    void aPathIsNoName()
    {
        QFETCH(QString, method);
        QFETCH(QVariantList, arguments);
        const QDBusMessage reply = call(qPrintable(method), arguments);
        QCOMPARE(reply.errorName(), QStringLiteral("org.trackhand.Error.InvalidArgument"));
        QVERIFY(m_fixture->manager.deeds.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestScripts)
#include "tst_scripts.moc"
