// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/service/servicefixture.h"

#include "backend/service/bustypes.h"
#include "wire/dbus/names.h"

#include <QDBusPendingReply>
#include <QTest>

using namespace Trackhand;

namespace {

const auto Properties = QStringLiteral("org.freedesktop.DBus.Properties");
const auto Ftp = QStringLiteral("ftp");
const auto FtpPath = Root + QStringLiteral("/helpers/ftp");

QString standard(const char *name)
{
    return QStringLiteral("org.freedesktop.DBus.Error.%1").arg(QLatin1String(name));
}

QString ours(const char *name)
{
    return QStringLiteral("org.trackhand.Error.%1").arg(QLatin1String(name));
}

} // namespace

/// How calls find their way, and what comes back when they do not.
class TestObjectTree : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void callsThatFitNothingGetTheStandardErrors_data();
    void callsThatFitNothingGetTheStandardErrors();
    void argumentsOfAnotherTypeAreRefusedBeforeAnybodyIsAsked();
    void settingAPropertyIsRefused();
    void pingIsAnswered();
    void missingHelperAndRuleHaveErrorsOfTheirOwn();
    void badSettingsReachNobody();
    void everyErrorOfTheManagerKeepsItsName_data();
    void everyErrorOfTheManagerKeepsItsName();
    void addReturnsThePathOfTheHelper();
    void nestedSettingsComeThroughTheBus();
    void previewChangesNothing();
    void tomlAtItsLimitIsTakenAndOneByteMoreIsNot();
    void callWithoutReplyIsCarriedOut();
    void everyCallGetsExactlyOneReply();
    void secondServiceIsToldThatTheNameIsTaken();

private:
    ServiceFixture m_fixture;
};

void TestObjectTree::initTestCase()
{
    QVERIFY(m_fixture.started.ok());
    QCOMPARE(
        m_fixture.caller.call(QStringLiteral("Helpers.Add"), {Ftp, settings()}).type(), QDBusMessage::ReplyMessage);
}

void TestObjectTree::init()
{
    m_fixture.manager.failure.reset();
    m_fixture.manager.deeds.clear();
    m_fixture.authorizer.asked.clear();
}

void TestObjectTree::callsThatFitNothingGetTheStandardErrors_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QVariantList>("arguments");
    QTest::addColumn<QString>("error");
    const QString helper = Interface.arg(QStringLiteral("Helper"));
    const QString manager = Interface.arg(QStringLiteral("Manager"));
    const QVariantList none;
    QTest::addRow("path") << Root + QStringLiteral("/nowhere") << manager << "Export" << none
                          << standard("UnknownObject");
    QTest::addRow("path below a helper") << FtpPath + QStringLiteral("/x") << helper << "Enable" << none
                                         << standard("UnknownObject");
    QTest::addRow("interface") << Root << Interface.arg(QStringLiteral("Wizard")) << "Export" << none
                               << standard("UnknownInterface");
    QTest::addRow("no interface") << Root << QString() << "Export" << none << standard("UnknownInterface");
    QTest::addRow("interface of another object") << Root << helper << "Enable" << none << standard("UnknownInterface");
    QTest::addRow("manager of objects below the root") << FtpPath << "org.freedesktop.DBus.ObjectManager"
                                                       << "GetManagedObjects" << none << standard("UnknownInterface");
    QTest::addRow("method") << Root << manager << "Explode" << none << standard("UnknownMethod");
    QTest::addRow("standard method") << Root << Properties << "Steal" << none << standard("UnknownMethod");
    QTest::addRow("property") << Root << Properties << "Get" << QVariantList {manager, QStringLiteral("Colour")}
                              << standard("UnknownProperty");
    QTest::addRow("interface of a property")
        << Root << Properties << "GetAll" << QVariantList {helper} << standard("UnknownInterface");
    QTest::addRow("object of a property") << Root + QStringLiteral("/helpers/nobody") << Properties << "GetAll"
                                          << QVariantList {helper} << standard("UnknownObject");
    QTest::addRow("too few arguments") << Root << Interface.arg(QStringLiteral("Helpers")) << "Add"
                                       << QVariantList {Ftp} << standard("InvalidArgs");
    QTest::addRow("too many arguments") << Root << manager << "Export" << QVariantList {1} << standard("InvalidArgs");
}

void TestObjectTree::callsThatFitNothingGetTheStandardErrors()
{
    QFETCH(QString, path);
    QFETCH(QString, interface);
    QFETCH(QString, method);
    QFETCH(QVariantList, arguments);
    QFETCH(QString, error);
    const QDBusMessage reply = m_fixture.caller.callRaw(path, interface, method, arguments);
    QCOMPARE(reply.errorName(), error);
    QVERIFY(!reply.errorMessage().isEmpty());
    QCOMPARE(m_fixture.manager.deeds, QStringList());
}

void TestObjectTree::argumentsOfAnotherTypeAreRefusedBeforeAnybodyIsAsked()
{
    const QDBusMessage reply = m_fixture.caller.call(QStringLiteral("Helper.Delete"), {QStringLiteral("yes")}, FtpPath);
    QCOMPARE(reply.errorName(), standard("InvalidArgs"));
    QVERIFY(m_fixture.authorizer.asked.isEmpty());
}

