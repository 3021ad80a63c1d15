// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/service/servicefixture.h"

#include "backend/service/bustypes.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Trackhand;

namespace {

const auto Ftp = QStringLiteral("ftp");
const auto FtpPath = Root + QStringLiteral("/helpers/ftp");
const auto Changed = QStringLiteral("PropertiesChanged");

QVariantMap changesIn(const QDBusMessage &signal)
{
    return qdbus_cast<QVariantMap>(signal.arguments().at(1).value<QDBusArgument>());
}

qulonglong packetsIn(const QDBusMessage &signal)
{
    const QVariant counters = changesIn(signal).value(QStringLiteral("Counters"));
    return qdbus_cast<BusCounters>(counters.value<QDBusArgument>()).value(QStringLiteral("packets"));
}

} // namespace

/// The signals that tell of what appears, goes and changes.
class TestChanges : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void newHelperIsAnnouncedWithItsProperties();
    void removedHelperIsAnnounced();
    void rulesAreAnnouncedToo();
    void onlyWhatChangedIsSaid();
    void nothingIsSaidWhenNothingChanged();
    void countersAreSaidAtMostOnceASecond();
    void latenciesAreSaidByBucketTogetherWithTheCounters();
    void stateIsSaidAtOnceWhileCountersWait();
    void lateListenerGetsTheCountersThatWaited();
    void ruleCountersAreSaid();
    void aChangedRuleIsSaidUnderItsPath();
    void incidentIsSaid();
    void whoNeverAskedHearsNothing();
    void theManagerIsToldWhetherAnybodyListens();
    void whoIsShownTheStateIsShownItAsItIsNow();

private:
    QList<QDBusMessage> heard(const QString &signal) const { return m_fixture->caller.signalsNamed(signal); }

    std::unique_ptr<ServiceFixture> m_fixture;
};

void TestChanges::init()
{
    m_fixture = std::make_unique<ServiceFixture>();
    QVERIFY(m_fixture->started.ok());
    QVERIFY(m_fixture->manager.add("ftp", {}).ok());
    QVERIFY(m_fixture->manager.addRule({"ftp", {}, {}, {}, true, true, {}, {}, {}, {}}).ok());
    QCOMPARE(m_fixture->caller.getManagedObjects().type(), QDBusMessage::ReplyMessage);
}

void TestChanges::newHelperIsAnnouncedWithItsProperties()
{
    QVERIFY(m_fixture->manager.add("netbios-ns", {}).ok());
    QTRY_COMPARE(heard(QStringLiteral("InterfacesAdded")).size(), 1);
    const QDBusMessage signal = heard(QStringLiteral("InterfacesAdded")).constFirst();
    QCOMPARE(signal.signature(), QStringLiteral("oa{sa{sv}}"));
    QCOMPARE(signal.path(), Root);
    QCOMPARE(signal.arguments().at(0).value<QDBusObjectPath>().path(), Root + QStringLiteral("/helpers/netbios_2dns"));
    const auto interfaces = qdbus_cast<BusInterfaces>(signal.arguments().at(1).value<QDBusArgument>());
    QCOMPARE(interfaces.value(Interface.arg(QStringLiteral("Helper"))).value(QStringLiteral("Name")).toString(),
        QStringLiteral("netbios-ns"));
}

void TestChanges::removedHelperIsAnnounced()
{
    QVERIFY(m_fixture->manager.remove("ftp", true).ok());
    QTRY_COMPARE(heard(QStringLiteral("InterfacesRemoved")).size(), 1);
    const QDBusMessage signal = heard(QStringLiteral("InterfacesRemoved")).constFirst();
    QCOMPARE(signal.signature(), QStringLiteral("oas"));
    QCOMPARE(signal.arguments().at(0).value<QDBusObjectPath>().path(), FtpPath);
    QCOMPARE(signal.arguments().at(1).toStringList(), QStringList {Interface.arg(QStringLiteral("Helper"))});
}

void TestChanges::rulesAreAnnouncedToo()
{
    QVERIFY(m_fixture->manager.addRule({"ftp", {}, {}, {}, true, true, {}, {}, {}, {}}).ok());
    QVERIFY(m_fixture->manager.removeRule(RuleId(1)).ok());
    QTRY_COMPARE(heard(QStringLiteral("InterfacesRemoved")).size(), 1);
    QCOMPARE(heard(QStringLiteral("InterfacesAdded")).constFirst().arguments().at(0).value<QDBusObjectPath>().path(),
        Root + QStringLiteral("/rules/2"));
    QCOMPARE(heard(QStringLiteral("InterfacesRemoved")).constFirst().arguments().at(0).value<QDBusObjectPath>().path(),
        Root + QStringLiteral("/rules/1"));
}

