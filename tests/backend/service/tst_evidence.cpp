// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/service/bustypes.h"
#include "tests/backend/service/servicefixture.h"
#include "wire/dbus/interfaces.h"
#include "wire/dbus/names.h"

#include <QTest>

using namespace Trackhand;

namespace {

const auto Id = QStringLiteral("ftp-20260102T030405.006Z");

} // namespace

/// What helper processes had before them when they ended, as the bus has it.
class TestEvidence : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_fixture;

    QDBusMessage call(const char *method, const QVariantList &arguments = {})
    {
        return m_fixture->caller.call(QStringLiteral("Evidence.%1").arg(QLatin1String(method)), arguments);
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<ServiceFixture>();
        QVERIFY(m_fixture->started.ok());
    }

    void theListSaysWhoAndWhy()
    {
        m_fixture->manager.keptEvidence = {{Id.toStdString(), "ftp", 7'000'000'000, "ended by SEGV", 3, 1200, true}};
        const QDBusMessage reply = call("List");
        const auto list = qdbus_cast<BusMaps>(reply.arguments().constFirst().value<QDBusArgument>());
        QCOMPARE(list.size(), 1);
        const QVariantMap expected {{QStringLiteral("id"), Id}, {QStringLiteral("helper"), QStringLiteral("ftp")},
            {QStringLiteral("time"), 7'000'000'000ULL}, {QStringLiteral("reason"), QStringLiteral("ended by SEGV")},
            {QStringLiteral("packets"), 3U}, {QStringLiteral("bytes"), 1200ULL}, {QStringLiteral("in_hand"), true}};
        QCOMPARE(list.first(), expected);
    }

    void readingGivesTheBytesAsTheyAre()
    {
        QCOMPARE(call("Read", {Id}).arguments(), QVariantList {QByteArray("\0\xff", 2) + Id.toLatin1()});
    }

    void removingIsADeed()
    {
        QVERIFY(call("Remove", {Id}).errorName().isEmpty());
        QCOMPARE(m_fixture->manager.deeds, QStringList {QStringLiteral("remove evidence ") + Id});
    }

    void aDeedThatFailsIsAnError()
    {
        m_fixture->manager.failure = Error {ErrorCode::InvalidArgument, "that is no id"};
        for (const char *method : {"Read", "Remove"}) {
            const QDBusMessage reply = call(method, {QStringLiteral("../x")});
            QCOMPARE(reply.errorName(), QStringLiteral("org.trackhand.Error.InvalidArgument"));
            QCOMPARE(reply.errorMessage(), QStringLiteral("that is no id"));
        }
    }

    void bytesAreARightOfTheirOwn()
    {
        const auto methods = Wire::Bus::interfaces().value(QLatin1String(Wire::Bus::EvidenceInterface)).methods;
        QCOMPARE(methods.value(QStringLiteral("List")).actions,
            QList {QString(QLatin1String(Wire::Bus::ActionTrafficObserve))});
        QCOMPARE(methods.value(QStringLiteral("Read")).actions,
            QList {QString(QLatin1String(Wire::Bus::ActionPayloadObserve))});
        QCOMPARE(methods.value(QStringLiteral("Remove")).actions,
            QList {QString(QLatin1String(Wire::Bus::ActionHelpersManage))});
    }

    void anIncidentNamesWhatWasKeptOfIt()
    {
        QVERIFY(!m_fixture->caller.getManagedObjects().arguments().isEmpty()); // which makes it a listener
        m_fixture->manager.happened({Incident::Severity::Attention, "ftp", "restarted", 1, false, Id.toStdString()});
        QTRY_COMPARE(m_fixture->caller.signalsNamed(QStringLiteral("Incident")).size(), 1);
        const auto map = qdbus_cast<QVariantMap>(m_fixture->caller.signalsNamed(QStringLiteral("Incident"))
                                                     .first()
                                                     .arguments()
                                                     .constFirst()
                                                     .value<QDBusArgument>());
        QCOMPARE(map.value(QStringLiteral("evidence")).toString(), Id);
    }
};

QTEST_GUILESS_MAIN(TestEvidence)
#include "tst_evidence.moc"
