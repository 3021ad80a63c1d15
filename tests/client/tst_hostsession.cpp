// SPDX-FileCopyrightText: 2026 Trackhand authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/session/hostsession.h"
#include "tests/client/fakebackend.h"
#include "tests/client/modeltext.h"
#include "tests/client/sampleevents.h"
#include "tests/shared/privatebus.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <memory>

using namespace Trackhand;

/// What a session knows of a backend whose events begin late, stop, or come again.
class TestHostSession : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_bus = std::make_unique<PrivateBus>();
        QVERIFY(!m_bus->address().isEmpty());
        m_backend = std::make_unique<FakeBackend>(m_bus->address());
        m_session = std::make_unique<HostSession>(HostAddress(), QString(), m_bus->address());
    }

    void cleanup()
    {
        m_session.reset();
        m_backend.reset();
        m_bus.reset();
    }

    void askingAgainForRefusedEventsShowsTheOthersOnce()
    {
        m_backend->failNext("OpenEvents", ErrorCode::NotAuthorized, "you may not observe packets");
        m_backend->write(Samples::ftpPacket());
        playTransfer();
        open();
        QTRY_COMPARE(flows(), wholeTransfer());
        QCOMPARE(expectations(), 1);
        m_session->retryTraffic();
        QTRY_COMPARE(m_session->packetModel()->rowCount(), 1);
        settle();
        QCOMPARE(expectations(), 1);
        QCOMPARE(flows(), wholeTransfer());
    }

    void impatienceOpensNoRingTwice()
    {
        open();
        QTRY_COMPARE(calls("ListExpectations"), 1);
        const int before = calls("OpenEvents");
        m_session->retryTraffic();
        m_session->retryTraffic();
        settle();
        QCOMPARE(calls("OpenEvents"), before);
    }

    void aBackendThatWasAwayShowsNothingTwice()
    {
        m_backend->write(Samples::ftpPacket());
        playTransfer();
        open();
        QTRY_COMPARE(m_session->packetModel()->rowCount(), 1);
        QTRY_COMPARE(flows(), wholeTransfer());
        m_backend->vanish();
        QTRY_VERIFY(!m_session->isReady());
        m_backend->write(Samples::ftpPacket());
        QVERIFY(m_backend->appear());
        QTRY_COMPARE(m_session->packetModel()->rowCount(), 2);
        settle();
        QCOMPARE(m_session->packetModel()->rowCount(), 2);
        QCOMPARE(expectations(), 1);
        QCOMPARE(flows(), wholeTransfer());
    }

    void whatWasListedBeforeTheEventsBeganKeepsItsPlace()
    {
        m_session->setVisible(false); // so that nobody reads events yet
        playTransfer();
        open();
        QTRY_COMPARE(m_session->flowModel()->live(), 2);
        m_session->setVisible(true);
        QTRY_COMPARE(flows(), wholeTransfer());
    }

    void aQuestionThatAPersonIsAnsweringSurvivesTheEventsBeginning()
    {
        m_backend->setFlows({Samples::ftpFlow(EventAction::New)});
        m_backend->failNext("OpenEvents", ErrorCode::NotAuthorized, "you may not observe packets");
        open();
        QTRY_COMPARE(m_session->flowModel()->live(), 1);
        m_backend->hold("ListFlows");
        m_session->flowList()->ask();
        QTRY_COMPARE(calls("ListFlows"), 2);
        m_backend->setFlows({Samples::ftpFlow(EventAction::New), Samples::ftpDataFlow(EventAction::New)});
        m_session->flowList()->startAnew();
        m_backend->release();
        QTRY_COMPARE(m_session->flowModel()->live(), 2);
        QCOMPARE(calls("ListFlows"), 2);
    }

    void aRefusedListIsAskedForAnewOnceTheEventsMayBeSeen()
    {
        m_backend->setFlows({Samples::ftpFlow(EventAction::New)});
        m_backend->failNext("ListFlows", ErrorCode::NotAuthorized, "this needs a password");
        open();
        QTRY_VERIFY(m_session->flowList()->isRefused());
        m_session->flowList()->startAnew();
        QTRY_COMPARE(m_session->flowModel()->live(), 1);
        QVERIFY(!m_session->flowList()->isRefused());
    }

    void whatIsLostWhileAListIsOnItsWayIsAskedForAfterIt()
    {
        m_backend->hold("ListExpectations");
        open();
        QTRY_COMPARE(calls("ListExpectations"), 1);
        m_session->setVisible(false);
        m_backend->write(Samples::ftpExpectation(EventAction::New)); // will be overwritten unread
        for (int i = 0; i < 70'000; ++i) { // more than the ring holds
            m_backend->write(Samples::ftpFlow(EventAction::Updated));
        }
        m_session->setVisible(true);
        QTRY_VERIFY(m_session->expectationModel()->lost() > 0);
        m_backend->release(); // with the list as it was before
        m_backend->addExpectation(Samples::ftpExpectation(EventAction::New));
        QTRY_COMPARE(m_session->expectationModel()->waiting(), 1);
    }

private:
    void open()
    {
        QVERIFY(m_backend->appear());
        m_session->open();
        QTRY_VERIFY(m_session->isReady());
    }

    void playTransfer()
    {
        m_backend->setFlows({Samples::ftpFlow(EventAction::New), Samples::ftpDataFlow(EventAction::New)});
        m_backend->write(Samples::ftpFlow(EventAction::New));
        m_backend->write(Samples::ftpExpectation(EventAction::New));
        m_backend->write(Samples::ftpExpectation(EventAction::Matched));
        m_backend->write(Samples::ftpDataFlow(EventAction::New));
    }

    /// Lets pass whatever is still on its way: answers, and events for the third time and more.
    void settle()
    {
        const int before = calls("ListFlows");
        m_session->flowList()->startAnew();
        QTRY_VERIFY(calls("ListFlows") > before);
        QTest::qWait(100);
    }

    static QStringList wholeTransfer()
    {
        return {"tcp 10.0.1.2:40000 → 10.0.2.2:21", "  expects tcp 10.0.2.2 → 10.0.1.2:50000",
            "    tcp 10.0.2.2:20 → 10.0.1.2:50000"};
    }
    QStringList flows() const
    {
        m_session->flowModel()->catchUp();
        return treeText(*m_session->flowModel(), {FlowModel::ConnectionColumn});
    }
    int expectations() const { return m_session->expectationModel()->rowCount(); }
    int calls(const QString &method) const
    {
        const auto &all = m_backend->calls();
        return int(std::count_if(
            all.begin(), all.end(), [&](const FakeBackend::Call &call) { return call.method == method; }));
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeBackend> m_backend;
    std::unique_ptr<HostSession> m_session;
};

QTEST_GUILESS_MAIN(TestHostSession)
#include "tst_hostsession.moc"
