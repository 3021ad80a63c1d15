// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/service/servicefixture.h"
#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include <QDBusVariant>
#include <QTest>

using namespace Trackhand;
using Decision = Authorizer::Decision;

namespace {

const auto NotAuthorized = QStringLiteral("org.trackhand.Error.NotAuthorized");
const auto Observer = QStringLiteral("observer");
const auto HelperPath = Root + QStringLiteral("/helpers/observer");

/// Arguments of the declared types, for a call that shall not come further than the gate.
QVariantList anyArguments(const QString &signature)
{
    QVariantList arguments;
    for (qsizetype i = 0; i < signature.size(); ++i) {
        if (signature.mid(i).startsWith(QLatin1String("a{sv}"))) {
            arguments.append(QVariantMap());
            i += 4;
        } else if (signature.at(i) == QLatin1Char('b')) {
            arguments.append(true);
        } else {
            arguments.append(QStringLiteral("packets"));
        }
    }
    return arguments;
}

QString pathFor(const QString &interface)
{
    if (interface == QLatin1String(Wire::Bus::HelperInterface)) {
        return HelperPath;
    }
    return interface == QLatin1String(Wire::Bus::RuleInterface) ? Root + QStringLiteral("/rules/1") : Root;
}

} // namespace

class TestAuthorization : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void everyMethodAsksForItsActionsInTurn_data();
    void everyMethodAsksForItsActionsInTurn();
    void everyMethodIsRefusedWithoutItsAction_data() { everyMethodAsksForItsActionsInTurn_data(); }
    void everyMethodIsRefusedWithoutItsAction();
    void readingNeedsStatusRead_data();
    void readingNeedsStatusRead();
    void refusalSaysWhichActionAndWhatToDo();
    void refusalDoesNotTellWhatExists();
    void applyNeedsBothActions();
    void promptIsAllowedOnlyWhenTheMessageSaysSo();
    void deedWaitsForThePersonAndOthersAreServedMeanwhile();
    void callerWhoLeavesIsRefusedAndNothingIsDone();
    void strangerHearsNoSignal();

private:
    std::unique_ptr<ServiceFixture> m_fixture;
};

void TestAuthorization::init()
{
    m_fixture = std::make_unique<ServiceFixture>();
    QVERIFY2(m_fixture->started.ok(), m_fixture->started ? "" : m_fixture->started.error().text.c_str());
    m_fixture->caller.call(QStringLiteral("Helpers.Add"), {Observer, settings()});
    m_fixture->caller.call(
        QStringLiteral("Rules.Add"), {QVariantMap {{QStringLiteral("helper"), QStringLiteral("observer")}}});
    m_fixture->authorizer.asked.clear();
    m_fixture->manager.deeds.clear();
}

void TestAuthorization::everyMethodAsksForItsActionsInTurn_data()
{
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("method");
    for (const auto &interface : Wire::Bus::interfaces()) {
        for (const auto &method : interface.methods) {
            QTest::addRow("%s.%s", qPrintable(interface.name), qPrintable(method.name))
                << interface.name << method.name;
        }
    }
}

void TestAuthorization::everyMethodAsksForItsActionsInTurn()
{
    QFETCH(QString, interface);
    QFETCH(QString, method);
    const auto declared = Wire::Bus::interfaces().value(interface).methods.value(method);
    m_fixture->caller.callRaw(pathFor(interface), interface, method, anyArguments(declared.inSignature));
    QCOMPARE(m_fixture->authorizer.actionsAsked(), declared.actions);
    QCOMPARE(m_fixture->authorizer.asked.constFirst().caller, m_fixture->caller.name());
}

void TestAuthorization::everyMethodIsRefusedWithoutItsAction()
{
    QFETCH(QString, interface);
    QFETCH(QString, method);
    const auto declared = Wire::Bus::interfaces().value(interface).methods.value(method);
    m_fixture->authorizer.decisions[declared.actions.constLast()] = Decision::Denied;
    const QDBusMessage reply =
        m_fixture->caller.callRaw(pathFor(interface), interface, method, anyArguments(declared.inSignature));
    QCOMPARE(reply.errorName(), NotAuthorized);
    QCOMPARE(m_fixture->manager.deeds, QStringList());
    QCOMPARE(m_fixture->manager.helpers().size(), std::size_t(1));
    QCOMPARE(m_fixture->manager.rules().size(), std::size_t(1));
    QCOMPARE(m_fixture->manager.payloadObservers, 0U);
}

void TestAuthorization::readingNeedsStatusRead_data()
{
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");
    const QString manager = QLatin1String(Wire::Bus::ManagerInterface);
    QTest::addRow("one property") << properties << "Get" << QVariantList {manager, QStringLiteral("Version")};
    QTest::addRow("all properties") << properties << "GetAll" << QVariantList {manager};
    QTest::addRow("setting a property") << properties << "Set"
                                        << QVariantList {manager, QStringLiteral("Version"),
                                               QVariant::fromValue(QDBusVariant(QStringLiteral("9")))};
    QTest::addRow("all objects") << "org.freedesktop.DBus.ObjectManager"
                                 << "GetManagedObjects" << QVariantList();
    QTest::addRow("introspection") << "org.freedesktop.DBus.Introspectable"
                                   << "Introspect" << QVariantList();
}

void TestAuthorization::readingNeedsStatusRead()
{
    QFETCH(QString, interface);
    QFETCH(QString, method);
    QFETCH(QVariantList, arguments);
    m_fixture->authorizer.decisions[QLatin1String(Wire::Bus::ActionStatusRead)] = Decision::Denied;
    const QDBusMessage reply = m_fixture->caller.callRaw(Root, interface, method, arguments);
    QCOMPARE(reply.errorName(), NotAuthorized);
    QCOMPARE(m_fixture->authorizer.actionsAsked(), QStringList {QLatin1String(Wire::Bus::ActionStatusRead)});
}