void TestChanges::onlyWhatChangedIsSaid()
{
    m_fixture->manager.helper("ftp").state = HelperState::Failed;
    m_fixture->manager.helper("ftp").problem = "it fell over; look after it";
    emit m_fixture->manager.helperChanged("ftp");
    QTRY_COMPARE(heard(Changed).size(), 1);
    const QDBusMessage signal = heard(Changed).constFirst();
    QCOMPARE(signal.signature(), QStringLiteral("sa{sv}as"));
    QCOMPARE(signal.path(), FtpPath);
    QCOMPARE(signal.arguments().at(0).toString(), Interface.arg(QStringLiteral("Helper")));
    QCOMPARE(changesIn(signal),
        (QVariantMap {{QStringLiteral("State"), QStringLiteral("failed")},
            {QStringLiteral("Problem"), QStringLiteral("it fell over; look after it")}}));
}

void TestChanges::nothingIsSaidWhenNothingChanged()
{
    emit m_fixture->manager.helperChanged("ftp");
    emit m_fixture->manager.ruleChanged(RuleId(1));
    emit m_fixture->manager.helperChanged("nobody");
    m_fixture->manager.happened({Incident::Severity::Info, "ftp", "marker", 1});
    QTRY_COMPARE(heard(QStringLiteral("Incident")).size(), 1);
    QCOMPARE(heard(Changed).size(), 0);
}

void TestChanges::countersAreSaidAtMostOnceASecond()
{
    QElapsedTimer since;
    since.start();
    for (std::uint64_t packets = 1; packets <= 50; ++packets) {
        m_fixture->manager.helper("ftp").counters.packets = packets;
        emit m_fixture->manager.helperChanged("ftp");
    }
    QTRY_COMPARE(heard(Changed).size(), 1);
    QCOMPARE(packetsIn(heard(Changed).constFirst()), 1ULL);
    QTRY_COMPARE(heard(Changed).size(), 2);
    QVERIFY2(since.elapsed() >= Announcer::CounterIntervalMs - 50, qPrintable(QString::number(since.elapsed())));
    QCOMPARE(packetsIn(heard(Changed).constLast()), 50ULL);
}

void TestChanges::latenciesAreSaidByBucketTogetherWithTheCounters()
{
    HelperStatus &helper = m_fixture->manager.helper("ftp");
    helper.counters.packets = 3;
    helper.counters.latencies[61] = 2;
    helper.counters.latencies[159] = 1;
    emit m_fixture->manager.helperChanged("ftp");
    QTRY_COMPARE(heard(Changed).size(), 1);
    QCOMPARE(packetsIn(heard(Changed).constFirst()), 3ULL);
    const QVariant latencies = changesIn(heard(Changed).constFirst()).value(QStringLiteral("Latencies"));
    QCOMPARE(qdbus_cast<BusLatencies>(latencies.value<QDBusArgument>()), (BusLatencies {{61, 2}, {159, 1}}));
}

void TestChanges::stateIsSaidAtOnceWhileCountersWait()
{
    HelperStatus &helper = m_fixture->manager.helper("ftp");
    helper.counters.packets = 1;
    emit m_fixture->manager.helperChanged("ftp");
    helper.counters.packets = 2;
    helper.state = HelperState::Running;
    emit m_fixture->manager.helperChanged("ftp");
    QTRY_COMPARE(heard(Changed).size(), 2);
    QCOMPARE(changesIn(heard(Changed).at(1)).keys(), QStringList {QStringLiteral("State")});
    QTRY_COMPARE(heard(Changed).size(), 3);
    QCOMPARE(packetsIn(heard(Changed).at(2)), 2ULL);
}

void TestChanges::lateListenerGetsTheCountersThatWaited()
{
    HelperStatus &helper = m_fixture->manager.helper("ftp");
    helper.counters.packets = 1;
    emit m_fixture->manager.helperChanged("ftp");
    helper.counters.packets = 2;
    emit m_fixture->manager.helperChanged("ftp");
    Caller late(m_fixture->bus);
    late.getManagedObjects(); // sees 2
    helper.counters.packets = 1;
    QTRY_COMPARE(late.signalsNamed(Changed).size(), 1);
    QCOMPARE(packetsIn(late.signalsNamed(Changed).constFirst()), 1ULL);
}

