// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/backend/service/servicefixture.h"

#include "backend/service/bustypes.h"
#include "wire/ring/eventring.h"

#include <QDBusUnixFileDescriptor>
#include <QTest>

#include <array>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

using namespace Trackhand;

namespace {

const auto OpenEvents = QStringLiteral("Traffic.OpenEvents");
const auto OpenPayloads = QStringLiteral("Traffic.OpenPayloads");
const auto Packets = QStringLiteral("packets");

Fd descriptorOf(const QDBusMessage &reply)
{
    if (reply.signature() != QLatin1String("h")) {
        return {};
    }
    return Fd(::dup(reply.arguments().constFirst().value<QDBusUnixFileDescriptor>().fileDescriptor()));
}

} // namespace

/// The rings that the service hands out.
class TestTraffic : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void ringsCanBeReadAndNotWritten_data();
    void ringsCanBeReadAndNotWritten();
    void unknownKindIsRefusedByName();
    void ringsAreLimitedForEachCallerAlone();
    void callerWhoLeftIsForgotten();
    void payloadObserversAreCountedUntilTheyLeave();
    void recordsTravelWhole();
    void othersAreAnsweredWhileTheKernelTellsItsFlows();
    void callersWhoWaitForTheSameListShareIt();

private:
    std::unique_ptr<ServiceFixture> m_fixture;
};

void TestTraffic::init()
{
    m_fixture = std::make_unique<ServiceFixture>();
    QVERIFY(m_fixture->started.ok());
}

void TestTraffic::ringsCanBeReadAndNotWritten_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QVariantList>("arguments");
    QTest::addRow("packets") << OpenEvents << QVariantList {Packets};
    QTest::addRow("expectations") << OpenEvents << QVariantList {QStringLiteral("expectations")};
    QTest::addRow("payloads") << OpenPayloads << QVariantList();
}

void TestTraffic::ringsCanBeReadAndNotWritten()
{
    QFETCH(QString, call);
    QFETCH(QVariantList, arguments);
    const Fd ring = descriptorOf(m_fixture->caller.call(call, arguments));
    QVERIFY(ring.valid());
    QCOMPARE(::fcntl(ring.get(), F_GETFL) & O_ACCMODE, O_RDONLY);
    std::array<char, 8> magic {};
    QCOMPARE(::pread(ring.get(), magic.data(), magic.size(), 0), ssize_t(magic.size()));
    QVERIFY(std::strncmp(magic.data(), "TH", 2) == 0);
    QCOMPARE(::pwrite(ring.get(), magic.data(), magic.size(), 0), ssize_t(-1));
    QCOMPARE(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, ring.get(), 0), MAP_FAILED);
    QVERIFY(::ftruncate(ring.get(), 0) != 0);

    // Not even by opening it anew, which a root reader's permissions would allow.
    const std::string path = "/proc/self/fd/" + std::to_string(ring.get());
    const Fd reopened(::open(path.c_str(), O_RDWR | O_CLOEXEC));
    if (reopened.valid()) {
        QCOMPARE(::pwrite(reopened.get(), magic.data(), magic.size(), 0), ssize_t(-1));
        QCOMPARE(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, reopened.get(), 0), MAP_FAILED);
    }
}

void TestTraffic::unknownKindIsRefusedByName()
{
    const QDBusMessage reply = m_fixture->caller.call(OpenEvents, {QStringLiteral("dreams")});
    QCOMPARE(reply.errorName(), QStringLiteral("org.trackhand.Error.InvalidArgument"));
    QVERIFY(reply.errorMessage().contains(QStringLiteral("dreams")));
}

void TestTraffic::ringsAreLimitedForEachCallerAlone()
{
    for (int i = 0; i < TrafficInterface::MaxRingsPerCaller; ++i) {
        QVERIFY(descriptorOf(m_fixture->caller.call(OpenEvents, {Packets})).valid());
    }
    QCOMPARE(
        m_fixture->caller.call(OpenEvents, {Packets}).errorName(), QStringLiteral("org.trackhand.Error.LimitReached"));
    QCOMPARE(m_fixture->caller.call(OpenPayloads).errorName(), QStringLiteral("org.trackhand.Error.LimitReached"));
    QCOMPARE(m_fixture->manager.payloadObservers, 0U);
    Caller other(m_fixture->bus);
    QVERIFY(descriptorOf(other.call(OpenEvents, {Packets})).valid());
}