void TestObjectTree::settingAPropertyIsRefused()
{
    const QDBusMessage reply = m_fixture.caller.callRaw(FtpPath, Properties, QStringLiteral("Set"),
        {Interface.arg(QStringLiteral("Helper")), QStringLiteral("Queue"), QVariant::fromValue(QDBusVariant(9U))});
    QCOMPARE(reply.errorName(), standard("PropertyReadOnly"));
}

void TestObjectTree::pingIsAnswered()
{
    const QDBusMessage reply =
        m_fixture.caller.callRaw(Root, QStringLiteral("org.freedesktop.DBus.Peer"), QStringLiteral("Ping"));
    QCOMPARE(reply.type(), QDBusMessage::ReplyMessage);
}

void TestObjectTree::missingHelperAndRuleHaveErrorsOfTheirOwn()
{
    const QDBusMessage helper =
        m_fixture.caller.call(QStringLiteral("Helper.Enable"), {}, Root + QStringLiteral("/helpers/nobody"));
    QCOMPARE(helper.errorName(), ours("NoSuchHelper"));
    const QDBusMessage rule =
        m_fixture.caller.call(QStringLiteral("Rule.Delete"), {}, Root + QStringLiteral("/rules/9"));
    QCOMPARE(rule.errorName(), ours("NoSuchRule"));
    const QDBusMessage odd =
        m_fixture.caller.call(QStringLiteral("Rule.Delete"), {}, Root + QStringLiteral("/rules/x"));
    QCOMPARE(odd.errorName(), ours("NoSuchRule"));
    QCOMPARE(m_fixture.manager.deeds, QStringList());
}

void TestObjectTree::badSettingsReachNobody()
{
    const QVariantMap bad {{QStringLiteral("queue"), 65536U}};
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Helpers.Add"), {QStringLiteral("sip"), bad}).errorName(),
        ours("InvalidArgument"));
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Helpers.Add"), {QStringLiteral("a/b"), settings()}).errorName(),
        ours("InvalidArgument"));
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Helper.Set"), {bad}, FtpPath).errorName(), ours("InvalidArgument"));
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Rules.Add"), {QVariantMap()}).errorName(), ours("InvalidArgument"));
    QCOMPARE(
        m_fixture.caller.call(QStringLiteral("Rules.Preview"), {QVariantMap()}).errorName(), ours("InvalidArgument"));
    QCOMPARE(m_fixture.manager.deeds, QStringList());
}

void TestObjectTree::everyErrorOfTheManagerKeepsItsName_data()
{
    QTest::addColumn<ErrorCode>("code");
    for (const ErrorCode code : {ErrorCode::Failed, ErrorCode::HelperExists, ErrorCode::HelperInUse,
             ErrorCode::HelperUnavailable, ErrorCode::KernelHelperLoaded, ErrorCode::InvalidRule,
             ErrorCode::UnsupportedByKernel, ErrorCode::LimitReached}) {
        QTest::addRow("%s", Wire::Bus::errorName(code).c_str()) << code;
    }
}

void TestObjectTree::everyErrorOfTheManagerKeepsItsName()
{
    QFETCH(ErrorCode, code);
    m_fixture.manager.failure = Error {code, "no, because; do this"};
    const QVariantMap rule {{QStringLiteral("helper"), Ftp}};
    const QList<QDBusMessage> replies {
        m_fixture.caller.call(QStringLiteral("Helpers.Add"), {QStringLiteral("sip"), settings()}),
        m_fixture.caller.call(QStringLiteral("Helpers.Flush"), {true}),
        m_fixture.caller.call(QStringLiteral("Helper.Enable"), {}, FtpPath),
        m_fixture.caller.call(QStringLiteral("Helper.Disable"), {}, FtpPath),
        m_fixture.caller.call(QStringLiteral("Helper.Set"), {settings()}, FtpPath),
        m_fixture.caller.call(QStringLiteral("Helper.Delete"), {false}, FtpPath),
        m_fixture.caller.call(QStringLiteral("Rules.Add"), {rule}),
        m_fixture.caller.call(QStringLiteral("Rules.Preview"), {rule}),
        m_fixture.caller.call(QStringLiteral("Manager.Apply"), {QStringLiteral("x = 1")}),
    };
    for (const QDBusMessage &reply : replies) {
        QCOMPARE(reply.errorName(), QString::fromStdString(Wire::Bus::errorName(code)));
        QCOMPARE(reply.errorMessage(), QStringLiteral("no, because; do this"));
    }
}

void TestObjectTree::addReturnsThePathOfTheHelper()
{
    const QDBusMessage reply =
        m_fixture.caller.call(QStringLiteral("Helpers.Add"), {QStringLiteral("netbios-ns"), settings()});
    QCOMPARE(
        reply.arguments().constFirst().value<QDBusObjectPath>().path(), Root + QStringLiteral("/helpers/netbios_2dns"));
}

