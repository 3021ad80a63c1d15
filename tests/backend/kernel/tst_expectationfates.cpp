// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/kernel/expectationfates.h"

#include <QtTest>

using namespace Trackhand;
using namespace std::chrono_literals;

class TestExpectationFates : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aRemovalThenItsConnectionIsAMatch();
    void aConnectionThenItsRemovalIsOneMatch();
    void aConnectionOfAnotherMasterIsNoMatch();
    void onlyUnmaskedPartsOfTheSourceMustAgree_data();
    void onlyUnmaskedPartsOfTheSourceMustAgree();
    void noTimeLeftIsAnExpiry();
    void aMatchInTheLastSecondIsNoExpiry();
    void timeLeftIsARemoval();
    void theNextOfAFullClassEvicts();
    void theNextOfAClassWithRoomDoesNotEvict();
    void aLateNextOneDoesNotEvict();
    void withoutPoliciesNothingIsEvicted();
    void theSameAgainReplaces();
    void aPermanentOneMatchesTwiceAndThenExpires();
    void thoseThatAConnectionMayStillMatchAreCountedAsWaiting();
    void primedOnesAreNotNewButHaveAFate();
    void aDumpTellsWhatWasMissedAndNothingTwice();
    void anOverdueOneThatADumpNoLongerShowsIsExpired();
    void anOverdueOneThatADumpShowsGotMoreTime();
    void theTimerRunsOnlyWhileThereIsAnExpectation();

private:
    QString told();
    void create(std::uint16_t port) { m_fates.created(expectation(port), m_now, m_out); }
    void destroy(std::uint16_t port, std::uint32_t secondsLeft);
    void connect(std::uint16_t port) { m_fates.connected(flow(port), m_out); }
    void waitOut();

    static Tuple master();
    static ExpectationInfo expectation(std::uint16_t port);
    static FlowInfo flow(std::uint16_t port);

    ExpectationFates m_fates;
    ExpectationFates::Fates m_out;
    ExpectationFates::Time m_now;
};

Tuple TestExpectationFates::master()
{
    return {*IpAddress::parse("10.0.1.2"), *IpAddress::parse("10.0.2.2"), 40000, 21, L4Protocol::Tcp};
}

ExpectationInfo TestExpectationFates::expectation(std::uint16_t port)
{
    ExpectationInfo info;
    info.tuple = {*IpAddress::parse("10.0.2.2"), *IpAddress::parse("10.0.1.2"), 0, port, L4Protocol::Tcp};
    info.sourceMask = *IpAddress::parse("255.255.255.255");
    info.sourcePortMask = 0;
    info.master = master();
    info.helper = "ftp";
    info.timeoutSeconds = 300;
    return info;
}

FlowInfo TestExpectationFates::flow(std::uint16_t port)
{
    FlowInfo info;
    info.original = {*IpAddress::parse("10.0.2.2"), *IpAddress::parse("10.0.1.2"), 20, port, L4Protocol::Tcp};
    info.master = master();
    return info;
}

void TestExpectationFates::destroy(std::uint16_t port, std::uint32_t secondsLeft)
{
    auto info = expectation(port);
    info.timeoutSeconds = secondsLeft;
    m_fates.destroyed(info, m_now, m_out);
}

void TestExpectationFates::waitOut()
{
    m_now += ExpectationFates::Grace;
    m_fates.settle(m_now, m_out);
}

// What was said since the last time, as "new 5000, matched 5000".
QString TestExpectationFates::told()
{
    static const char *const names[] = {"", "new", "matched", "expired", "evicted", "removed", "updated"};
    QStringList words;
    for (const auto &fate : m_out) {
        words.append(QStringLiteral("%1 %2")
                         .arg(QLatin1String(names[static_cast<int>(fate.action)]))
                         .arg(fate.expectation.tuple.destinationPort));
    }
    m_out.clear();
    return words.join(QStringLiteral(", "));
}

void TestExpectationFates::init()
{
    m_fates = {};
    m_out.clear();
    m_now = ExpectationFates::Time(1h);
    m_fates.setPolicies("ftp", {{"ftp", 2, 300}});
}