void TestChanges::ruleCountersAreSaid()
{
    m_fixture->manager.rule(RuleId(1)).counters = {5, 300};
    emit m_fixture->manager.ruleChanged(RuleId(1));
    QTRY_COMPARE(heard(Changed).size(), 1);
    QCOMPARE(changesIn(heard(Changed).constFirst()),
        (QVariantMap {{QStringLiteral("Packets"), 5ULL}, {QStringLiteral("Bytes"), 300ULL}}));
}

void TestChanges::aChangedRuleIsSaidUnderItsPath()
{
    const QString path = Root + QStringLiteral("/rules/1");
    const QVariantMap rule {{QStringLiteral("helper"), QStringLiteral("sip")}};
    QCOMPARE(m_fixture->caller.call(QStringLiteral("Rule.Change"), {rule}, path).type(), QDBusMessage::ReplyMessage);
    QCOMPARE(m_fixture->manager.deeds.constLast(), QStringLiteral("change rule 1"));
    QTRY_COMPARE(heard(Changed).size(), 1);
    QCOMPARE(heard(Changed).constFirst().path(), path);
    QCOMPARE(changesIn(heard(Changed).constFirst()), (QVariantMap {{QStringLiteral("Helper"), QStringLiteral("sip")}}));

    const QVariantMap wrong {{QStringLiteral("helper"), QStringLiteral("sip")}, {QStringLiteral("colour"), 1U}};
    QCOMPARE(m_fixture->caller.call(QStringLiteral("Rule.Change"), {wrong}, path).errorName(),
        QStringLiteral("org.trackhand.Error.InvalidArgument"));
    QCOMPARE(
        m_fixture->caller.call(QStringLiteral("Rule.Change"), {rule}, Root + QStringLiteral("/rules/9")).errorName(),
        QStringLiteral("org.trackhand.Error.NoSuchRule"));
    QCOMPARE(m_fixture->manager.deeds.count(QStringLiteral("change rule 1")), 1);
}

void TestChanges::incidentIsSaid()
{
    m_fixture->manager.happened({Incident::Severity::Attention, "ftp", "its process died; it runs again", 42});
    QTRY_COMPARE(heard(QStringLiteral("Incident")).size(), 1);
    const QDBusMessage signal = heard(QStringLiteral("Incident")).constFirst();
    QCOMPARE(signal.signature(), QStringLiteral("a{sv}"));
    const auto incident = qdbus_cast<QVariantMap>(signal.arguments().constFirst().value<QDBusArgument>());
    QCOMPARE(incident,
        (QVariantMap {{QStringLiteral("severity"), QStringLiteral("attention")},
            {QStringLiteral("helper"), QStringLiteral("ftp")},
            {QStringLiteral("text"), QStringLiteral("its process died; it runs again")},
            {QStringLiteral("time"), 42ULL}, {QStringLiteral("rules"), false},
            {QStringLiteral("evidence"), QString()}}));
}

void TestChanges::whoNeverAskedHearsNothing()
{
    Caller stranger(m_fixture->bus);
    m_fixture->manager.happened({Incident::Severity::Info, "ftp", "marker", 1});
    QTRY_COMPARE(heard(QStringLiteral("Incident")).size(), 1);
    stranger.call(QStringLiteral("Manager.Export")); // its reply comes after anything sent to it before
    QCOMPARE(stranger.signalsNamed(QStringLiteral("Incident")).size(), 0);
}

void TestChanges::theManagerIsToldWhetherAnybodyListens()
{
    ServiceFixture fixture;
    QVERIFY(!fixture.manager.watched);
    QCOMPARE(fixture.caller.getManagedObjects().type(), QDBusMessage::ReplyMessage);
    QVERIFY(fixture.manager.watched);
    fixture.caller.leave();
    QTRY_VERIFY(!fixture.manager.watched);
}

void TestChanges::whoIsShownTheStateIsShownItAsItIsNow()
{
    const unsigned before = m_fixture->manager.refreshed;
    QCOMPARE(m_fixture->caller.getManagedObjects().type(), QDBusMessage::ReplyMessage);
    QCOMPARE(m_fixture->manager.refreshed, before + 1);
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