void TestAuthorization::refusalSaysWhichActionAndWhatToDo()
{
    const QString action = QLatin1String(Wire::Bus::ActionHelpersManage);
    QStringList texts;
    for (const Decision decision : {Decision::Denied, Decision::NeedsInteraction, Decision::Dismissed, Decision::NoAgent,
             Decision::TimedOut, Decision::TooManyQuestions, Decision::Unavailable}) {
        m_fixture->authorizer.decisions[action] = decision;
        const QDBusMessage reply = m_fixture->caller.call(QStringLiteral("Helper.Enable"), {}, HelperPath);
        QCOMPARE(reply.errorName(), NotAuthorized);
        QVERIFY2(reply.errorMessage().contains(action), qPrintable(reply.errorMessage()));
        QVERIFY2(reply.errorMessage().contains(QLatin1Char(';')), qPrintable(reply.errorMessage()));
        texts.append(reply.errorMessage());
    }
    QCOMPARE(texts.removeDuplicates(), 0);
}

void TestAuthorization::refusalDoesNotTellWhatExists()
{
    m_fixture->authorizer.decisions[QLatin1String(Wire::Bus::ActionHelpersManage)] = Decision::Denied;
    const QDBusMessage there = m_fixture->caller.call(QStringLiteral("Helper.Enable"), {}, HelperPath);
    const QDBusMessage missing =
        m_fixture->caller.call(QStringLiteral("Helper.Enable"), {}, Root + QStringLiteral("/helpers/nobody"));
    QCOMPARE(missing.errorName(), there.errorName());
    QCOMPARE(missing.errorMessage(), there.errorMessage());
}

void TestAuthorization::applyNeedsBothActions()
{
    const QString rules = QLatin1String(Wire::Bus::ActionRulesManage);
    m_fixture->authorizer.decisions[rules] = Decision::Denied;
    const QDBusMessage reply = m_fixture->caller.call(QStringLiteral("Manager.Apply"), {QStringLiteral("x = 1")});
    QCOMPARE(reply.errorName(), NotAuthorized);
    QVERIFY(reply.errorMessage().contains(rules));
    QCOMPARE(m_fixture->manager.deeds, QStringList());
}

void TestAuthorization::promptIsAllowedOnlyWhenTheMessageSaysSo()
{
    const QString interface = Interface.arg(QStringLiteral("Helper"));
    m_fixture->caller.callRaw(HelperPath, interface, QStringLiteral("Enable"), {}, false);
    m_fixture->caller.callRaw(HelperPath, interface, QStringLiteral("Enable"), {}, true);
    QCOMPARE(m_fixture->authorizer.asked.at(0).interactive, false);
    QCOMPARE(m_fixture->authorizer.asked.at(1).interactive, true);
}

void TestAuthorization::deedWaitsForThePersonAndOthersAreServedMeanwhile()
{
    m_fixture->authorizer.waiting = true;
    Caller slow(m_fixture->bus);
    const QDBusPendingCall waiting = slow.send(QStringLiteral("Helpers.Flush"), {true}, true);
    QTRY_COMPARE(m_fixture->authorizer.open.size(), 1);
    m_fixture->authorizer.waiting = false;
    QCOMPARE(
        m_fixture->caller.call(QStringLiteral("Helper.Enable"), {}, HelperPath).type(), QDBusMessage::ReplyMessage);
    QCOMPARE(m_fixture->manager.deeds, QStringList {QStringLiteral("enable observer")});
    QVERIFY(!waiting.isFinished());

    m_fixture->authorizer.answerAll(Decision::Granted);
    QTRY_VERIFY(waiting.isFinished());
    QCOMPARE(waiting.reply().arguments(), QVariantList {7U});
    QCOMPARE(m_fixture->manager.deeds.constLast(), QStringLiteral("flush 1"));
}

void TestAuthorization::callerWhoLeavesIsRefusedAndNothingIsDone()
{
    m_fixture->authorizer.waiting = true;
    Caller leaving(m_fixture->bus);
    const QString name = leaving.name();
    leaving.send(QStringLiteral("Helpers.Flush"), {true}, true);
    QTRY_COMPARE(m_fixture->authorizer.open.size(), 1);
    leaving.leave();
    QTRY_VERIFY(m_fixture->authorizer.left.contains(name));
    QVERIFY(m_fixture->authorizer.open.isEmpty());
    QCOMPARE(m_fixture->manager.deeds, QStringList());
}

void TestAuthorization::strangerHearsNoSignal()
{
    Caller stranger(m_fixture->bus);
    m_fixture->authorizer.decisions[QLatin1String(Wire::Bus::ActionStatusRead)] = Decision::Denied;
    stranger.getManagedObjects();
    m_fixture->authorizer.decisions.clear();
    m_fixture->caller.getManagedObjects();
    m_fixture->manager.happened({Incident::Severity::Info, "observer", "it rained", 1});
    QTRY_COMPARE(m_fixture->caller.signalsNamed(QStringLiteral("Incident")).size(), 1);
    // The bus keeps the order of what the service sends, so this reply comes after anything sent to the stranger.
    stranger.call(QStringLiteral("Helpers.ListAvailable"));
    QCOMPARE(stranger.signalsNamed(QStringLiteral("Incident")).size(), 0);
}

QTEST_GUILESS_MAIN(TestAuthorization)
#include "tst_authorization.moc"