void TestExpectationFates::aRemovalThenItsConnectionIsAMatch()
{
    create(5000);
    destroy(5000, 290);
    QCOMPARE(told(), QStringLiteral("new 5000"));
    connect(5000);
    waitOut();
    QCOMPARE(told(), QStringLiteral("matched 5000"));
}

void TestExpectationFates::aConnectionThenItsRemovalIsOneMatch()
{
    create(5000);
    connect(5000);
    destroy(5000, 290);
    waitOut();
    QCOMPARE(told(), QStringLiteral("new 5000, matched 5000"));
}

void TestExpectationFates::aConnectionOfAnotherMasterIsNoMatch()
{
    create(5000);
    auto other = flow(5000);
    other.master->sourcePort = 40001;
    m_fates.connected(other, m_out);
    QCOMPARE(told(), QStringLiteral("new 5000"));
}

void TestExpectationFates::onlyUnmaskedPartsOfTheSourceMustAgree_data()
{
    QTest::addColumn<QString>("mask");
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("matches");
    QTest::addRow("exact source") << "255.255.255.255"
                                  << "10.0.2.2" << true;
    QTest::addRow("other host, full mask") << "255.255.255.255"
                                           << "10.0.2.3" << false;
    QTest::addRow("other host of the network") << "255.255.255.0"
                                               << "10.0.2.3" << true;
    QTest::addRow("anybody") << "0.0.0.0"
                             << "192.0.2.1" << true;
}

void TestExpectationFates::onlyUnmaskedPartsOfTheSourceMustAgree()
{
    QFETCH(QString, mask);
    QFETCH(QString, source);
    QFETCH(bool, matches);
    auto info = expectation(5000);
    info.sourceMask = *IpAddress::parse(mask.toStdString());
    m_fates.created(info, m_now, m_out);
    auto connection = flow(5000);
    connection.original.source = *IpAddress::parse(source.toStdString());
    m_fates.connected(connection, m_out);
    QCOMPARE(told(), matches ? QStringLiteral("new 5000, matched 5000") : QStringLiteral("new 5000"));
}

void TestExpectationFates::noTimeLeftIsAnExpiry()
{
    create(5000);
    m_now += 300s;
    destroy(5000, 0);
    waitOut();
    QCOMPARE(told(), QStringLiteral("new 5000, expired 5000"));
}

void TestExpectationFates::aMatchInTheLastSecondIsNoExpiry()
{
    create(5000);
    m_now += 299500ms;
    destroy(5000, 0);
    connect(5000);
    waitOut();
    QCOMPARE(told(), QStringLiteral("new 5000, matched 5000"));
}

void TestExpectationFates::timeLeftIsARemoval()
{
    create(5000);
    destroy(5000, 100);
    waitOut();
    QCOMPARE(told(), QStringLiteral("new 5000, removed 5000"));
}

void TestExpectationFates::theNextOfAFullClassEvicts()
{
    create(5000);
    create(5001);
    destroy(5000, 299);
    create(5002);
    QCOMPARE(told(), QStringLiteral("new 5000, new 5001, evicted 5000, new 5002"));
    waitOut();
    QCOMPARE(told(), QString());
}

void TestExpectationFates::theNextOfAClassWithRoomDoesNotEvict()
{
    create(5000);
    destroy(5000, 299);
    create(5001);
    waitOut();
    QCOMPARE(told(), QStringLiteral("new 5000, new 5001, removed 5000"));
}

void TestExpectationFates::aLateNextOneDoesNotEvict()
{
    create(5000);
    create(5001);
    destroy(5000, 299);
    m_now += ExpectationFates::EvictionWindow + 1ms;
    create(5002);
    waitOut();
    QCOMPARE(told(), QStringLiteral("new 5000, new 5001, new 5002, removed 5000"));
}

void TestExpectationFates::withoutPoliciesNothingIsEvicted()
{
    m_fates = {};
    create(5000);
    destroy(5000, 299);
    create(5001);
    waitOut();
    QCOMPARE(told(), QStringLiteral("new 5000, new 5001, removed 5000"));
}

void TestExpectationFates::theSameAgainReplaces()
{
    create(5000);
    destroy(5000, 200);
    create(5000);
    QCOMPARE(told(), QStringLiteral("new 5000, removed 5000, new 5000"));
    QCOMPARE(m_fates.liveCount(), std::size_t(1));
}