void TestObjectTree::nestedSettingsComeThroughTheBus()
{
    const QVariantMap nested {
        {QStringLiteral("policies"), QVariant::fromValue(BusPolicies {{QStringLiteral("data"), 8, 300}})},
        {QStringLiteral("options"), QVariant::fromValue(BusOptions {{QStringLiteral("loose"), QStringLiteral("yes")}})},
        {QStringLiteral("l3"), QStringList {QStringLiteral("ipv6")}}};
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Helper.Set"), {nested}, FtpPath).type(), QDBusMessage::ReplyMessage);
    const HelperRequest &helper = m_fixture.manager.lastRequest;
    QVERIFY((helper.policies == std::vector {ExpectationPolicy {"data", 8, 300}}));
    QVERIFY((helper.options == std::vector {std::pair<std::string, std::string> {"loose", "yes"}}));
    QVERIFY((helper.l3 == std::vector {L3Protocol::Ipv6}));

    const QVariantMap rule {{QStringLiteral("helper"), Ftp},
        {QStringLiteral("ports"), QVariant::fromValue(BusPortRanges {{21, 21}, {2100, 2199}})}};
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Rules.Add"), {rule}).type(), QDBusMessage::ReplyMessage);
    QVERIFY((m_fixture.manager.lastRule.ports == std::vector {PortRange {21, 21}, PortRange {2100, 2199}}));

    const QVariantMap wrong {{QStringLiteral("helper"), Ftp},
        {QStringLiteral("ports"), QVariant::fromValue(BusPolicies {{QStringLiteral("data"), 8, 300}})}};
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Rules.Add"), {wrong}).errorName(), ours("InvalidArgument"));
}

void TestObjectTree::previewChangesNothing()
{
    const auto before = m_fixture.manager.rules().size();
    const QDBusMessage reply =
        m_fixture.caller.call(QStringLiteral("Rules.Preview"), {QVariantMap {{QStringLiteral("helper"), Ftp}}});
    QCOMPARE(reply.arguments(), (QVariantList {QStringLiteral("nft text"), QStringLiteral("iptables text")}));
    QCOMPARE(m_fixture.manager.rules().size(), before);
}

void TestObjectTree::tomlAtItsLimitIsTakenAndOneByteMoreIsNot()
{
    const QString longest = QStringLiteral("#").repeated(1024 * 1024);
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Manager.Apply"), {longest}).arguments(),
        QVariantList {QStringLiteral("1 helper")});
    m_fixture.manager.deeds.clear();
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Manager.Apply"), {longest + QLatin1Char('#')}).errorName(),
        ours("InvalidArgument"));
    QCOMPARE(m_fixture.manager.deeds, QStringList());
}

void TestObjectTree::callWithoutReplyIsCarriedOut()
{
    QDBusConnection silent = m_fixture.bus.connection();
    const QDBusMessage call = QDBusMessage::createMethodCall(QLatin1String(Wire::Bus::ServiceName), FtpPath,
        Interface.arg(QStringLiteral("Helper")), QStringLiteral("Enable"));
    QVERIFY(silent.send(call)); // QtDBus marks it as expecting no reply
    QTRY_COMPARE(m_fixture.manager.deeds, QStringList {QStringLiteral("enable ftp")});
    m_fixture.bus.disconnect(silent);
}

void TestObjectTree::everyCallGetsExactlyOneReply()
{
    // A question that is dropped unanswered must not leave its caller waiting.
    m_fixture.authorizer.waiting = true;
    const QDBusPendingCall dropped = m_fixture.caller.send(QStringLiteral("Helpers.Flush"), {true}, true);
    QTRY_COMPARE(m_fixture.authorizer.open.size(), 1);
    m_fixture.authorizer.open.clear();
    QTRY_VERIFY(dropped.isFinished());
    QCOMPARE(dropped.reply().errorName(), ours("Failed"));

    // An authorizer that answers twice must not send a second reply.
    const QDBusPendingCall twice = m_fixture.caller.send(QStringLiteral("Helpers.Flush"), {true}, true);
    QTRY_COMPARE(m_fixture.authorizer.open.size(), 1);
    const auto answer = m_fixture.authorizer.open.takeFirst().answer;
    m_fixture.authorizer.waiting = false;
    answer(Authorizer::Decision::Denied);
    answer(Authorizer::Decision::Denied);
    QTRY_VERIFY(twice.isFinished());
    QCOMPARE(twice.reply().errorName(), ours("NotAuthorized"));
    QCOMPARE(m_fixture.caller.call(QStringLiteral("Manager.Export")).type(), QDBusMessage::ReplyMessage);
}

void TestObjectTree::secondServiceIsToldThatTheNameIsTaken()
{
    QDBusConnection other = m_fixture.bus.connection();
    BackendService second(other, m_fixture.manager, m_fixture.watch, m_fixture.authorizer, {true, {}});
    const Status started = second.start();
    QVERIFY(!started);
    QVERIFY(started.error().text.find(Wire::Bus::ServiceName) != std::string::npos);
}

QTEST_GUILESS_MAIN(TestObjectTree)
#include "tst_objecttree.moc"