void TestTraffic::callerWhoLeftIsForgotten()
{
    Caller leaving(m_fixture->bus);
    const QString name = leaving.name();
    QVERIFY(descriptorOf(leaving.call(OpenPayloads)).valid());
    QCOMPARE(m_fixture->manager.payloadObservers, 1U);
    leaving.leave();
    QTRY_COMPARE(m_fixture->manager.payloadObservers, 0U);
    QVERIFY(m_fixture->authorizer.left.contains(name));
}

void TestTraffic::payloadObserversAreCountedUntilTheyLeave()
{
    m_fixture->caller.call(OpenEvents, {Packets});
    QCOMPARE(m_fixture->manager.payloadObservers, 0U);
    m_fixture->caller.call(OpenPayloads);
    m_fixture->caller.call(OpenPayloads);
    QCOMPARE(m_fixture->manager.payloadObservers, 1U);
    Caller second(m_fixture->bus);
    second.call(OpenPayloads);
    QCOMPARE(m_fixture->manager.payloadObservers, 2U);
    second.leave();
    QTRY_COMPARE(m_fixture->manager.payloadObservers, 1U);
}

void TestTraffic::recordsTravelWhole()
{
    m_fixture->watch.expected.resize(3);
    m_fixture->watch.expected.at(2).sequence = 0x1122334455667788;
    const QDBusMessage reply = m_fixture->caller.call(QStringLiteral("Traffic.ListExpectations"));
    const auto records = qdbus_cast<BusRecords>(reply.arguments().constFirst().value<QDBusArgument>());
    QCOMPARE(records.size(), 3);
    EventRecord last;
    QCOMPARE(records.at(2).size(), qsizetype(sizeof last));
    std::memcpy(&last, records.at(2).constData(), sizeof last);
    QCOMPARE(last.sequence, std::uint64_t(0x1122334455667788));
    const QDBusMessage flows = m_fixture->caller.call(QStringLiteral("Traffic.ListFlows"));
    QCOMPARE(qdbus_cast<BusRecords>(flows.arguments().constFirst().value<QDBusArgument>()).size(), 0);
}

void TestTraffic::othersAreAnsweredWhileTheKernelTellsItsFlows()
{
    FakeConntrackWatch &watch = m_fixture->watch;
    watch.flowing.resize(2);
    std::unique_lock kernel(watch.slow);
    const QDBusPendingCall flows = m_fixture->caller.send(QStringLiteral("Traffic.ListFlows"), {}, false);
    QTRY_COMPARE(watch.flowLists.load(), 1);
    QCOMPARE(m_fixture->caller.getManagedObjects().type(), QDBusMessage::ReplyMessage);
    QVERIFY(!flows.isFinished());
    kernel.unlock();
    QTRY_VERIFY(flows.isFinished());
    const QDBusMessage reply = flows.reply();
    QCOMPARE(qdbus_cast<BusRecords>(reply.arguments().constFirst().value<QDBusArgument>()).size(), 2);
}

void TestTraffic::callersWhoWaitForTheSameListShareIt()
{
    FakeConntrackWatch &watch = m_fixture->watch;
    std::unique_lock kernel(watch.slow);
    QList<QDBusPendingCall> calls;
    for (int i = 0; i < 20; ++i) {
        calls.append(m_fixture->caller.send(QStringLiteral("Traffic.ListFlows"), {}, false));
    }
    QCOMPARE(m_fixture->caller.getManagedObjects().type(), QDBusMessage::ReplyMessage); // all have come by now
    kernel.unlock();
    for (const QDBusPendingCall &call : calls) {
        QTRY_VERIFY(call.isFinished());
        QVERIFY(!call.isError());
    }
    QCOMPARE(watch.flowLists.load(), 2); // the one that was being read already, and one for all the others
}

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