void TestExpectationFates::aPermanentOneMatchesTwiceAndThenExpires()
{
    auto info = expectation(5000);
    info.flags = ExpectationInfo::PermanentFlag;
    m_fates.created(info, m_now, m_out);
    connect(5000);
    connect(5000);
    info.timeoutSeconds = 0;
    m_fates.destroyed(info, m_now, m_out);
    QCOMPARE(told(), QStringLiteral("new 5000, matched 5000, matched 5000, expired 5000"));
}

void TestExpectationFates::thoseThatAConnectionMayStillMatchAreCountedAsWaiting()
{
    const std::string helper = expectation(5000).helper;
    create(5000);
    create(5001);
    QCOMPARE(m_fates.waitingCount(helper), std::size_t(2));
    QCOMPARE(m_fates.waitingCount("another"), std::size_t(0));
    connect(5000); // the kernel has not reported its removal yet
    QCOMPARE(m_fates.waitingCount(helper), std::size_t(1));
    destroy(5001, 200);
    QCOMPARE(m_fates.waitingCount(helper), std::size_t(0));
    auto info = expectation(5002);
    info.flags = ExpectationInfo::PermanentFlag;
    m_fates.created(info, m_now, m_out);
    connect(5002);
    QCOMPARE(m_fates.waitingCount(helper), std::size_t(1));
}

void TestExpectationFates::primedOnesAreNotNewButHaveAFate()
{
    m_fates.prime({expectation(5000)}, m_now);
    create(5000); // its event was already under way
    QCOMPARE(told(), QString());
    connect(5000);
    QCOMPARE(told(), QStringLiteral("matched 5000"));
}

void TestExpectationFates::aDumpTellsWhatWasMissedAndNothingTwice()
{
    create(5000);
    create(5001);
    create(5002);
    connect(5002);
    told();
    m_now += 10s;
    m_fates.resync({expectation(5001), expectation(5003)}, m_now, m_out);
    QCOMPARE(told(), QStringLiteral("removed 5000, new 5003"));
    destroy(5000, 290);
    create(5003);
    waitOut();
    QCOMPARE(told(), QString());
    m_now += 290s;
    m_fates.resync({}, m_now, m_out);
    QCOMPARE(told(), QStringLiteral("expired 5001, removed 5003"));
}

void TestExpectationFates::anOverdueOneThatADumpNoLongerShowsIsExpired()
{
    create(5000);
    m_now += 100s;
    create(5001);
    QVERIFY(!m_fates.expiryDue(m_now));
    m_now += 202s;
    QVERIFY(m_fates.expiryDue(m_now));
    m_fates.expire({expectation(5001)}, m_now, m_out);
    QCOMPARE(told(), QStringLiteral("new 5000, new 5001, expired 5000"));
    QVERIFY(!m_fates.expiryDue(m_now));
    destroy(5000, 0); // the kernel tidies up at last
    waitOut();
    QCOMPARE(told(), QString());
}

void TestExpectationFates::anOverdueOneThatADumpShowsGotMoreTime()
{
    create(5000);
    m_now += 302s;
    m_fates.expire({expectation(5000)}, m_now, m_out);
    QVERIFY(!m_fates.expiryDue(m_now + 299s));
    connect(5000);
    QCOMPARE(told(), QStringLiteral("new 5000, matched 5000"));
}

void TestExpectationFates::theTimerRunsOnlyWhileThereIsAnExpectation()
{
    QVERIFY(!m_fates.nextDeadline());
    create(5000);
    QVERIFY(m_fates.nextDeadline() == m_now + 301s);
    destroy(5000, 100);
    QVERIFY(m_fates.nextDeadline() == m_now + ExpectationFates::Grace);
    m_fates.settle(m_now + ExpectationFates::Grace - 1ms, m_out);
    QCOMPARE(told(), QStringLiteral("new 5000"));
    waitOut();
    QVERIFY(!m_fates.expiryDue(m_now + 301s));
    QVERIFY(!m_fates.nextDeadline());
}

QTEST_GUILESS_MAIN(TestExpectationFates)
#include "tst_expectationfates.moc"
